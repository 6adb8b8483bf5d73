/** How well a statement answers a question, in the figures by which statements are ranked and answers are trusted. */
import type { Kind, QuestionWord, Statement } from '../model.ts'
import { type AskIndex, type StatementWords, termsOf } from './ask-index.ts'
import { explain, leastExplained } from './explain.ts'
import { misses } from './misses.ts'
import { isInName, marked, type Place, type Reading } from './reading.ts'

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
  /** The question says what kind of thing it is about, and it is about none of that kind. */
  readonly otherKind: boolean
  /** It foresees nothing, and the question asks what will be. */
  readonly notForeseen: boolean
  /** Some word of weight is that of its entity, its value or its text, not only of a frame such as “the five countries say”. */
  readonly anchored: boolean
  /** It passes over what it must not. */
  readonly misses: boolean
  /** How surely the question asks for its property. */
  readonly cue: number
  readonly isSubject: boolean
  /** How many of the kinds of answer that are asked for its value is. */
  readonly given: number
  /** Which of them stand nowhere in it. */
  readonly notGiven: readonly QuestionWord[]
  /** By which statements are ranked. */
  readonly score: number
}

/** What raises and lowers the rank. Tuned on tests/ask/tuned.*.yaml and questions like those. */
const bonus = {
  cue: 0.1,
  view: 0.09,
  viewOf: 0.1,
  about: 0.08,
  aboutAlone: 0.22,
  subject: 0.1,
  value: 0.11,
  text: 0.15,
  many: 0.05,
  ended: -0.05,
  notGiven: -0.12,
  noReason: -0.25,
  misses: -0.5,
} as const

/** Beyond this many sure words more of them say nothing more. */
const mostCues = 1.5

/** `textScore` is how well the words of its text match, 0 to 1, as the search library has it. */
export function weigh(ask: AskIndex, reading: Reading, words: StatementWords, textScore: number): Weighed {
  const { places, subjects, wanted } = reading
  const { statement, entity, gives, isValue } = words
  const explanations = explain(ask, reading, words)
  const total = places.reduce((sum, { weight }) => sum + weight, 0)
  const got = places.reduce((sum, { weight }, at) => sum + weight * (explanations[at] ?? 0), 0)
  const explained = total === 0 ? 0 : got / total

  const isSubject = subjects.some(({ entities }) => entities.includes(entity.id))
  const isMissing = misses(ask, reading, words, explanations)
  const notGiven = wanted.filter(word => !gives.has(word))
  const given = wanted.filter(word => isValue.has(word)).length
  const cue = reading.strengths.get(statement.property.id) ?? 0
  const saysSpeaker =
    marked(reading, 'says').length > 0 &&
    subjects.some(({ entities }) => words.speaker !== undefined && entities.includes(words.speaker))
  const isNoReason = wanted.includes('why') && !gives.has('why') && statement.property.type !== 'text'
  const score =
    explained +
    bonus.cue * Math.min(mostCues, cue) +
    bonus.value * given +
    bonus.text * textScore +
    bonus.notGiven * notGiven.length +
    (isSubject ? bonus.subject : 0) +
    (statement.property.many && statement.property.type === 'text' ? bonus.many : 0) +
    (saysSpeaker ? bonus.viewOf : 0) +
    (isMissing ? bonus.misses : 0) +
    (isNoReason ? bonus.noReason : 0) +
    (statement.until !== undefined && reading.years.length === 0 ? bonus.ended : 0) +
    (statement.property.id === 'about' ? aboutBonus(reading) : 0) +
    (statement.standing === 'viewpoint' && marked(reading, 'says').length > 0 ? bonus.view : 0)
  return {
    words,
    explained,
    ...gapsOf(reading, explanations),
    asksElse: asksElse(ask, reading, statement, explanations),
    otherKind: kindsAsked(reading).some(kind => !words.kinds.has(kind)),
    notForeseen: marked(reading, 'future').length > 0 && !foresees(statement),
    anchored: places.some(
      (place, at) =>
        place.weight > 0 &&
        (explanations[at] ?? 0) >= leastExplained &&
        (!isFrame(place) || isInName({ from: at, to: at + 1 }, subjects)),
    ),
    misses: isMissing,
    cue,
    isSubject,
    given,
    notGiven,
    score,
  }
}

function aboutBonus({ isNameAlone, asks, wanted }: Reading): number {
  if (isNameAlone) return bonus.aboutAlone
  return asks || wanted.some(word => word !== 'who') ? 0 : bonus.about
}

/** Of kinds that are said by themselves, outside of names. */
const kindsAsked = ({ cues, subjects }: Reading): readonly Kind[] =>
  cues.flatMap(({ cue, ...span }) => (cue.says === 'kind' && !isInName(span, subjects) ? [cue.kind] : []))

const foreseeing: ReadonlySet<string> = new Set(['due-on', 'pledge', 'pledged-amount', 'host', 'next'])

const foresees = ({ standing, property }: Statement): boolean =>
  standing === 'expected' || standing === 'viewpoint' || foreseeing.has(property.id)

function asksElse(
  { knowledge }: AskIndex,
  { cues, places, subjects }: Reading,
  { property }: Statement,
  explanations: readonly number[],
): boolean {
  return cues.some(span => {
    if (span.cue.says !== 'property' || span.cue.property === property.id || isInName(span, subjects)) return false
    const asked = knowledge.properties.get(span.cue.property)
    if (asked === undefined || (asked.many && asked.type === 'text')) return false
    return places
      .slice(span.from, span.to)
      .some(({ weight }, nth) => weight > 0 && (explanations[span.from + nth] ?? 0) < leastExplained)
  })
}

const frames: ReadonlySet<string> = new Set(['says', 'group', 'kind', 'sector', 'count', 'most', 'least'])

const isFrame = ({ cues }: Place): boolean => cues.some(({ says }) => frames.has(says))

function gapsOf({ places, index }: Reading, explanations: readonly number[]): { gap: number; unknown: number } {
  let gap = 0
  let unknown = 0
  for (const run of runsOf(
    places.map((_, at) => (explanations[at] ?? 0) < leastExplained),
    places,
  )) {
    const weight = Math.min(
      1,
      run.reduce((sum, place) => sum + place.weight, 0),
    )
    const terms = termsOf(run.map(({ cell }) => cell))
    const isHan = run.every(({ cell }) => cell.script === 'Han')
    // There are no typos in Chinese: what is left of it is of something else. A character alone may be a word.
    if (isHan) gap = Math.max(gap, run.length === 1 ? leastOfHan : weight)
    else if (terms.every(index.isUnknown)) unknown = Math.max(unknown, weight)
    else gap = Math.max(gap, weight)
  }
  return { gap, unknown }
}

const leastOfHan = 0.6

/** The places that are left, a word each: Chinese words are of several characters, so neighbours are taken for one. */
function runsOf(isLeft: readonly boolean[], places: readonly Place[]): readonly (readonly Place[])[] {
  const runs: Place[][] = []
  for (const [at, place] of places.entries()) {
    if (isLeft[at] !== true || place.weight === 0) continue
    const isHan = place.cell.script === 'Han'
    const before = places[at - 1]
    if (isHan && isLeft[at - 1] === true && before?.cell.script === 'Han' && before.weight > 0) runs.at(-1)?.push(place)
    else runs.push([place])
  }
  return runs
}
