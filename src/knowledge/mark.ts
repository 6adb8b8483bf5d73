/** The mark that a translation carries of the English it was made from. Knows what of an entry is translatable; knows no files. */

import { hash } from './hash.ts'
import type { ValueType } from './model.ts'

/** Eight hexadecimal digits. */
const digits = (text: string): string => hash(text).toString(16).padStart(8, '0')

interface English {
  readonly text: string
  readonly value?: unknown
  readonly alternatives?: readonly English[] | undefined
}

/** Of a value only text is translated: amounts, dates and ids are the same in every language. */
export function isTranslatable(type: ValueType): boolean {
  return type === 'text' || type === 'texts'
}

function translatable(english: English, type: ValueType): unknown[] {
  const value = isTranslatable(type) ? (english.value ?? null) : null
  return [english.text, value, (english.alternatives ?? []).map(side => translatable(side, type))]
}

/** JSON keeps the parts apart, so that moving words from one part to the next changes the mark too. */
export function markOfStatement(english: English, type: ValueType): string {
  return digits(JSON.stringify(translatable(english, type)))
}

/** The mark of words that are translated together: a name, a property's name and question, a unit's pattern. */
export function markOfWords(...words: readonly string[]): string {
  return digits(JSON.stringify(words))
}
