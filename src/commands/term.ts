/** `/term`: what has no command of its own: terms, documents, organisations, people, places, events. */
import { defineCommand } from '../discord/define.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { entityName, lookUp, lookUpPresses } from './parts/look-up.ts'

export default defineCommand({
  name: 'term',
  about: 'A term, document, organisation, person, place or event of the subject',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['name: Belt and Road Initiative', 'name: SCO', 'name: Tokayev'],
  options: { name: entityName('Which one: any spelling, any script', kindsOf('term')) },
  presses: lookUpPresses,
  run: ({ name }, ask) => lookUp('term', name, ask),
})
