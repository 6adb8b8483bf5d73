/** `/country`: the profile of one of the six countries. */
import { defineCommand } from '../discord/define.ts'
import { entityName, lookUp, lookUpPresses } from './parts/look-up.ts'

export default defineCommand({
  name: 'country',
  about: 'One of the six countries: capital, people, relations with China',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  options: { name: entityName('Which country: any spelling, any script', 'country') },
  presses: lookUpPresses,
  run: ({ name }, ask) => lookUp('country', name, ask),
})
