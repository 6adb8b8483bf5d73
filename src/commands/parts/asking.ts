/** The presses under answers and their pages, which asking in one's own words and looking a message up share. */
import { type Ask, type Press, press } from '../../discord/define.ts'
import type { Answer, Found } from '../../knowledge/ask/answer.ts'
import type { Statement } from '../../knowledge/model.ts'
import { reportReasons } from '../../stores/reports.ts'
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
import { Refusal, refusalPage } from '../../views/refusal.ts'
import { reportPage } from '../../views/report-page.ts'
import { answered, kept, readerIn, understand } from './answers.ts'
import { lookUpPresses } from './look-up.ts'

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
  press(backToAnswer, async ({ asked }, _, ask) => answered(await kept(asked, ask), { asked, own: ask.own }, ask)),
  press(chooseMeant, async ({ asked, language }, [id = ''], ask) => {
    const statement = ask.knowledge.statements.get(id)
    // A button outlives the edition of the dataset that it was drawn from.
    if (!statement) throw new Refusal(words => words.refusals.oldComponent)
    const still = asked !== '' && ask.own && (await ask.asked.read(asked)) ? asked : ''
    const found: Found = { is: 'found', language, statements: [statement], next: [] }
    return answered(found, { asked: still, own: ask.own }, ask)
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
