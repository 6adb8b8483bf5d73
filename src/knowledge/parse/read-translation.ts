/** Holds one translated statement to its English: made from this English, of the same build, and nothing where nothing is to be translated. */

import { isTranslatable, markOfStatement } from '../mark.ts'
import type { ValueType } from '../model.ts'
import { came } from './explain.ts'
import type { Translation } from './read-value.ts'
import type { StatementShape, TranslatedStatementShape, ValueShape } from './shapes.ts'

export function markReason(mark: string | undefined, expected: string): string | undefined {
  if (mark === expected) return undefined
  if (mark === undefined) return 'has no mark `of` of the English it was made from; `npm run data:stamp` writes it'
  return `stale translation: made from other English (mark ${mark}, now ${expected}); mend it by the new English, delete \`of\`, run \`npm run data:stamp\``
}

function valueReason(
  english: ValueShape | undefined,
  value: string | readonly string[] | undefined,
  type: ValueType,
): string | undefined {
  if (english === undefined || !isTranslatable(type)) {
    if (value === undefined) return undefined
    const why =
      english === undefined
        ? 'the English has none, its sentence is the value'
        : `a value of type ${type} is the same in every language`
    return `value: expected none, as ${why}; came ${came(value)}`
  }
  if (type === 'text') {
    return typeof value === 'string'
      ? undefined
      : `value: expected the translation of ${came(english)}, came ${came(value)}`
  }
  const wanted = Array.isArray(english) ? english.length : 0
  if (Array.isArray(value) && value.length === wanted) return undefined
  return `value: expected a list of ${wanted} as in English, came ${came(value)}`
}

/** Says what is wrong with it; without a fault the translations of the account and of its alternatives, in order. */
export function readTranslation(
  english: StatementShape,
  type: ValueType,
  language: string,
  draft: TranslatedStatementShape,
  say: (reason: string) => void,
): readonly Translation[] {
  const mark = markReason(draft.of, markOfStatement(english, type))
  if (mark !== undefined && draft.of !== undefined) {
    // What else is wrong follows from the English having changed.
    say(mark)
    return []
  }
  const sides = draft.alternatives ?? []
  const wanted = english.alternatives ?? []
  const counts =
    sides.length === wanted.length
      ? undefined
      : `alternatives: expected ${wanted.length} as in English, came ${sides.length}`
  const reasons = [
    mark,
    valueReason(english.value, draft.value, type),
    counts,
    ...wanted.map((side, index) => {
      const translated = sides[index]
      const reason = translated && valueReason(side.value, translated.value, type)
      return reason && `alternatives[${index}].${reason}`
    }),
  ].filter(reason => reason !== undefined)
  for (const reason of reasons) say(reason)
  if (reasons.length > 0) return []
  return [draft, ...sides].map(({ text, value }) => ({ language, text, value }))
}
