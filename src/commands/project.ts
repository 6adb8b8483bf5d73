/** `/project`: one project, or a list to browse with filters. */
import { choice, defineCommand, optional } from '../discord/define.ts'
import { sectors, stages } from '../knowledge/model.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { openList, wholeShelf } from '../views/ways-out.ts'
import { browse, entityName, lookUp, lookUpPresses, meantOrNearest } from './parts/look-up.ts'

export default defineCommand({
  name: 'project',
  about: 'A Belt and Road or related project: route, size, state, builders',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['', 'name: Line D', 'country: Tajikistan'],
  options: {
    name: optional(entityName('Which project. A list to browse if left out', kindsOf('project'))),
    country: optional(entityName('Only projects of this country', kindsOf('country'))),
    type: optional(choice('Only projects of this kind', sectors, words => words.lists.sectors)),
    status: optional(choice('Only projects that have come this far', stages, words => words.lists.stages)),
  },
  presses: lookUpPresses,
  run: ({ name, country, type, status }, ask) => {
    if (name !== undefined) return lookUp('project', name, ask)
    const listing = { ...wholeShelf('project'), sector: type ?? '', stage: status ?? '' } as const
    if (country === undefined) return browse(listing, ask)
    const { entity, nearest } = meantOrNearest(
      country,
      kindsOf('country'),
      words => words.unknown.lead.country,
      ask,
      ({ id }) => openList.id({ ...listing, country: id }),
    )
    return nearest ?? browse({ ...listing, country: entity.id }, ask)
  },
})
