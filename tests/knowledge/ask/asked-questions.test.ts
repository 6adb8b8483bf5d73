/** Questions that people ask, with and without an answer, tell of other questions how well a statement answers them. */
import { expect, test } from 'vitest'
import { type Answer, answer } from '../../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../../src/knowledge/ask/ask-index.ts'
import { readQuestion } from '../../../src/knowledge/ask/read-question.ts'
import { type Files, knowledgeOf, withFile } from '../small-dataset.ts'
import { askDataset } from './ask-dataset.ts'

const asked = (files: Files, ...questions: readonly string[]): Files =>
  withFile(files, 'asked/en.yaml', questions.map(line => `${line}\n`).join(''))
const unanswered = (files: Files, ...questions: readonly string[]): Files =>
  withFile(files, 'unanswered/en.yaml', questions.map(question => `- ${question}\n`).join(''))

const askIn = (files: Files, question: string): Answer => answer(indexForAsking(knowledgeOf(files)), question, 'en')

function nearestIn(files: Files, question: string) {
  const reading = readQuestion(indexForAsking(knowledgeOf(files)), question, 'en')
  return reading.index.asked.nearest(reading.places)
}

const heads = asked(askDataset, 'uzbekistan.population:', '  - uzbekistan headcount of inhabitants')

test('a question that people ask for a statement is near to it, and its words about somebody else to the same of them', () => {
  const own = nearestIn(heads, 'uzbekistan headcount')
  expect(own.ofStatement('uzbekistan.population').near).toBeGreaterThan(0.5)
  const other = nearestIn(heads, 'turkmenistan headcount')
  expect(other.ofStatement('turkmenistan.population').near).toBe(0)
  expect(other.ofMatter('population').near).toBeGreaterThan(0.3)
  expect(other.ofMatter('population').terms).toContain('headcount')
})

test('what is asked of one is understood of another', () => {
  const question = 'headcount of kazakhstan'
  expect(askIn(askDataset, question).is).toBe('declined')
  expect(askIn(heads, question)).toMatchObject({ is: 'found', statements: [{ id: 'kazakhstan.population' }] })
})

test('what people ask and nothing answers declines a question like it, about whomever, and no other', () => {
  const files = unanswered(askDataset, 'uzbekistan host, and when')
  const like = 'when was kazakhstan host'
  expect(askIn(askDataset, like)).toMatchObject({ is: 'found' })
  expect(askIn(files, like)).toMatchObject({ is: 'declined', why: 'unknown' })
  const other = 'who was the host of the second summit'
  expect(askIn(files, other)).toMatchObject({ is: 'found', statements: [{ id: 'second.host' }] })
})

test('nothing is near where nothing is known of what people ask', () => {
  const near = nearestIn(askDataset, 'population of turkmenistan')
  expect(near).toMatchObject({ unanswered: 0, unansweredByName: 0 })
  expect(near.ofStatement('turkmenistan.population').near).toBe(0)
  expect(near.ofMatter('population').near).toBe(0)
})

test('names and years alone are near to no question of others', () => {
  expect(nearestIn(heads, 'turkmenistan 2025').ofMatter('population').near).toBe(0)
})

test('a known question that is nothing but a name is near to nothing', () => {
  const named = asked(askDataset, 'uzbekistan.population:', '  - what was there in uzbekistan')
  expect(nearestIn(named, 'uzbekistan headcount').ofStatement('uzbekistan.population').near).toBe(0)
})

test('a year that people ask with is explained, though the text does not have it', () => {
  const question = 'uzbekistan headcount under the census of 2019'
  const without = asked(askDataset, 'uzbekistan.population-2020:', '  - uzbekistan headcount under the census')
  const withYear = asked(askDataset, 'uzbekistan.population-2020:', `  - ${question}`)
  expect(askIn(without, question)).toMatchObject({ is: 'declined' })
  expect(askIn(withYear, question)).toMatchObject({ is: 'found', statements: [{ id: 'uzbekistan.population-2020' }] })
})
