/** `/summit`: one edition of the summit, or all of them. */
import { defineCommand } from '../discord/define.ts'
import { browse, lookUp, lookUpPresses, optionalEntityName } from './parts/look-up.ts'

export default defineCommand({
  name: 'summit',
  about: 'A China-Central Asia Summit: when, where, who, and what came of it',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  options: { edition: optionalEntityName('Which one: Xi’an, second, 2025 … All of them if left out', 'summit') },
  presses: lookUpPresses,
  run: ({ edition }, ask) => (edition === undefined ? browse('summit', 0, ask) : lookUp('summit', edition, ask)),
})
