/** Asks as `/ask` does, and returns what people see. */
import { understand } from '../../src/commands/parts/answers.ts'
import type { AskIndex } from '../../src/knowledge/ask/ask-index.ts'
import { loadLanguages } from '../../src/locales/load.ts'
import { answerPage } from '../../src/views/answer-page.ts'
import { sentencesOf } from './judge.ts'

export interface Said {
  /** Undefined where the question was declined. */
  readonly text: string | undefined
  readonly language: string
}

export type AskAsPeople = (question: string, language: string) => Said

export async function askAsPeople(asking: AskIndex): Promise<AskAsPeople> {
  const { knowledge } = asking
  const written = await loadLanguages()
  return (question, readersLanguage) => {
    const found = understand(question, readersLanguage, { asking, knowledge })
    const { language } = found
    if (found.is === 'declined') return { text: undefined, language }
    const words = written.get(language)?.words
    if (!words) throw new Error(`answered in “${language}”, in which there are no words`)
    // Its id stands only in the buttons.
    const view = answerPage(found, { asked: 'zzzzzzzz', own: true }, 'short', 'rich', { language, words, knowledge })
    return { text: sentencesOf(view), language }
  }
}
