/** `/principle`: one principle, or all of them. */
import { defineCommand, optional } from '../discord/define.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { wholeShelf } from '../views/ways-out.ts'
import { browse, entityName, lookUp, lookUpPresses } from './parts/look-up.ts'

export default defineCommand({
  name: 'principle',
  about: 'A principle or a set of principles: its wording, its parts, where it stands',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['', 'name: four principles'],
  options: { name: optional(entityName('Which principle. All of them if left out', kindsOf('principle'))) },
  presses: lookUpPresses,
  run: ({ name }, ask) => (name === undefined ? browse(wholeShelf('principle'), ask) : lookUp('principle', name, ask)),
})
