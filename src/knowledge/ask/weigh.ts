/** How well a statement answers a question: which places of the question it explains, and what it gives of what is asked for. */
import { lastDay } from '../calendar.ts'
import { type AskIndex, isYear, type StatementWords } from './ask-index.ts'
import { marked, type Reading, type Span } from './read-question.ts'

export interface Weighed {
  readonly words: StatementWords
  /** How much of the question is explained, 0 to 1. */
  readonly explained: number
  /** The heaviest place that is not. */
  readonly gap: number
  /** By which statements are ranked. */
  readonly score: number
}

/** How much each kind of explanation explains. Tuned on tests/ask/tuned.*.yaml. */
const by = {
  subject: 1,
  speaker: 0.95,
  value: 0.9,
  named: 0.85,
  related: 0.5,
  words: 0.85,
  word: 0.6,
  cue: 0.95,
  text: 0.9,
  same: 0.85,
  kind: 0.6,
  group: 0.7,
} as const

const bonus = { subject: 0.06, cue: 0.12, text: 0.05, ended: -0.05, notGiven: -0.12, about: 0.02 } as const

const covers = ({ from, to }: Span, place: number): boolean => from <= place && place < to

export function weigh(ask: AskIndex, reading: Reading, words: StatementWords, textScore: number): Weighed {
  const { places, weights } = reading
  const nameWords = ask.nameWords.get(words.entity.id) ?? new Set<string>()
  const inNames = places.map((_, place) => anyOf(reading, place, nameWords) > 0)
  const manyInNames = inNames.filter((isIn, place) => isIn && (weights[place] ?? 0) > 0).length > 1
  const explanations = places.map((_, place) => explain(reading, words, place, inNames[place] === true, manyInNames))

  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const got = weights.reduce((sum, weight, place) => sum + weight * (explanations[place] ?? 0), 0)
  const explained = total === 0 ? 0 : got / total
  const gap = Math.max(0, ...weights.map((weight, place) => ((explanations[place] ?? 0) < 0.3 ? weight : 0)))

  const { statement, entity, gives } = words
  const isSubject = reading.subjects.some(({ entities }) => entities.includes(entity.id))
  const notGiven = (['when', 'where', 'who', 'number'] as const).filter(
    word => marked(reading, word).length > 0 && !gives.has(word),
  ).length
  const score =
    explained +
    (isSubject ? bonus.subject : 0) +
    bonus.cue * Math.min(1, cueStrength(reading, statement.property.id)) +
    bonus.text * textScore +
    (statement.until !== undefined && reading.years.length === 0 ? bonus.ended : 0) +
    notGiven * bonus.notGiven +
    (statement.property.id === 'about' ? bonus.about : 0)
  return { words, explained, gap, score }
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
  if (isYear(word)) return holdsIn(words, word) || inNames ? 1 : 0
  for (const mention of mentions) {
    if (!covers(mention, place)) continue
    if (mention.entity === entity.id) found.push(by.subject)
    else if (mention.entity === speaker) found.push(by.speaker)
    else if (values.has(mention.entity)) found.push(by.value)
    else if (named.has(mention.entity)) found.push(by.named)
  }
  for (const { cue, ...span } of cues) {
    if (!covers(span, place)) continue
    if (cue.says === 'property' && cue.property === statement.property.id) found.push(by.cue)
    else if (cue.says === 'kind' && cue.kind === entity.kind) found.push(by.kind)
    else if (cue.says === 'sector' && cue.sector === entity.sector) found.push(by.kind)
    else if (cue.says === 'group') found.push(by.group)
  }
  if (inNames) found.push(manyInNames ? by.words : by.word)
  found.push(inText(reading, words, place))
  return Math.max(...found)
}

function inText(reading: Reading, { terms }: StatementWords, place: number): number {
  const { places } = reading
  const cell = places[place]
  if (cell?.script === 'Han') {
    const before = places[place - 1]
    const after = places[place + 1]
    const isThere =
      (before?.script === 'Han' && terms.has(before.stem + cell.stem)) ||
      (after?.script === 'Han' && terms.has(cell.stem + after.stem))
    return isThere ? by.text : 0
  }
  return by.text * anyOf(reading, place, terms)
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

/** The more, the fewer other properties the words of the question ask for. */
export function cueStrength(reading: Reading, property: string): number {
  let strength = 0
  const seen = new Set<string>()
  for (const { cue, from, to } of reading.cues) {
    if (cue.says !== 'property' || cue.property !== property || seen.has(`${from}-${to}`)) continue
    seen.add(`${from}-${to}`)
    const others = reading.cues.filter(
      other => other.from === from && other.to === to && other.cue.says === 'property',
    ).length
    strength += (to - from) / Math.sqrt(others)
  }
  return strength
}
