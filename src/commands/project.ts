/** `/project`: one project, or all of them. */
import { defineCommand, optional } from '../discord/define.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { browse, entityName, lookUp, lookUpPresses } from './parts/look-up.ts'

export default defineCommand({
  name: 'project',
  about: 'A Belt and Road or related project: route, size, state, builders',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  options: { name: optional(entityName('Which project. All of them if left out', kindsOf('project'))) },
  presses: lookUpPresses,
  run: ({ name }, ask) => (name === undefined ? browse('project', 0, ask) : lookUp('project', name, ask)),
})
