/** How much depends on a place of a question being understood. */

import type { Cell } from './cells.ts'
import type { Mark } from './cue.ts'
import type { LanguageIndex } from './language-index.ts'
import { type CueSpan, lengthOf, type Mention } from './reading.ts'
import { isYear } from './terms.ts'

/** Names count for at least this much, however often they stand in the dataset. */
const leastOfName = 0.5
const ofHan = 0.4
const ofNegation = 0.15

/** What frames a question says nothing of its matter. */
const weightless: ReadonlySet<string> = new Set<Mark>([
  'filler',
  'count',
  'list',
  'difference',
  'compare',
  'future',
  'when',
  'where',
  'who',
  'number',
  'why',
  'yes-no-any',
  'yes-no-end',
])

/** 0 to 1; `names` and `cues` are those that cover the place. */
export function placeWeight(
  { word, stem, script }: Cell,
  alternatives: readonly string[],
  names: readonly Mention[],
  cues: readonly CueSpan[],
  index: LanguageIndex,
): number {
  if (isYear(word)) return 1
  // They are only kept where there is nothing else.
  if (names.length === 0 && index.small.has(stem)) return 0
  const longest = (spans: readonly (Mention | CueSpan)[]): number => Math.max(0, ...spans.map(lengthOf))
  const nothing = longest(cues.filter(({ cue }) => weightless.has(cue.says)))
  const something = Math.max(longest(names), longest(cues.filter(({ cue }) => !weightless.has(cue.says))))
  // In Chinese the sign of a filler may be a part of any word: what is longer counts.
  const isFrame = nothing > 0 && (script !== 'Han' || nothing >= something)
  if (isFrame && longest(names) < 2) return 0
  if (script === 'Han') return ofHan
  const rarity = Math.min(...alternatives.slice(0, 2).map(index.rarity))
  if (cues.some(({ cue }) => cue.says === 'negation')) return Math.min(rarity, ofNegation)
  return names.length > 0 ? Math.max(rarity, leastOfName) : rarity
}
