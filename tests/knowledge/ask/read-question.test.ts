/** What stands in a question, and what only seems to. */
import { expect, test } from 'vitest'
import { indexForAsking } from '../../../src/knowledge/ask/ask-index.ts'
import { readQuestion } from '../../../src/knowledge/ask/read-question.ts'
import { marked } from '../../../src/knowledge/ask/reading.ts'
import { realKnowledge } from '../real-dataset.ts'

const ask = indexForAsking(await realKnowledge())

/** The words that an answer must have, as they stand in the question. */
function mustsOf(question: string, language: string): readonly string[] {
  const reading = readQuestion(ask, question, language)
  return marked(reading, 'must').map(({ from, to }) =>
    reading.places
      .slice(from, to)
      .map(({ cell }) => cell.word)
      .join(''),
  )
}

test('a Chinese word does not stand across a small sign', () => {
  expect(mustsOf('吉尔吉斯斯坦有多少国债', 'zh-CN')).toContain('国债')
  expect(mustsOf('吉尔吉斯斯坦欠中国的债', 'zh-CN')).not.toContain('国债')
})

test('a sign that comes twice is not taken for its first', () => {
  expect(mustsOf('中塔公路过路费怎么收', 'zh-CN')).toContain('过路费')
})

test('what is only told beside a question is an aside', () => {
  const reading = readQuestion(ask, 'I live in London. When was the second summit?', 'en')
  expect(reading.asides).toHaveLength(1)
  expect(readQuestion(ask, 'When was the second summit?', 'en').asides).toEqual([])
})

test('a month and two figures are a year in Russian, and two figures alone at the end', () => {
  expect(readQuestion(ask, 'что было в марте 24', 'ru').years).toEqual(['2024'])
  expect(readQuestion(ask, 'кто установил отношения в 92?', 'ru').years).toEqual(['1992'])
  expect(readQuestion(ask, 'что было 24 марта', 'ru').years).toEqual([])
})

/** How much the word weighs where it stands in the question. */
function weightOf(word: string, question: string): number {
  const { places } = readQuestion(ask, question, 'en')
  return places.find(({ cell }) => cell.word === word)?.weight ?? Number.NaN
}

test('what leads up to the question says less than the same word inside of it', () => {
  const asked = weightOf('convent', 'how many people live in the convent of astana')
  expect(asked).toBeGreaterThan(0)
  expect(weightOf('convent', 'convent: how many people live in astana')).toBeLessThan(asked)
  expect(weightOf('convent', 'a convent here, how many people live in astana')).toBeLessThan(asked)
})

test('what only asks from when till when is asked of what stands before it', () => {
  const question = 'the ramshackle railway to uzbekistan, from when till when'
  expect(weightOf('ramshackle', question)).toBe(weightOf('ramshackle', 'the ramshackle railway to uzbekistan'))
})

test('a teacher who says so is asked for no view', () => {
  const says = (question: string): number => marked(readQuestion(ask, question, 'en'), 'says').length
  expect(says('my teacher says astana has a light rail')).toBe(0)
  expect(says('what does tokayev say about the treaty')).toBeGreaterThan(0)
})
