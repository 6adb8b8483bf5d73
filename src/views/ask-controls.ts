/** What can be pressed under an answer, and the choice of another. Ids hold a statement's id of 81 characters at most, so their names are short. */
import { questionOf } from '../knowledge/ask/suggest.ts'
import { inLanguage } from '../knowledge/language.ts'
import type { Statement } from '../knowledge/model.ts'
import { component, word } from './component.ts'
import { type Reader, unescaped } from './format.ts'
import type { Choice, Row } from './page.ts'
import { statementSentence } from './statement-line.ts'

/** `asked` is the id under which the question is kept, empty where it is not. */
export const otherMeant = component('other', { asked: word, shown: word })
export const backToAnswer = component('answer', { asked: word })
export const forgetQuestion = component('forget', { asked: word })
/** `shown`: the first statement of the answer, or the mark and why there was none. */
export const reportAnswer = component('r', { asked: word, language: word, shown: word })
/** Selects: the value is the reason, and the statement that was meant. */
export const chooseReason = component('rr', { asked: word, language: word, shown: word })
export const chooseMeant = component('meant', { asked: word, language: word })

/** No statement's id begins with it. */
export const declinedMark = '-'

/** What can be done with the question itself, where it is kept; reporting always. */
export function askedRow(
  { asked, shown, isAnswered }: { readonly asked: string; readonly shown: string; readonly isAnswered: boolean },
  { words: { ask }, language }: Reader,
): Row {
  const other = { id: otherMeant.id({ asked, shown }), label: ask.notMeant }
  const report = { id: reportAnswer.id({ asked, language, shown }), label: ask.report }
  const forget = { id: forgetQuestion.id({ asked }), label: ask.forget }
  const isKept = asked !== ''
  return {
    type: 'buttons',
    buttons: [...(isKept && isAnswered ? [other] : []), report, ...(isKept ? [forget] : [])],
  }
}

/** Another statement than the one shown, each as the question that it answers. */
export function meantRow(
  statements: readonly Statement[],
  asked: string,
  label: string,
  reader: Reader,
): readonly Row[] {
  if (statements.length === 0) return []
  return [
    {
      type: 'select',
      id: chooseMeant.id({ asked, language: reader.language }),
      label,
      choices: choicesOf(statements, reader),
    },
  ]
}

/** The questions alone, because an answer comes with its source; where several statements answer one question, with the beginning of each. */
function choicesOf(statements: readonly Statement[], reader: Reader): readonly Choice[] {
  const labels = statements.map(statement => labelOf(statement, reader))
  return statements.map((statement, at) => {
    const label = labels[at] ?? ''
    const isOneOfSeveral = labels.filter(other => other === label).length > 1
    return {
      label,
      value: statement.id,
      ...(isOneOfSeveral
        ? { about: unescaped(statementSentence(statement, reader)).replaceAll(/\s*\n- /g, ' · ') }
        : {}),
    }
  })
}

function labelOf({ entity: id, property }: Statement, { knowledge, language }: Reader): string {
  const entity = knowledge.entities.get(id)
  return entity ? questionOf(entity, property, language) : inLanguage(property.name, language).text
}
