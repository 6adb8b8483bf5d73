/** What several have together. */
import { expect, test } from 'vitest'
import { answer } from '../../../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../../../src/knowledge/ask/ask-index.ts'
import { changed, type Files, knowledgeOf, withFile } from '../../small-dataset.ts'
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

test('of disputed figures it lies between the lowest and the highest', () => {
  const other = `{ value: { amount: 9000000, unit: people }, text: Turkmenistan has 9 million people by others., sources: [gov-2024] }`
  const text = 'text: Turkmenistan has 7 million people., asOf: 2025-06, sources: [gov-2024]'
  const disputed = changed(
    askDataset,
    'countries/turkmenistan.yaml',
    text,
    `${text}, standing: disputed, alternatives: [${other}]`,
  )
  const found = answer(
    indexForAsking(knowledgeOf(disputed)),
    'population of uzbekistan and turkmenistan combined',
    'en',
  )
  expect(found).toMatchObject({ line: { is: 'sum', total: { amount: 45_000_000, upTo: 47_000_000 } } })
})

test('one is more than all together where it is by every side', () => {
  const withChina = (uzbekistan: string) =>
    changed(
      withFile(
        askDataset,
        'countries/china.yaml',
        `name: China
statements:
  population: { value: { amount: 66000000, unit: people }, text: China has 66 million people., asOf: 2025-06, sources: [gov-2024] }
`,
      ),
      'countries/uzbekistan.yaml',
      'text: Uzbekistan has 38 million people., asOf: 2025-06, sources: [gov-2024] }',
      uzbekistan,
    )
  const ask = (files: Files) =>
    answerInShort('is china most populous of the three combined', indexForAsking(knowledgeOf(files)))
  const settled = 'text: Uzbekistan has 38 million people., asOf: 2025-06, sources: [gov-2024] }'
  expect(ask(withChina(settled))).toMatch(/^yes \(china\.population, /)
  const other = `{ value: { amount: 40000000, unit: people }, text: Uzbekistan has 40 million people by others., sources: [gov-2024] }`
  const disputed = settled.replace(' }', `, standing: disputed, alternatives: [${other}] }`)
  expect(ask(withChina(disputed))).not.toMatch(/^(?:yes|no) /)
})
