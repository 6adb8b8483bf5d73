/** The mark that a translation carries of the English it was made from. Knows what of an entry is translatable; knows no files. */

import type { ValueType } from './model.ts'

/** FNV-1a, 32 bits, over UTF-8 (http://www.isthe.com/chongo/tech/comp/fnv/), as eight hexadecimal digits. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

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
  return fnv1a(JSON.stringify(translatable(english, type)))
}

/** The mark of words that are translated together: a name, a property's name and question, a unit's pattern. */
export function markOfWords(...words: readonly string[]): string {
  return fnv1a(JSON.stringify(words))
}
