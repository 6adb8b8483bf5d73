/** What a computed answer starts from: whom the question is about, what it asks for, and how much of it is left when that is understood. */
import type { Entity, Property } from '../../model.ts'
import type { AskIndex } from '../ask-index.ts'
import type { Mark } from '../cue.ts'
import { isAmong } from '../explain.ts'
import { isWithin, lengthOf, marked, overlaps, type Reading, type Span, weightOf } from '../reading.ts'

export interface Subject extends Span {
  readonly entity: Entity
  /** Named in full, not only by a word that its name has. */
  readonly isSure: boolean
}

export interface Problem {
  readonly ask: AskIndex
  readonly reading: Reading
  readonly subjects: readonly Subject[]
  readonly isYesNo: boolean
  /** The five, or the six, where the question speaks of them. */
  readonly group: readonly Entity[] | undefined
}

export function problemOf(ask: AskIndex, reading: Reading): Problem {
  const groups = reading.cues.flatMap(({ cue, ...span }) =>
    // The group in “China-Central Asia spirit” is part of a name.
    cue.says === 'group' && !reading.subjects.some(name => isWithin(span, name))
      ? [{ ...span, entities: cue.entities }]
      : [],
  )
  const widest = groups.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  return {
    ask,
    reading,
    subjects: subjectsOf(ask, reading),
    isYesNo: isYesNo(reading),
    group: widest?.entities.flatMap(id => ask.knowledge.entities.get(id) ?? []),
  }
}

function isYesNo(reading: Reading): boolean {
  const end = reading.places.length
  // “More or less”, “in A or in B”: neither yes nor no says which.
  const isWeighty = (from: number, to: number): boolean =>
    reading.places
      .slice(from, to)
      .some(({ weight, cues }) => weight > 0 && !cues.some(({ says }) => says === 'negation'))
  if (marked(reading, 'or').some(({ from, to }) => isWeighty(0, from) && isWeighty(to, end))) return false
  // “Could you list …” is no such question.
  const polite = marked(reading, 'filler').filter(span => lengthOf(span) > 1)
  return (
    marked(reading, 'yes-no').some(span => span.from === 0 && !polite.some(filler => isWithin(span, filler))) ||
    marked(reading, 'yes-no-any').length > 0 ||
    marked(reading, 'yes-no-end').some(({ to }) => to === end)
  )
}

/** A letter or a figure names nothing by itself. */
const shortestLoose = 3
/** A word that more names share says of none that it is meant. */
const mostSharing = 2

/**
 * Entities by their whole names; by what is left of a name where its kind is said elsewhere (“the first and the second summit”); by a
 * word that hardly another name has.
 */
function subjectsOf(ask: AskIndex, reading: Reading): readonly Subject[] {
  const entity = (id: string): readonly Entity[] => {
    const found = ask.knowledge.entities.get(id)
    return found ? [found] : []
  }
  const whole = reading.subjects.flatMap(({ from, to, entities }) =>
    entities.flatMap(entity).map((each): Subject => ({ from, to, entity: each, isSure: true })),
  )
  const alternatives = reading.places.map(place => place.alternatives)
  const short = reading.places.flatMap((_, from) =>
    ask.shortNames.at(alternatives, from).flatMap(({ what, to }) =>
      entity(what.entity)
        .filter(named => isKindSaid(reading, named) && !isInWord(reading, { from, to }))
        .map((named): Subject => ({ from, to, entity: named, isSure: false })),
    ),
  )
  const certain = [...whole, ...short]
  const loose = reading.places.flatMap(({ cell, alternatives: stems, weight, isYear }, from) => {
    const place = { from, to: from + 1 }
    const ids =
      stems.map(stem => ask.namedWith.get(stem) ?? []).find(({ length }) => length > 0 && length <= mostSharing) ?? []
    const isAsked = reading.cues.some(
      ({ cue, ...span }) => cue.says !== 'filler' && cue.says !== 'must' && isWithin(place, span),
    )
    if (cell.script === 'Han' || cell.word.length < shortestLoose || weight === 0) return []
    if (isAsked || certain.some(subject => overlaps(place, subject))) return []
    return ids
      .flatMap(entity)
      .filter(each => !isYear || isKindSaid(reading, each))
      .map((each): Subject => ({ ...place, entity: each, isSure: false }))
  })
  const groups = reading.cues.filter(({ cue }) => cue.says === 'group')
  return [...certain, ...loose].filter(subject => !groups.some(group => isWithin(subject, group)))
}

/** 土 of 领土 is no Turkmenistan: a Chinese character that is a part of another word names nobody. */
const isInWord = ({ cues, places }: Reading, span: Span): boolean =>
  places[span.from]?.cell.script === 'Han' &&
  cues.some(other => lengthOf(other) > lengthOf(span) && isWithin(span, other) && other.cue.says !== 'filler')

/** The question says a word for what the entity is. */
const isKindSaid = ({ cues }: Reading, { kind, sector }: Entity): boolean =>
  cues.some(({ cue }) => (cue.says === 'kind' && cue.kind === kind) || (cue.says === 'sector' && cue.sector === sector))

/** Nothing of weight stands between them: “of China and Kazakhstan”, and not “how many Uzbeks live in China”. */
export function areTogether({ reading }: Problem, subjects: readonly Span[]): boolean {
  const ordered = subjects.toSorted((a, b) => a.from - b.from)
  return ordered.every(({ to }, nth) => weightOf(reading, { from: to, to: ordered[nth + 1]?.from ?? to }) === 0)
}

/** What frames a computed question and asks for no property of its own. */
const frames: ReadonlySet<string> = new Set([
  'count',
  'list',
  'difference',
  'negation',
  'compare',
  'most',
  'least',
  'second',
  'third',
  'total',
  'kind',
  'sector',
  'stage',
  'group',
  'yes-no',
  'when',
  'where',
  'who',
  'number',
])

export const isFrame = ({ cues }: Reading, place: number): boolean =>
  cues.some(({ cue, from, to }) => frames.has(cue.says) && from <= place && place < to)

/** Most of the question that may be left: of all its weight, and of one place. */
const mostLeft = { share: 0.28, gap: 0.6 } as const

/** Hardly anything of weight is left of the question besides these spans and its frame. */
export function isUnderstood(
  { reading }: Problem,
  mostShare: number = mostLeft.share,
  ...spans: readonly (readonly Span[])[]
): boolean {
  const all = spans.flat()
  const rest = reading.places.map(({ weight }, place) =>
    isFrame(reading, place) || all.some(({ from, to }) => from <= place && place < to) ? 0 : weight,
  )
  const total = reading.places.reduce((sum, { weight }) => sum + weight, 0)
  const share = total === 0 ? 1 : rest.reduce((sum, weight) => sum + weight, 0) / total
  return share <= mostShare && Math.max(0, ...rest) <= mostLeft.gap
}

export const understood = (problem: Problem, ...spans: readonly (readonly Span[])[]): boolean =>
  isUnderstood(problem, mostLeft.share, ...spans)

/** What asks for it, also by a single word of a longer phrase. */
export const cueSpans = ({ reading }: Problem, property: Property): readonly Span[] => {
  const words = reading.index.propertyWords.get(property.id) ?? new Set<string>()
  return [
    ...reading.cues.filter(({ cue }) => cue.says === 'property' && cue.property === property.id),
    ...reading.places.flatMap((_, from) => (isAmong(reading, from, words) > 0 ? [{ from, to: from + 1 }] : [])),
  ]
}

export const yearSpans = ({ reading: { places } }: Problem): readonly Span[] =>
  places.flatMap(({ isYear }, from) => (isYear ? [{ from, to: from + 1 }] : []))

/** Where it is said how many they are. */
export const numberSpans = ({ places }: Reading, count: number): readonly Span[] =>
  places.flatMap(({ alternatives }, from) => (alternatives.includes(String(count)) ? [{ from, to: from + 1 }] : []))

/** Properties that words of weight ask for, the surest first. */
export function askedFor({ ask, reading }: Problem, fits: (property: Property) => boolean): readonly Property[] {
  const ids = new Set(
    reading.cues.flatMap(({ cue, ...span }) =>
      cue.says === 'property' && (weightOf(reading, span) > 0 || cue.role !== 'asked') ? [cue.property] : [],
    ),
  )
  return [...ids]
    .flatMap(id => ask.knowledge.properties.get(id) ?? [])
    .filter(fits)
    .toSorted((a, b) => strengthOf(reading, b) - strengthOf(reading, a))
}

export const strengthOf = ({ strengths }: Reading, { id }: Property): number => strengths.get(id) ?? 0

/** What “is X in Y” may mean, where it says no more. */
export const memberships: ReadonlySet<string> = new Set([
  'members',
  'memberships',
  'countries',
  'country',
  'participants',
  'part-of',
  'held-in',
  'seat',
])

/** From this strength on a property is asked for and not only touched. */
export const surelyAsked = 0.7

export const isMeasured = ({ type }: Property): boolean => type === 'number' || type === 'date'
export const namesEntities = ({ type }: Property): boolean => type === 'entities' || type === 'entity'

/** Which end of an order is asked for: by the property's own words (“costliest”), else by general ones outside of names. */
export function direction({ ask, reading }: Problem, property?: Property): 'most' | 'least' | undefined {
  // Who put something forward first is not asked of countries, and their relations not of initiatives.
  const isOfSameKind = (id: string): boolean =>
    property === undefined || ask.knowledge.properties.get(id)?.on.some(kind => property.on.includes(kind)) === true
  // “Largest” of “largest city” is a part of what is asked for.
  const isOfAnother = (span: Span): boolean =>
    reading.cues.some(
      ({ cue, ...other }) =>
        cue.says === 'property' &&
        cue.role === 'asked' &&
        cue.property !== property?.id &&
        isOfSameKind(cue.property) &&
        lengthOf(other) > lengthOf(span) &&
        isWithin(span, other),
    )
  const own = reading.cues.flatMap(({ cue, ...span }) =>
    cue.says === 'property' && cue.property === property?.id && cue.role !== 'asked' && !isOfAnother(span)
      ? [{ ...span, role: cue.role }]
      : [],
  )
  const longest = own.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
  if (longest) return longest.role
  const isSaid = (mark: Mark): boolean =>
    marked(reading, mark).some(
      span =>
        !reading.mentions.some(name => lengthOf(name) > 1 && isWithin(span, name)) &&
        !isOfAnother(span) &&
        // “Last” of “last year”.
        !marked(reading, 'filler').some(filler => lengthOf(filler) > lengthOf(span) && isWithin(span, filler)),
    )
  // “More or less” is neither.
  const [most, least] = [isSaid('most'), isSaid('least')]
  return most === least ? undefined : most ? 'most' : 'least'
}

/** Places of weight that nothing explains: of a name, if of anything. */
export function restOf({ reading, subjects }: Problem): readonly Span[] {
  const spans: readonly Span[] = [
    ...subjects,
    ...reading.cues.filter(({ cue }) => cue.says !== 'filler' && cue.says !== 'small'),
  ]
  return reading.places.flatMap(({ cell, weight, isYear }, from) => {
    const place = { from, to: from + 1 }
    const isRest = cell.script !== 'Han' && !isYear && weight > 0 && !spans.some(span => isWithin(place, span))
    return isRest ? [place] : []
  })
}

/** “The newest of the global initiatives”: words that ask for nothing and name nobody are of the names that are meant. */
export function hasRestInName(problem: Problem, entity: Entity): boolean {
  const words = problem.ask.nameWords.get(entity.id) ?? new Set<string>()
  return restOf(problem).every(({ from }) => isAmong(problem.reading, from, words) > 0)
}
