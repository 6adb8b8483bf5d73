/** Lists and numbers that stand in no one statement: who is missing, what lies where, how many. */
import { expect, test } from 'vitest'
import { answerInShort } from '../ask-dataset.ts'

test.each([
  ['how many countries took part in the first summit', '2 kazakhstan uzbekistan (first.participants)', 'of a list'],
  ['how many languages in kazakhstan', '2 (kazakhstan.languages)', 'of words'],
  [
    'how many summits did kazakhstan host',
    '2 first second (first.host, second.host)',
    'of those that name it under the property',
  ],
  ['which summits did kazakhstan host', 'first second (first.host, second.host)', 'the same as a list'],
  ['which railways run through turkmenistan', 'southern (southern.countries)', 'of a sector, in a country'],
  ['list all summits', 'first second (first.date, second.date)', 'of a kind, those that took place'],
  ['list all mountains', 'unknown', 'of no kind'],
  ['projects in uzbekistan', 'southern (southern.countries)', 'of all sectors'],
  ['projects in kazakhstan', 'oil (oil.countries)', 'another country'],
  ['projects in mongolia', 'unknown', 'in a country that the dataset does not have'],
  ['how many summits did mongolia host', 'unknown', 'of somebody who is not there'],
])('“%s”: %s; %s', (question, short) => {
  expect(answerInShort(question)).toBe(short)
})
