/** Finds the names that a running text mentions, whole and in any case ending of Russian. Guesses no slips: a text is not a search. */
import { foldWords } from './fold.ts'
import type { Entity } from './model.ts'
import { hasHan, type NameIndex, type Spelling } from './name-index.ts'
import { withoutRussianEnding } from './russian-endings.ts'

/** Longer than any message on Discord. */
const longestText = 6_000

/** Shorter spellings (“KZ”, “РК”) are too often something else in a running text. */
const shortestName = 3
const shortestHan = 2

interface Mentionable {
  /** By the stem of their first word. */
  readonly byFirst: ReadonlyMap<string, readonly { readonly stems: readonly string[]; readonly entity: Entity }[]>
  readonly han: readonly { readonly key: string; readonly entity: Entity }[]
}

const prepared = new WeakMap<NameIndex, Mentionable>()

/** Each entity once, in the order of the text; of names that overlap the longest counts. */
export function namesInText(index: NameIndex, text: string, limit: number): readonly Entity[] {
  const { byFirst, han } = mentionable(index)
  const folded = foldWords(text.slice(0, longestText))
  const found: { entity: Entity; at: number }[] = []

  const words = folded.split(' ')
  const stems = words.map(withoutRussianEnding)
  const offsets = offsetsOf(words)
  const fitting = stems.flatMap((first, at) =>
    (byFirst.get(first) ?? [])
      .filter(name => name.stems.every((part, nth) => stems[at + nth] === part))
      .map(name => ({ entity: name.entity, at, length: name.stems.length })),
  )
  // The longest first, wherever they begin: “the Belt and Road Initiative” is not “the Belt”.
  const taken = new Set<number>()
  for (const { entity, at, length } of fitting.toSorted((one, other) => other.length - one.length)) {
    const places = Array.from({ length }, (_, nth) => at + nth)
    if (places.some(place => taken.has(place))) continue
    for (const place of places) taken.add(place)
    found.push({ entity, at: offsets[at] ?? 0 })
  }

  let rest = folded
  for (const { key, entity } of han) {
    const at = rest.indexOf(key)
    if (at === -1) continue
    found.push({ entity, at })
    rest = rest.replaceAll(key, '\u0000'.repeat(key.length))
  }
  const inOrder = found.toSorted((one, other) => one.at - other.at).map(({ entity }) => entity)
  return [...new Set(inOrder)].slice(0, limit)
}

function mentionable(index: NameIndex): Mentionable {
  const known = prepared.get(index)
  if (known) return known
  const isLong = ({ keys }: Spelling): boolean => (keys[0]?.length ?? 0) >= shortestName
  const inWords = index.spellings
    .filter(spelling => !hasHan(spelling.text) && isLong(spelling))
    .map(({ words, entity }) => ({ stems: words.map(withoutRussianEnding), entity }))
  const made: Mentionable = {
    byFirst: Map.groupBy(inWords, ({ stems }) => stems[0] ?? ''),
    han: index.spellings
      .filter(({ text, keys }) => hasHan(text) && (keys[0]?.length ?? 0) >= shortestHan)
      .map(({ keys, entity }) => ({ key: keys[0] ?? '', entity }))
      .toSorted((one, other) => other.key.length - one.key.length),
  }
  prepared.set(index, made)
  return made
}

function offsetsOf(words: readonly string[]): readonly number[] {
  let offset = 0
  return words.map(word => {
    const at = offset
    offset += word.length + 1
    return at
  })
}
