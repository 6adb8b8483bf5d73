/** That the sets of questions are worth measuring by. A failure gives numbers only: nobody is to read a question that was set aside. */
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../src/knowledge/ask/cells.ts'
import { halves, type Language, languages, readQuestions } from './questions.ts'

const least: Readonly<Record<Language, number>> = { en: 75, ru: 40, 'zh-CN': 40 }
/** Discord's option takes no more. */
const longest = 300

/** However it is written. */
const keyOf = (question: string): string =>
  cellsOf(question)
    .map(({ word }) => word)
    .join(' ')

describe.each(halves)('the half “%s”', half => {
  test.each(languages)('in %s has enough questions, a quarter of them to be declined, none twice', language => {
    const questions = readQuestions(half, language)
    expect(questions.length).toBeGreaterThanOrEqual(least[language])
    const declined = questions.filter(question => 'decline' in question).length
    expect(declined / questions.length).toBeGreaterThanOrEqual(0.25)
    expect(new Set(questions.map(({ ask }) => keyOf(ask))).size).toBe(questions.length)
    expect(questions.filter(({ ask }) => ask.length > longest).length).toBe(0)
  })
})

test.each(languages)('in %s no question stands in both halves', language => {
  const tuned = new Set(readQuestions('tuned', language).map(({ ask }) => keyOf(ask)))
  const both = readQuestions('setaside', language).filter(({ ask }) => tuned.has(keyOf(ask)))
  expect(both.length).toBe(0)
})
