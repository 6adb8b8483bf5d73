/** What several have together. */
import { expect, test } from 'vitest'
import { answerInShort } from '../ask-dataset.ts'

const three = '65000000 people: kazakhstan + uzbekistan + turkmenistan (kazakhstan.population)'

test.each([
  ['population of the three combined', three, 'of a group'],
  [
    'population of uzbekistan and turkmenistan combined',
    '45000000 people: uzbekistan + turkmenistan (uzbekistan.population)',
    'of those that are named',
  ],
  ['length of the southern railway combined', 'said (southern.length)', 'one has nothing to be added to'],
])('“%s”: %s; %s', (question, short) => {
  expect(answerInShort(question)).toBe(short)
})

test('without one of them it is no sum', () => {
  expect(answerInShort('length of the southern railway and the first summit combined')).not.toContain('+')
  expect(answerInShort('population of the three combined and china')).not.toContain('+')
})
