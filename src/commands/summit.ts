/** `/summit`: one edition of the summit, or all of them. */
import { defineCommand, optional } from '../discord/define.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { wholeShelf } from '../views/ways-out.ts'
import { browse, entityName, lookUp, lookUpPresses } from './parts/look-up.ts'

export default defineCommand({
  name: 'summit',
  about: 'A China-Central Asia Summit: when, where, who, and what came of it',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['', 'edition: second', 'edition: 西安'],
  options: {
    edition: optional(entityName('Which one: Xi’an, second, 2025 … All of them if left out', kindsOf('summit'))),
  },
  presses: lookUpPresses,
  run: ({ edition }, ask) =>
    edition === undefined ? browse(wholeShelf('summit'), ask) : lookUp('summit', edition, ask),
})
