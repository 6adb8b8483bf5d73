/** What is compared of a text: its stems, without the words that say nothing. */
import type { Cell } from './cells.ts'

/** What is compared of a name or phrase: its stems without small words, or all of them where it has only such. */
export function stemsOf(cells: readonly Cell[], small: ReadonlySet<string>): readonly string[] {
  return withoutSmall(cells, small).map(({ stem }) => stem)
}

export function withoutSmall(cells: readonly Cell[], small: ReadonlySet<string>): readonly Cell[] {
  const isLatin = cells.every(({ script }) => script === 'Latin' || script === undefined)
  // The letter of 'A线' is no English article.
  const kept = cells.filter(
    ({ stem, word, script }) => !small.has(stem) || (!isLatin && script === 'Latin' && word.length === 1),
  )
  return kept.length > 0 ? kept : cells
}

/** Stems, and for Chinese, whose single characters say little, each two neighbours together. */
export function termsOf(cells: readonly Cell[]): readonly string[] {
  return cells.flatMap(({ stem, script }, at) => {
    if (script !== 'Han') return [stem]
    const next = cells[at + 1]
    return next?.script === 'Han' ? [pairOf(stem, next.stem)] : []
  })
}

const known = new Map<string, string>()
/** The same few thousand come again and again in names, statements and questions: each is kept once. */
const mostKnown = 40_000

function pairOf(one: string, other: string): string {
  const pair = one + other
  const before = known.get(pair)
  if (before !== undefined) return before
  if (known.size < mostKnown) known.set(pair, pair)
  return pair
}

export const isYear = (word: string): boolean => /^(?:1[89]|20)\d\d$/.test(word)

/** Alone it asks for nothing and names nothing. */
export const isFigure = (word: string): boolean => /^\d+$/.test(word)
