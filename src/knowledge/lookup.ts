/** Finds the entity that somebody means by what they type: in any language's spelling, half typed, with a slip. Never throws on any text. */

import { firstDay } from './calendar.ts'
import { editDistance, prefixDistance } from './edit-distance.ts'
import { foldWords } from './fold.ts'
import { inLanguage } from './language.ts'
import { type Entity, type Kind, kinds as kindsInOrder } from './model.ts'
import { hasHan, letterSet, type NameIndex, type Spelling, withoutLeadingWords } from './name-index.ts'
import { datesOf } from './relations.ts'

/** From best to worst. `prefix` is of the name in the reader's language, `alias` of any other spelling or of a word in one. */
export const tiers = ['exact', 'prefix', 'alias', 'fuzzy'] as const
export type Tier = (typeof tiers)[number]

export interface Match {
  readonly entity: Entity
  /** The spelling that matched, as it stands in the dataset. */
  readonly matched: string
  readonly tier: Tier
}

export interface Search {
  /** Only these kinds; all when absent. */
  readonly kinds?: readonly Kind[]
  /** The reader's, as a BCP 47 tag. */
  readonly language: string
  readonly limit: number
}

/** No name is as long; what is typed beyond it is not looked at, so that the time is bounded. */
const longestTyped = 100
/** What is compared letter by letter: longer names differ before that. */
const longestCompared = 40

interface Typed {
  readonly keys: readonly string[]
  readonly words: readonly string[]
  /** Empty where slips are not forgiven: a few letters or a Chinese word become another with one change. */
  readonly fuzzyKey: string
  readonly letters: number
  readonly slips: number
}

function read(text: string): Typed {
  const cut = Array.from(text.slice(0, 2 * longestTyped))
    .slice(0, longestTyped)
    .join('')
  const folded = foldWords(cut)
  const bare = withoutLeadingWords(folded)
  const key = bare.replaceAll(' ', '')
  const fuzzyKey = key.length < 4 || hasHan(key) ? '' : key.slice(0, longestCompared)
  return {
    keys: [...new Set([folded.replaceAll(' ', ''), key])],
    words: bare.split(' '),
    fuzzyKey,
    letters: letterSet(fuzzyKey),
    slips: fuzzyKey.length < 8 ? 1 : 2,
  }
}

interface Candidate {
  readonly spelling: Spelling
  readonly tier: number
  readonly slips: number
  readonly inReadersName: boolean
}

function tierOf(typed: Typed, { keys, words, tails }: Spelling, inReadersName: boolean): Tier | undefined {
  if (typed.keys.some(key => keys.includes(key))) return 'exact'
  if (inReadersName && typed.keys.some(key => keys.some(whole => whole.startsWith(key)))) return 'prefix'
  if (typed.keys.some(key => tails.some(tail => tail.key.startsWith(key)))) return 'alias'
  const inAnyOrder = typed.words.length > 1 && typed.words.every(part => words.some(word => word.startsWith(part)))
  return inAnyOrder ? 'alias' : undefined
}

function bitsIn(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The fewest slips with which the spelling, or a part of it from a word on, begins with what is typed; undefined beyond `typed.slips`. */
function slipsOf(typed: Typed, { tails }: Spelling): number | undefined {
  let fewest = typed.slips + 1
  for (const { key, letters } of tails) {
    if (key.length < typed.fuzzyKey.length - typed.slips || bitsIn(typed.letters & ~letters) >= fewest) continue
    fewest = Math.min(fewest, prefixDistance(typed.fuzzyKey, key, typed.slips))
  }
  return fewest > typed.slips ? undefined : fewest
}

function compare(a: Candidate, b: Candidate): number {
  return (
    a.tier - b.tier ||
    a.slips - b.slips ||
    Number(b.inReadersName) - Number(a.inReadersName) ||
    a.spelling.text.length - b.spelling.text.length
  )
}

/** Alphabetical in the reader's language; a language that `Intl` can't read is taken as English. */
function byName(language: string): (a: Entity, b: Entity) => number {
  const collator = collatorOf(language)
  return (a, b) => collator.compare(inLanguage(a.name, language).text, inLanguage(b.name, language).text)
}

const collators = new Map<string, Intl.Collator>()

function collatorOf(language: string): Intl.Collator {
  const collator = collators.get(language) ?? makeCollator(language)
  collators.set(language, collator)
  return collator
}

function makeCollator(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language)
  } catch {
    return new Intl.Collator('en')
  }
}

function ranked(candidates: readonly Candidate[], { language, limit }: Search): readonly Match[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const { id } = candidate.spelling.entity
    const other = best.get(id)
    if (other === undefined || compare(candidate, other) < 0) best.set(id, candidate)
  }
  const alphabetical = byName(language)
  return [...best.values()]
    .toSorted((a, b) => compare(a, b) || alphabetical(a.spelling.entity, b.spelling.entity))
    .slice(0, Math.max(0, limit))
    .map(({ spelling, tier }) => ({ entity: spelling.entity, matched: spelling.text, tier: tiers[tier] ?? 'fuzzy' }))
}

/** Before anything is typed: kind by kind, what has a date newest first, the rest alphabetically. */
function inFixedOrder(entities: readonly Entity[], { language, limit }: Search): readonly Match[] {
  const alphabetical = byName(language)
  const placed = entities.map(entity => {
    const dated = entity.kind === 'summit' || entity.kind === 'event' || entity.kind === 'document'
    const from = dated ? datesOf(entity)[0]?.date.from : undefined
    return { entity, kind: kindsInOrder.indexOf(entity.kind), day: from === undefined ? '' : firstDay(from) }
  })
  return placed
    .toSorted((a, b) => {
      if (a.kind !== b.kind) return a.kind - b.kind
      if (a.day !== b.day) return a.day < b.day ? 1 : -1
      return alphabetical(a.entity, b.entity)
    })
    .slice(0, Math.max(0, limit))
    .map(({ entity }) => ({ entity, matched: inLanguage(entity.name, language).text, tier: 'prefix' }))
}

const namesByLanguage = new WeakMap<NameIndex, Map<string, ReadonlySet<Spelling>>>()

/** The spellings that are the names in the reader's language. Gathered once a language: asking each name anew is half of a search. */
function readersNames(index: NameIndex, language: string): ReadonlySet<Spelling> {
  const known = namesByLanguage.get(index) ?? new Map<string, ReadonlySet<Spelling>>()
  namesByLanguage.set(index, known)
  const found =
    known.get(language) ??
    new Set(index.spellings.filter(({ entity, text }) => text === inLanguage(entity.name, language).text))
  known.set(language, found)
  return found
}

function isAmong(kinds: readonly Kind[] | undefined): (entity: Entity) => boolean {
  return entity => kinds === undefined || kinds.includes(entity.kind)
}

/** Best first: by tier, slips, the reader's language, length, alphabet. Text without a letter gives the fixed order. */
export function findEntities(index: NameIndex, text: string, search: Search): readonly Match[] {
  const fits = isAmong(search.kinds)
  const typed = read(text)
  if (typed.keys.every(key => key === '')) return inFixedOrder(index.entities.filter(fits), search)

  const readers = readersNames(index, search.language)
  const sure: Candidate[] = []
  const unsure: Spelling[] = []
  for (const spelling of index.spellings) {
    if (!fits(spelling.entity)) continue
    const inReadersName = readers.has(spelling)
    const tier = tierOf(typed, spelling, inReadersName)
    if (tier === undefined) unsure.push(spelling)
    else sure.push({ spelling, tier: tiers.indexOf(tier), slips: 0, inReadersName })
  }
  const found = ranked(sure, search)
  // Who has typed a whole name has made no slip: a guess would only be noise below it.
  if (found.length >= search.limit || typed.fuzzyKey === '' || found[0]?.tier === 'exact') return found

  const guesses: Candidate[] = []
  for (const spelling of unsure) {
    const slips = slipsOf(typed, spelling)
    if (slips !== undefined)
      guesses.push({ spelling, tier: tiers.indexOf('fuzzy'), slips, inReadersName: readers.has(spelling) })
  }
  return ranked([...sure, ...guesses], search)
}

/** The nearest whatever the distance, for “did you mean”: by the share of letters that differ. */
export function nearestEntities(index: NameIndex, text: string, search: Search): readonly Match[] {
  const fits = isAmong(search.kinds)
  const readers = readersNames(index, search.language)
  const key = (read(text).keys.at(-1) ?? '').slice(0, longestCompared)
  const candidates = index.spellings
    .filter(spelling => fits(spelling.entity))
    .map((spelling): Candidate => {
      const whole = (spelling.keys.at(-1) ?? '').slice(0, longestCompared)
      return {
        spelling,
        tier: tiers.indexOf('fuzzy'),
        slips: editDistance(key, whole) / Math.max(1, key.length, whole.length),
        inReadersName: readers.has(spelling),
      }
    })
  return ranked(candidates, search)
}
