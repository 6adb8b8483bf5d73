/** `/project`: one project, or all of them. */
import { defineCommand } from '../discord/define.ts'
import { browse, lookUp, lookUpPresses, optionalEntityName } from './parts/look-up.ts'

export default defineCommand({
  name: 'project',
  about: 'A Belt and Road or related project: route, size, state, builders',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  options: { name: optionalEntityName('Which project. All of them if left out', 'project') },
  presses: lookUpPresses,
  run: ({ name }, ask) => (name === undefined ? browse('project', 0, ask) : lookUp('project', name, ask)),
})
