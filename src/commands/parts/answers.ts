/** A question in anyone's own words: understood, kept, and its page. */
import type { Ask } from '../../discord/define.ts'
import { type Answer, answer } from '../../knowledge/ask/answer.ts'
import { askedExactly } from '../../knowledge/ask/suggest.ts'
import { scripts } from '../../knowledge/model.ts'
import { type Asking, answerPage } from '../../views/answer-page.ts'
import { declinedPage } from '../../views/declined-page.ts'
import type { Reader } from '../../views/format.ts'
import { Refusal } from '../../views/refusal.ts'
import type { View } from '../../views/view.ts'
import type { Answered } from '../../views/way.ts'

/** Discord's option takes no more, and of a message no more is read as a question. */
export const longestQuestion = 300

/** A question of the dataset's own is answered by just what it asks for; all others are understood as well as can be. */
export function understand(
  question: string,
  language: string,
  { asking, knowledge }: Pick<Ask, 'asking' | 'knowledge'>,
): Answer {
  const words = question.replaceAll(notWords, ' ')
  const understood = answer(asking, words, languageOfNames(words, language, asking))
  const exact = askedExactly(knowledge, question)
  if (!exact) return understood
  const { entity, property } = exact.question
  const [first, ...others] = entity.statements
    .filter(statement => statement.property === property)
    .toSorted((one, other) => Number(one.until !== undefined) - Number(other.until !== undefined))
  if (!first) return understood
  const statements = [first, ...others.slice(0, mostStatements - 1)] as const
  const next = (understood.is === 'found' ? [...understood.statements, ...understood.next] : understood.next).filter(
    statement => !statements.includes(statement),
  )
  return { is: 'found', language: exact.language, statements, next }
}

const mostStatements = 5

/** Mentions, custom emoji and addresses: of what Discord writes for people, nothing was asked. */
const notWords = /<(?:@[!&]?|#|a?:\w+:|\/[^:>]*:|id:|t:)[^>]*>|@(?:everyone|here)|https?:\/\/\S+/gu

/** In which to answer a question of names alone: what is typed in Cyrillic or Chinese says it itself, Latin letters are everybody's. */
function languageOfNames(question: string, readersLanguage: string, { languageOfScript }: Ask['asking']): string {
  const written = scripts.find(script => script !== 'Latin' && new RegExp(`\\p{Script=${script}}`, 'u').test(question))
  return (written && languageOfScript(written)) ?? readersLanguage
}

/** In the language of the question, whoever reads it. */
export const readerIn = (language: string, { languages, words, knowledge }: Ask): Reader => ({
  language,
  words: languages.get(language) ?? words,
  knowledge,
})

export function answered(found: Answer, asking: Asking, ask: Ask): View {
  if (found.is === 'found') return answerPage(found, asking, ask.detail, ask.layout, readerIn(found.language, ask))
  const { language, detail, layout } = ask.alone
  // Where there is no word, there is no language of the question.
  const reader = readerIn(found.why === 'empty' ? language : found.language, ask)
  return declinedPage(found, asking.own ? asking.asked : '', detail, layout, reader)
}

/** The question as it was kept; refused where it is gone. */
export async function kept(asked: string, ask: Ask): Promise<Answer> {
  const question = await ask.asked.read(asked)
  if (!question) throw new Refusal(words => words.ask.askAgain)
  return understand(question.question, question.language, ask)
}

/** The answer that one comes back to: as it was while the question is kept, then the statement that was shown. */
export async function answeredAgain({ shown, language, asked, own }: Answered, ask: Ask): Promise<View> {
  const question = asked === '' ? undefined : await ask.asked.read(asked)
  const still = { asked: question ? asked : '', own }
  const understood = question && understand(question.question, question.language, ask)
  const wasShown = understood?.is === 'found' ? understood.statements[0].id : ''
  if (understood && wasShown === shown) return answered(understood, still, ask)
  const statement = ask.knowledge.statements.get(shown)
  if (!statement) throw new Refusal(words => words.ask.askAgain)
  return answered({ is: 'found', language, statements: [statement], next: [] }, still, ask)
}
