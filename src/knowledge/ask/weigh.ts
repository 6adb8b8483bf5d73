/** How well a statement answers a question: which places of the question it explains, and what it gives of what is asked for. */
import { lastDay } from '../calendar.ts'
import type { Statement } from '../model.ts'
import { type AskIndex, isYear, type StatementWords } from './ask-index.ts'
import { marked, type Reading, type Span } from './read-question.ts'

export interface Weighed {
  readonly words: StatementWords
  /** How much of the question is explained, 0 to 1. */
  readonly explained: number
  /** The heaviest place that is not, of words that stand in the dataset: of something else, that is. */
  readonly gap: number
  /** The same of words that the dataset does not have. */
  readonly unknown: number
  /** The question asks for a property that this is not and that its words do not tell of. */
  readonly asksElse: boolean
  /** It foresees nothing, and the question asks what will be. */
  readonly notForeseen: boolean
  /** Some word of weight is that of its entity, its value or its text, not only of a frame such as “the five countries say”. */
  readonly anchored: boolean
  /** A year, or an entity by its whole name, that the statement has nothing to do with. */
  readonly misses: boolean
  /** How surely the question asks for its property. */
  readonly cue: number
  readonly isSubject: boolean
  readonly given: number
  readonly notGiven: number
  /** By which statements are ranked. */
  readonly score: number
}

/** How much each kind of explanation explains. Tuned on tests/ask/tuned.*.yaml. */
const by = {
  subject: 1,
  speaker: 0.95,
  value: 0.9,
  named: 0.85,
  said: 0.8,
  words: 0.85,
  word: 0.6,
  cue: 0.95,
  cueOfMany: 0.5,
  text: 0.9,
  same: 0.85,
  kind: 0.6,
  group: 0.7,
} as const

const bonus = {
  subject: 0.06,
  cue: 0.14,
  value: 0.06,
  text: 0.06,
  about: 0.08,
  view: 0.1,
  ended: -0.05,
  notGiven: -0.12,
} as const
/** Beyond this many sure words more of them say nothing more. */
const mostCues = 1.5

const covers = ({ from, to }: Span, place: number): boolean => from <= place && place < to

export function weigh(ask: AskIndex, reading: Reading, words: StatementWords, textScore: number): Weighed {
  const { places, weights } = reading
  const nameWords = ask.nameWords.get(words.entity.id) ?? new Set<string>()
  const inNames = places.map((_, place) => isAmong(reading, place, nameWords) > 0)
  const manyInNames = inNames.filter((isIn, place) => isIn && (weights[place] ?? 0) > 0).length > 1
  const explanations = places.map((_, place) => explain(reading, words, place, inNames[place] === true, manyInNames))

  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const got = weights.reduce((sum, weight, place) => sum + weight * (explanations[place] ?? 0), 0)
  const explained = total === 0 ? 0 : got / total

  const { statement, entity, gives, isValue } = words
  const isSubject = reading.subjects.some(({ entities }) => entities.includes(entity.id))
  const wanted = (['when', 'where', 'who', 'number', 'why'] as const).filter(word => marked(reading, word).length > 0)
  const notGiven = wanted.filter(word => !gives.has(word)).length
  const given = wanted.filter(word => isValue.has(word)).length
  const cue = cueStrength(reading, statement.property.id)
  const score =
    explained +
    (isSubject ? bonus.subject : 0) +
    bonus.cue * Math.min(mostCues, cue) +
    bonus.value * given +
    bonus.text * textScore +
    (statement.until !== undefined && reading.years.length === 0 ? bonus.ended : 0) +
    notGiven * bonus.notGiven +
    (statement.property.id === 'about' && !reading.asks ? bonus.about : 0) +
    (statement.standing === 'viewpoint' && marked(reading, 'says').length > 0 ? bonus.view : 0)
  return {
    words,
    explained,
    ...gapsOf(reading, explanations),
    misses:
      missesYear(reading, explanations) ||
      missesMust(reading, words, explanations) ||
      missesSubject(ask, reading, words, explanations),
    asksElse: asksElse(ask, reading, statement, explanations),
    notForeseen: marked(reading, 'future').length > 0 && !foresees(statement),
    anchored: places.some(
      (_, place) =>
        (weights[place] ?? 0) > 0 && (explanations[place] ?? 0) >= leastExplained && !isFrame(reading, place),
    ),
    cue,
    isSubject,
    given,
    notGiven,
    score,
  }
}

const foreseeing: ReadonlySet<string> = new Set(['due-on', 'pledge', 'pledged-amount', 'host', 'next'])

const foresees = ({ standing, property }: Statement): boolean =>
  standing === 'expected' || standing === 'viewpoint' || foreseeing.has(property.id)

function asksElse(
  { knowledge }: AskIndex,
  { cues, weights, subjects }: Reading,
  { property }: Statement,
  explanations: readonly number[],
): boolean {
  return cues.some(({ cue, from, to }) => {
    if (cue.says !== 'property' || cue.property === property.id) return false
    if (subjects.some(name => name.to - name.from > 1 && name.from <= from && to <= name.to)) return false
    const asked = knowledge.properties.get(cue.property)
    if (asked === undefined || asked.type === 'text' || asked.type === 'texts') return false
    return explanations
      .slice(from, to)
      .some((explanation, nth) => (weights[from + nth] ?? 0) > 0 && explanation < leastExplained)
  })
}

const frames: ReadonlySet<string> = new Set(['says', 'group', 'kind', 'sector', 'count', 'most', 'least'])

const isFrame = ({ cues }: Reading, place: number): boolean =>
  cues.some(({ cue, ...span }) => frames.has(cue.says) && covers(span, place))

/** Less than this explains nothing. */
const leastExplained = 0.55

function gapsOf(
  { places, weights, index }: Reading,
  explanations: readonly number[],
): { gap: number; unknown: number } {
  let gap = 0
  let unknown = 0
  let run = 0
  for (const [place, weight] of weights.entries()) {
    if ((explanations[place] ?? 0) >= leastExplained) {
      run = 0
      continue
    }
    // Chinese words are of several characters: a run of them is one word.
    run = places[place]?.script === 'Han' ? run + weight : weight
    if (places[place]?.script !== 'Han' && index.isUnknown(places[place]?.stem ?? '')) unknown = Math.max(unknown, run)
    else gap = Math.max(gap, Math.min(1, run))
    if (places[place]?.script !== 'Han') run = 0
  }
  return { gap, unknown }
}

const missesYear = ({ places }: Reading, explanations: readonly number[]): boolean =>
  places.some(({ word }, place) => isYear(word) && (explanations[place] ?? 0) < leastExplained)

/** What the dataset hardly holds must stand in the text itself. */
function missesMust(reading: Reading, { terms }: StatementWords, explanations: readonly number[]): boolean {
  return marked(reading, 'must').some(({ from, to }) => {
    if (reading.subjects.some(name => name.to - name.from > 1 && name.from <= from && to <= name.to)) return false
    const places = explanations.slice(from, to).map((_, nth) => from + nth)
    return places.some(place => isAmong(reading, place, terms) === 0 || (explanations[place] ?? 0) < leastExplained)
  })
}

/** What is named in full must have to do with the statement, unless its words are explained otherwise. */
function missesSubject(
  { knowledge }: AskIndex,
  reading: Reading,
  words: StatementWords,
  explanations: readonly number[],
): boolean {
  const { entity, values, named, speaker } = words
  return reading.subjects.some(({ from, to, entities }) => {
    if (entities.some(id => id === entity.id || id === speaker || values.has(id) || named.has(id))) return false
    // Another of its kind, named in full, shares words with it and is not it.
    if (to - from > 1 && entities.every(id => knowledge.entities.get(id)?.kind === entity.kind)) return true
    return explanations
      .slice(from, to)
      .some((explanation, nth) => (reading.weights[from + nth] ?? 0) > 0 && explanation < leastExplained)
  })
}

/** 1 for a stem of the place itself, 0.9 for one that stands for it, 0 for none. */
function anyOf({ alternatives }: Reading, place: number, stems: ReadonlySet<string>): number {
  const own = alternatives[place] ?? []
  const nth = own.findIndex(stem => stems.has(stem))
  return nth === -1 ? 0 : nth === 0 ? 1 : 0.95
}

function explain(
  reading: Reading,
  words: StatementWords,
  place: number,
  inNames: boolean,
  manyInNames: boolean,
): number {
  const { places, mentions, cues } = reading
  const { statement, entity, values, named, speaker } = words
  const word = places[place]?.word ?? ''
  const found: number[] = [0]
  if (isYear(word)) return holdsIn(words, word) || inNames ? 1 : words.said.has(word) ? by.said : 0
  for (const mention of mentions) {
    if (!covers(mention, place)) continue
    if (mention.entity === entity.id) found.push(by.subject)
    else if (mention.entity === speaker) found.push(by.speaker)
    else if (values.has(mention.entity)) found.push(by.value)
    else if (named.has(mention.entity)) found.push(by.named)
  }
  for (const { cue, ...span } of cues) {
    if (!covers(span, place)) continue
    if (cue.says === 'property' && cue.property === statement.property.id)
      found.push(isManySaid(statement) && !isOwnName(reading, statement, place) ? by.cueOfMany : by.cue)
    else if (cue.says === 'kind' && cue.kind === entity.kind) found.push(by.kind)
    else if (cue.says === 'sector' && cue.sector === entity.sector) found.push(by.kind)
    else if (cue.says === 'group') found.push(by.group)
    else if (cue.says === 'says' && statement.standing === 'viewpoint') found.push(by.cue)
  }
  if (inNames) found.push(manyInNames ? by.words : by.word)
  if (reading.same.some(({ group, ...span }) => covers(span, place) && words.groups.has(group))) found.push(by.same)
  found.push(by.text * isAmong(reading, place, words.terms))
  return Math.max(...found)
}

/** Of texts on many things the name of their property says little: “a remark”. */
const isManySaid = ({ property }: Statement): boolean => property.many && property.type === 'text'

function isOwnName(reading: Reading, { property }: Statement, place: number): boolean {
  const own = reading.index.propertyNames.get(property.id)
  return own !== undefined && isAmong(reading, place, own) > 0
}

/** As `anyOf`; Chinese characters together with a neighbour. */
function isAmong(reading: Reading, place: number, terms: ReadonlySet<string>): number {
  const { places } = reading
  const cell = places[place]
  if (cell?.script !== 'Han') return anyOf(reading, place, terms)
  const [before, after] = [places[place - 1], places[place + 1]]
  const isThere =
    (before?.script === 'Han' && terms.has(before.stem + cell.stem)) ||
    (after?.script === 'Han' && terms.has(cell.stem + after.stem))
  return Number(isThere)
}

/** The year stands in it, is that of its knowledge, or lies while it held. */
function holdsIn({ statement, years }: StatementWords, year: string): boolean {
  if (years.has(year)) return true
  const { since, until, asOf } = statement
  if (asOf?.startsWith(year)) return true
  if (since === undefined) return false
  return (
    since.slice(0, 4) <= year &&
    (until === undefined ? statement.property.ages || year <= (asOf ?? year) : year <= lastDay(until).slice(0, 4))
  )
}

/** The words of a name hardly ask for anything. */
const inName = 0.3

/** The more, the fewer other properties the words of the question ask for. */
export function cueStrength(reading: Reading, property: string): number {
  // What asks for nothing in particular.
  if (property === 'about') return 0
  let strength = 0
  const seen = new Set<string>()
  for (const { cue, from, to } of reading.cues) {
    if (cue.says !== 'property' || cue.property !== property || seen.has(`${from}-${to}`)) continue
    seen.add(`${from}-${to}`)
    const others = reading.cues.filter(
      other => other.from === from && other.to === to && other.cue.says === 'property',
    ).length
    const isInName = reading.subjects.some(name => name.to - name.from > 1 && name.from <= from && to <= name.to)
    strength += ((to - from) / Math.sqrt(others)) * (isInName ? inName : 1)
  }
  return strength
}
