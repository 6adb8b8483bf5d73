/** How well a statement answers a question, in the figures by which statements are ranked and answers are trusted. */

import { accountsOf } from '../accounts.ts'
import { lastDay } from '../calendar.ts'
import type { QuestionWord, Statement } from '../model.ts'
import { datesOf } from '../relations.ts'
import type { AskIndex } from './ask-index.ts'
import { matterOf, type NearestAsked, nothing } from './asked-questions.ts'
import { explain, leastExplained, placesAmong } from './explain.ts'
import { type Missing, missing } from './misses.ts'
import { askedOf, type NotHeld } from './not-held.ts'
import { isInName, marked, type Place, type Reading } from './reading.ts'
import type { StatementWords } from './statement-words.ts'
import { isFigure } from './terms.ts'

export interface Weighed {
  readonly words: StatementWords
  /** How far it explains each place of the question, 0 to 1. */
  readonly explanations: readonly number[]
  /** How much of the question is explained, 0 to 1. */
  readonly explained: number
  /** What it passes over that it should not. */
  readonly missing: Missing
  /** How surely the question asks for its property. */
  readonly cue: number
  readonly isSubject: boolean
  /** How many of the kinds of answer that are asked for its value is. */
  readonly given: number
  /** Which of them stand nowhere in it. */
  readonly notGiven: readonly QuestionWord[]
  /** What `bonus` is given for, by its names. */
  readonly parts: Readonly<Record<keyof typeof bonus, number>>
  /** By which statements are ranked. */
  readonly score: number
}

/** What speaks against the best statement's being an answer. */
export interface Doubts {
  /** The question asks for something else, which is not held of whom it names. */
  readonly notHeld: boolean
  /** It foresees nothing, and the question asks what will be. */
  readonly notForeseen: boolean
  /** No word of weight is that of its entity, its value or its text, only of a frame such as “the five countries say”, a figure or a slip. */
  readonly notAnchored: boolean
}

/** What raises and lowers the rank: fitted on some 8,500 questions like those of tests/ask/tuned.yaml, so that what answers comes before what does not. Set by hand: `onlyCue`, `aboutAlone`, `ended`, and `misses`, which weighs more than fitted because what passes something over is hardly an answer. */
const bonus = {
  explained: 0.619,
  text: 0.359,
  near: 0.544,
  likewise: 0.166,
  // Shares of the question's weight in the words of the entity's names, of all questions that people type for the statement, and of the nearest of these.
  inName: 0.188,
  inAsked: 0.229,
  inNearest: -0.239,
  // For how many questions it is the answer, against the others: what people ask more is meant more.
  oftenAsked: 0.135,
  cue: 0.028,
  // No other property is asked for more surely: the more of the question is names, the more it says.
  surest: 0.137,
  // Nothing but names weighs anything, and only what asks for the property tells what is asked.
  onlyCue: 0.1,
  subject: 0.05,
  given: 0.093,
  viewOf: 0.164,
  view: -0.058,
  about: 0.028,
  aboutAlone: 0.6,
  listed: 0.315,
  otherKind: -0.086,
  ended: -0.05,
  notGiven: -0.232,
  noReason: -0.306,
  misses: -0.5,
} as const

/** From this share of the weight on a question is hardly more than names. */
const mostlyNamed = 0.95
/** From here on several sure words ask for it. */
const mostCues = 1.5

/** `textScore` is how well the words of its text match, 0 to 1, as the search library has it. */
export function weigh(
  ask: AskIndex,
  reading: Reading,
  words: StatementWords,
  textScore: number,
  asked: NearestAsked,
): Weighed {
  const { places, subjects, wanted } = reading
  const { statement, entity, gives, isValue } = words
  const total = places.reduce((sum, { weight }) => sum + weight, 0)
  // A name alone is near to whatever is asked of it.
  const nearest = reading.isNameAlone ? nothing : asked.ofStatement(statement.id)
  const likewise = asked.ofMatter(matterOf(statement))
  const explanations = explain(ask, reading, words, nearest, likewise)
  const got = places.reduce((sum, { weight }, at) => sum + weight * (explanations[at] ?? 0), 0)
  const explained = total === 0 ? 0 : got / total

  const isSubject = subjects.some(({ entities }) => entities.includes(entity.id))
  const passedOver = missing(ask, reading, words, explanations, nearest.near)
  const notGiven = wanted.filter(word => !gives.has(word))
  const given = wanted.filter(word => isValue.has(word)).length
  const cue = reading.strengths.get(statement.property.id) ?? 0
  const isSaid = marked(reading, 'says').length > 0
  const isOfSpeaker = subjects.some(({ entities }) => words.speaker !== undefined && entities.includes(words.speaker))
  const isText = statement.property.type === 'text'
  const isAbout = statement.property.id === 'about'
  const isView = statement.standing === 'viewpoint'
  const share = (terms: ReadonlySet<string>): number => {
    const among = placesAmong(reading, terms)
    return total === 0 ? 0 : places.reduce((sum, { weight }, at) => sum + weight * (among[at] ?? 0), 0) / total
  }
  const named =
    total === 0 ? 0 : places.reduce((sum, { weight, mentions }) => sum + (mentions.length > 0 ? weight : 0), 0) / total
  const parts = {
    explained,
    text: textScore,
    near: nearest.near,
    likewise: likewise.near,
    inName: share(ask.nameWords.get(entity.id) ?? none),
    inAsked: share(words.asked),
    inNearest: share(nearest.terms),
    oftenAsked: Math.log(1 + words.askedOften) - reading.index.usuallyAsked,
    cue: Math.min(mostCues, cue),
    surest: cue > 0 && [...reading.strengths.values()].every(other => other <= cue) ? named : 0,
    onlyCue: named > mostlyNamed ? Math.min(mostCues, cue) : 0,
    subject: Number(isSubject),
    given,
    viewOf: Number(isSaid && isOfSpeaker),
    view: Number(isView),
    about: Number(isAbout && !reading.isNameAlone && !reading.asks && wanted.every(word => word === 'who')),
    aboutAlone: Number(isAbout && reading.isNameAlone && isSubject),
    listed: Number(
      isSubject &&
        !reading.isNameAlone &&
        statement.property.type === 'texts' &&
        (marked(reading, 'list').length > 0 || isHowMany(reading, statement)),
    ),
    otherKind: Number(isOfOtherKind(reading, words)),
    ended: Number((statement.until !== undefined || (!isSubject && isPast(ask, words))) && reading.years.length === 0),
    notGiven: notGiven.length,
    noReason: Number(wanted.includes('why') && !gives.has('why') && !isText),
    misses: Number(passedOver !== 'nothing'),
  }
  const score = (Object.keys(parts) as (keyof typeof parts)[]).reduce((sum, part) => sum + bonus[part] * parts[part], 0)
  return { words, explanations, explained, missing: passedOver, cue, isSubject, given, notGiven, parts, score }
}

const none: ReadonlySet<string> = new Set()

/** “The eight things”: as many as it lists, and no other number, as that of one of them. */
function isHowMany({ places }: Reading, statement: Statement): boolean {
  const value = accountsOf(statement)[0]?.value
  if (value?.type !== 'texts') return false
  const numbers = places.filter(({ alternatives, isYear }) => !isYear && alternatives.some(isFigure))
  const count = String(value.texts.en.length)
  return numbers.length > 0 && numbers.every(({ alternatives }) => alternatives.includes(count))
}

/** The question says what kind of thing it asks about, and nothing here is one. */
function isOfOtherKind({ cues }: Reading, { kinds }: StatementWords): boolean {
  const said = cues.flatMap(({ cue }) => (cue.says === 'kind' ? [cue.kind] : []))
  return said.length > 0 && !said.some(kind => kinds.has(kind))
}

export function doubts(ask: AskIndex, reading: Reading, best: Weighed): Doubts {
  const { places, subjects } = reading
  const { words, explanations } = best
  return {
    notHeld: notHeld(ask, reading, best),
    notForeseen: marked(reading, 'future').length > 0 && !foresees(words.statement),
    notAnchored:
      best.parts.near < surelyNear &&
      !(best.cue >= mostCues && best.parts.near >= likeNear) &&
      !places.some(
        (place, at) =>
          place.weight > 0 &&
          (explanations[at] ?? 0) >= leastExplained &&
          isHold(reading, place) &&
          (!isFrame(place) || isInName({ from: at, to: at + 1 }, subjects)),
      ),
  }
}

/** What came next after something has come itself: who asks for what is next means no such. */
const isPast = ({ knowledge }: AskIndex, { statement, values }: StatementWords): boolean =>
  statement.property.id === 'next' &&
  [...values].some(id => {
    const next = knowledge.entities.get(id)
    return next !== undefined && datesOf(next).some(({ date }) => lastDay(date.to ?? date.from) < knowledge.date)
  })

const foreseeing: ReadonlySet<string> = new Set(['due-on', 'pledge', 'pledged-amount', 'host', 'next'])

const foresees = ({ standing, property }: Statement): boolean =>
  standing === 'expected' || standing === 'viewpoint' || foreseeing.has(property.id)

/** A property is asked for that the one who is named has not, or not for that year, in words that the statement leaves, and hardly its own. */
function notHeld(ask: AskIndex, reading: Reading, { words, explanations, cue }: Weighed): boolean {
  const asked = askedOf(ask, reading)
  if (!asked || asked.property === words.statement.property || isHeld(reading, asked)) return false
  const strength = reading.strengths.get(asked.property.id) ?? 0
  if (strength < surelyAsked || cue >= strength / 2) return false
  return reading.cues.some(
    span =>
      span.cue.says === 'property' &&
      span.cue.property === asked.property.id &&
      !isInName(span, reading.subjects) &&
      reading.places
        .slice(span.from, span.to)
        .some(({ weight }, nth) => weight > 0 && (explanations[span.from + nth] ?? 0) < leastExplained),
  )
}

const isHeld = ({ years, index }: Reading, { entity, property }: NotHeld): boolean =>
  entity.statements.some(
    statement =>
      statement.property === property &&
      (!property.ages || years.every(year => index.statements.get(statement.id)?.years.has(year) ?? false)),
  )

/** People ask for it in just these words. */
const surelyNear = 0.5
/** People ask for it in words like these, and for its property in just these. */
const likeNear = 0.3
/** A whole word asks for nothing else. */
const surelyAsked = 1

/** A figure, or a word that only a slip would make one that is known, is nothing to hold on to by itself. */
const isHold = ({ index }: Reading, { cell, isYear, mentions }: Place): boolean =>
  mentions.length > 0 || isYear || cell.script === 'Han' || (!isFigure(cell.word) && !index.isUnknown(cell.stem))

const frames: ReadonlySet<string> = new Set([
  'says',
  'group',
  'kind',
  'sector',
  'stage',
  'count',
  'most',
  'least',
  'second',
  'third',
  'total',
  'before',
  'after',
])

const isFrame = ({ cues }: Place): boolean => cues.some(({ says }) => frames.has(says))
