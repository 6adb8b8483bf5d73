/** What asking in one's own words and looking a message up have in common: understanding, the pages, and the presses under them. */
import { type Ask, type Press, press } from '../../discord/define.ts'
import { type Answer, answer, type Found } from '../../knowledge/ask/answer.ts'
import { askedExactly } from '../../knowledge/ask/suggest.ts'
import { type Statement, scripts } from '../../knowledge/model.ts'
import { reportReasons } from '../../stores/reports.ts'
import { type Asking, answerPage } from '../../views/answer-page.ts'
import {
  backToAnswer,
  chooseMeant,
  chooseReason,
  declinedMark,
  forgetQuestion,
  otherMeant,
  reportAnswer,
} from '../../views/ask-controls.ts'
import { candidatesPage } from '../../views/candidates-page.ts'
import { declinedPage } from '../../views/declined-page.ts'
import type { Reader } from '../../views/format.ts'
import { Refusal, refusalPage } from '../../views/refusal.ts'
import { reportPage } from '../../views/report-page.ts'
import type { View } from '../../views/view.ts'
import { lookUpPresses } from './look-up.ts'

/** Discord's option takes no more, and of a message no more is read as a question. */
export const longestQuestion = 300

/** A question of the dataset's own is answered by just what it asks for; all others are understood as well as can be. */
export function understand(
  question: string,
  language: string,
  { asking, knowledge }: Pick<Ask, 'asking' | 'knowledge'>,
): Answer {
  const understood = answer(asking, question, languageOfNames(question, language, asking))
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
  const reader = readerIn(found.language, ask)
  return found.is === 'found'
    ? answerPage(found, asking, ask.detail, ask.layout, reader)
    : declinedPage(found, asking.asked, ask.alone.detail, ask.alone.layout, reader)
}

/** The question as it was kept; refused where it is gone. */
async function kept(asked: string, ask: Ask): Promise<Answer> {
  const question = await ask.asked.read(asked)
  if (!question) throw new Refusal(words => words.ask.askAgain)
  return understand(question.question, question.language, ask)
}

/** Who presses under somebody else's answer gets a page without that person's question. */
const asker = (asked: string, { own }: Ask): string => (own ? asked : '')

const all = (found: Answer): readonly Statement[] =>
  found.is === 'found' ? [...found.statements, ...found.next] : found.next

export const askPresses: readonly Press[] = [
  ...lookUpPresses,
  press(otherMeant, async ({ asked, shown }, _, ask) => {
    const found = await kept(asked, ask)
    const others = all(found).filter(({ id }) => id !== shown)
    const own = asker(asked, ask)
    return candidatesPage(others, { asked: own, back: own }, ask.layout, readerIn(found.language, ask))
  }),
  press(backToAnswer, async ({ asked }, _, ask) => answered(await kept(asked, ask), { asked: asker(asked, ask) }, ask)),
  press(chooseMeant, async ({ asked, language }, [id = ''], ask) => {
    const statement = ask.knowledge.statements.get(id)
    // A button outlives the edition of the dataset that it was drawn from.
    if (!statement) throw new Refusal(words => words.refusals.oldComponent)
    const still = asked !== '' && ask.own && (await ask.asked.read(asked)) ? asked : ''
    const found: Found = { is: 'found', language, statements: [statement], next: [] }
    return answered(found, { asked: still }, ask)
  }),
  press(forgetQuestion, async ({ asked }, _, ask) => {
    if (!ask.own) throw new Refusal(words => words.ask.onlyAskerForgets)
    await ask.asked.forget(asked)
    return refusalPage(ask.alone.words.ask.forgotten)
  }),
  press(reportAnswer, (about, _, ask) => reportPage(about, ask.alone.layout, ask.alone.words)),
  press(chooseReason, async ({ asked, language, shown }, [chosen = ''], ask) => {
    const reason = reportReasons.find(each => each === chosen)
    if (!reason) throw new Refusal(words => words.refusals.oldComponent)
    const question = asked === '' ? undefined : await ask.asked.read(asked)
    const found = question && understand(question.question, question.language, ask)
    await ask.reports.add({
      reason,
      ...(question ? { question: question.question } : {}),
      ...whatWasShown(shown, found),
      language,
      dataset: ask.knowledge.version,
    })
    return { components: refusalPage(ask.alone.words.ask.reporting.thanks).components }
  }),
]

/** All statements and what was made of them, where the question's own answer was shown; else the one that is known. */
function whatWasShown(
  shown: string,
  found: Answer | undefined,
): { readonly statements: readonly string[]; readonly answer?: string } {
  if (shown.startsWith(declinedMark)) {
    const why = shown.slice(declinedMark.length)
    const notHeld = found?.is === 'declined' ? found.notHeld : undefined
    return { statements: [], answer: notHeld ? `${why}: no ${notHeld.property.id} of ${notHeld.entity.id}` : why }
  }
  if (found?.is !== 'found' || found.statements[0].id !== shown) return { statements: [shown] }
  return {
    statements: found.statements.map(({ id }) => id),
    ...(found.line ? { answer: found.line.is } : {}),
  }
}
