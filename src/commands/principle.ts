/** `/principle`: one principle, or all of them. */
import { defineCommand } from '../discord/define.ts'
import { browse, lookUp, lookUpPresses, optionalEntityName } from './parts/look-up.ts'

export default defineCommand({
  name: 'principle',
  about: 'A principle or a set of principles: its wording, its parts, where it stands',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  options: { name: optionalEntityName('Which principle. All of them if left out', 'principle') },
  presses: lookUpPresses,
  run: ({ name }, ask) => (name === undefined ? browse('principle', 0, ask) : lookUp('principle', name, ask)),
})
