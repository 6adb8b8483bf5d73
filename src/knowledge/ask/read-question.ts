/** What stands in a question: names, words that ask for something, years. Says what each place could mean and decides nothing. */
import { type AskIndex, type Cue, isYear, type LanguageIndex, type Mark } from './ask-index.ts'
import { type Cell, cellsOf } from './cells.ts'
import { simplify } from './simplify.ts'

/** From the first place to before the last, among the places of a `Reading`. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Mention extends Span {
  readonly entity: string
}

export interface CueSpan extends Span {
  readonly cue: Cue
}

export interface Reading {
  readonly language: string
  readonly index: LanguageIndex
  /** The cells without small words: the places. */
  readonly places: readonly Cell[]
  /** What each place may be read as: its own stem first, then words that were meant, then words that stand for those. */
  readonly alternatives: readonly (readonly string[])[]
  /** The same without words that only stand for it: phrases list all their words themselves. */
  readonly typed: readonly (readonly string[])[]
  /** How much depends on each place being understood, 0 to 1. */
  readonly weights: readonly number[]
  /** Every name, also inside of longer ones. */
  readonly mentions: readonly Mention[]
  /** The longest names, by place; a name may be that of several. */
  readonly subjects: readonly (Span & { readonly entities: readonly string[] })[]
  readonly cues: readonly CueSpan[]
  /** Groups of words that stand for each other, by their number. */
  readonly same: readonly (Span & { readonly group: number })[]
  readonly years: readonly string[]
  /** Some word of weight asks for a property. */
  readonly asks: boolean
}

/** Nothing longer is a question; what comes after it is not read, so that the time is bounded. */
const longestQuestion = 300
const mostPlaces = 60

export function readQuestion(ask: AskIndex, text: string, readersLanguage: string): Reading {
  const read = Array.from(text.slice(0, 2 * longestQuestion))
    .slice(0, longestQuestion)
    .join('')
  const cells = cellsOf(simplify(read)).slice(0, 2 * mostPlaces)
  const language = languageOf(ask, cells, readersLanguage)
  const index = ask.of(language)
  const places = withoutSmall(cells, index.small).slice(0, mostPlaces)
  const typed = places.map(cell => [cell.stem, ...index.vocabulary.meant(cell)])
  const alternatives = typed.map(stems => withSame(stems, index))
  const spansIn = <T>(find: (from: number) => readonly { what: T; to: number }[]): (Span & { what: T })[] =>
    places.flatMap((_, from) => find(from).map(({ what, to }) => ({ what, from, to })))
  const mentions = spansIn(from => ask.names.at(alternatives, from)).map(({ what, ...span }) => ({
    ...span,
    entity: what,
  }))
  const cues = spansIn(from => index.cues.at(typed, from)).map(({ what, ...span }) => ({ ...span, cue: what }))
  const same = spansIn(from => index.sameGroups.at(typed, from)).map(({ what, ...span }) => ({ ...span, group: what }))
  const subjects = longestOf(mentions)
  const weights = weightsOf(places, alternatives, mentions, cues, index)
  return {
    language,
    index,
    places,
    alternatives,
    typed,
    weights,
    mentions,
    subjects,
    cues,
    same,
    years: places.map(({ word }) => word).filter(isYear),
    asks: cues.some(
      ({ cue, from, to }) =>
        cue.says === 'property' &&
        cue.property !== 'about' &&
        !subjects.some(name => name.to - name.from > 1 && name.from <= from && to <= name.to) &&
        weights.slice(from, to).some(weight => weight > 0),
    ),
  }
}

export const marked = (reading: Reading, mark: Mark): readonly CueSpan[] =>
  reading.cues.filter(({ cue }) => cue.says === mark)

const withoutSmall = (cells: readonly Cell[], small: ReadonlySet<string>): readonly Cell[] => {
  const kept = cells.filter(({ stem }) => !small.has(stem))
  return kept.length > 0 ? kept : cells
}

/** That of the words around the names, because names stand in any script; the reader's own where there are only names. */
function languageOf(ask: AskIndex, cells: readonly Cell[], readersLanguage: string): string {
  const stems = cells.map(({ stem }) => [stem])
  const isName = new Set<number>()
  for (let at = 0; at < cells.length; at++) {
    const to = Math.max(at, ...ask.names.at(stems, at).map(found => found.to))
    for (let place = at; place < to; place++) isName.add(place)
  }
  const around = cells.filter((_, at) => !isName.has(at))
  const counted = around.some(({ script }) => script !== undefined) ? around : []
  const counts = new Map<string, number>()
  for (const { script, word } of counted) {
    const language = script && ask.languageOfScript(script)
    // A Chinese character says about as much as half a word.
    if (language)
      counts.set(language, (counts.get(language) ?? 0) + (script === 'Han' ? 0.6 : word.length > 1 ? 1 : 0.2))
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (most) return most[0]
  return ask.languages.find(language => language === readersLanguage) ?? 'en'
}

const withSame = (stems: readonly string[], { same }: LanguageIndex): readonly string[] => [
  ...new Set([...stems, ...stems.flatMap(stem => same.get(stem) ?? [])]),
]

const covers = ({ from, to }: Span, place: number): boolean => from <= place && place < to
const length = ({ from, to }: Span): number => to - from

/** Names count for at least this much, however often they stand in the dataset. */
const leastOfName = 0.5
const ofHan = 0.4
const ofNegation = 0.15

const weightless: readonly string[] = [
  'filler',
  'count',
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
]

function weightsOf(
  places: readonly Cell[],
  alternatives: readonly (readonly string[])[],
  mentions: readonly Mention[],
  cues: readonly CueSpan[],
  index: LanguageIndex,
): readonly number[] {
  return places.map(({ word, script }, place) => {
    const name = mentions.filter(mention => covers(mention, place)).map(length)
    const asking = cues.filter(({ cue, ...span }) => covers(span, place) && !weightless.includes(cue.says)).map(length)
    const nothing = cues.filter(({ cue, ...span }) => covers(span, place) && weightless.includes(cue.says)).map(length)
    if (isYear(word)) return 1
    // In Chinese the sign of a filler may be a part of any word: what is longer counts.
    if (
      nothing.length > 0 &&
      (script !== 'Han' || Math.max(...nothing) >= Math.max(0, ...name, ...asking)) &&
      Math.max(0, ...name) < 2
    )
      return 0
    if (script === 'Han') return ofHan
    const rarity = Math.min(...(alternatives[place] ?? []).slice(0, 2).map(index.rarity))
    if (cues.some(({ cue, ...span }) => covers(span, place) && cue.says === 'negation'))
      return Math.min(rarity, ofNegation)
    return name.length > 0 ? Math.max(rarity, leastOfName) : rarity
  })
}

/** Names that no longer one covers, longest first; of two that overlap the longer, then the earlier. */
function longestOf(mentions: readonly Mention[]): Reading['subjects'] {
  const chosen: (Span & { entities: string[] })[] = []
  for (const mention of mentions.toSorted((a, b) => length(b) - length(a) || a.from - b.from)) {
    const same = chosen.find(({ from, to }) => from === mention.from && to === mention.to)
    if (same) {
      if (!same.entities.includes(mention.entity)) same.entities.push(mention.entity)
    } else if (!chosen.some(({ from, to }) => mention.from < to && from < mention.to))
      chosen.push({ from: mention.from, to: mention.to, entities: [mention.entity] })
  }
  return chosen.toSorted((a, b) => a.from - b.from)
}
