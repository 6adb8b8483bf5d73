/** The tuned questions are never answered worse than they were. How well those set aside are answered only `npm run eval:ask` says. */
import { expect, test } from 'vitest'
import { indexForAsking } from '../../src/knowledge/ask/ask-index.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { askAsPeople } from './ask-as-people.ts'
import { judge } from './judge.ts'
import { type Language, languages, readQuestions } from './questions.ts'

/** As measured when questions that nobody had seen were last answered better: else raise what is at least and lower what is at most, never the other way. */
const floors: Readonly<Record<Language, { right: number; mostWrong: number; rightlyDeclined: number }>> = {
  en: { right: 643, mostWrong: 23, rightlyDeclined: 271 },
  ru: { right: 347, mostWrong: 20, rightlyDeclined: 163 },
  'zh-CN': { right: 358, mostWrong: 10, rightlyDeclined: 169 },
}

const ask = await askAsPeople(indexForAsking(await realKnowledge()))

test.each(languages)('in %s as many are right, as few wrong and as many rightly declined as ever', language => {
  const judged = readQuestions('tuned', language).map(question => {
    const said = ask(question.ask, language)
    return { verdict: judge(question, said.text), question: question.ask, isInLanguage: said.language === language }
  })
  const of = (wanted: string): readonly string[] =>
    judged.filter(({ verdict }) => verdict === wanted).map(({ question }) => question)
  const { right, mostWrong, rightlyDeclined } = floors[language]
  expect(of('right').length, `wrongly declined:\n${of('wronglyDeclined').join('\n')}`).toBeGreaterThanOrEqual(right)
  expect(of('wrong').length, `wrong:\n${of('wrong').join('\n')}`).toBeLessThanOrEqual(mostWrong)
  expect(of('rightlyDeclined').length, `answered:\n${of('answeredUnheld').join('\n')}`).toBeGreaterThanOrEqual(
    rightlyDeclined,
  )
  expect(judged.filter(({ isInLanguage }) => !isInLanguage).map(({ question }) => question)).toEqual([])
})
