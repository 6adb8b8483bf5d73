/** `/country`: the profile of one of the six countries, or one section of it. */
import { choice, defineCommand, optional } from '../discord/define.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { entityName, lookUp, lookUpPresses } from './parts/look-up.ts'

export default defineCommand({
  name: 'country',
  about: 'One of the six countries: capital, people, relations with China',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['name: Kazakhstan', 'name: 乌兹别克斯坦', 'name: кыргыз section: Trade'],
  options: {
    name: entityName('Which country: any spelling, any script', kindsOf('country')),
    section: optional(
      choice('What of it: the profile if left out', ['countries', 'relations', 'trade'], words => words.topics),
    ),
  },
  presses: lookUpPresses,
  run: ({ name, section }, ask) => lookUp('country', name, ask, section),
})
