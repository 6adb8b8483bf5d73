/** What several have together. */
import { expect, test } from 'vitest'
import { answer } from '../../../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../../../src/knowledge/ask/ask-index.ts'
import { changed, knowledgeOf } from '../../small-dataset.ts'
import { answerInShort, askDataset } from '../ask-dataset.ts'

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

test('it is no more exact than the least exact of them', () => {
  const rough = changed(
    changed(askDataset, 'countries/uzbekistan.yaml', 'amount: 38000000,', 'amount: 38240000, approximation: about,'),
    'countries/turkmenistan.yaml',
    'amount: 7000000,',
    'amount: 7004321,',
  )
  const found = answer(indexForAsking(knowledgeOf(rough)), 'population of uzbekistan and turkmenistan combined', 'en')
  expect(found).toMatchObject({ line: { is: 'sum', total: { amount: 45_240_000, approximation: 'about' } } })
})
