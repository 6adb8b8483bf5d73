/** From a question to its answer: a statement that explains the whole of it, a value computed from several, or that it is not known. */
import type { CalendarDate, Entity, QuestionWord, Statement } from '../model.ts'
import type { AskIndex } from './ask-index.ts'
import type { NearestAsked } from './asked-questions.ts'
import { type Computed, compute, type Line } from './compute/compute.ts'
import { quantityOf, type Ranked } from './compute/held.ts'
import { confidence, leastConfidence } from './confidence.ts'
import { leastExplained } from './explain.ts'
import { sameQuestion } from './misses.ts'
import { type NotHeld, notHeldOf } from './not-held.ts'
import { rank } from './rank.ts'
import { readQuestion } from './read-question.ts'
import { isInName, marked, type Reading } from './reading.ts'
import { isFigure, termsOf } from './terms.ts'
import { doubts, type Weighed } from './weigh.ts'

export type { Line } from './compute/compute.ts'

export type Answer = Found | Declined

export interface Found {
  readonly is: 'found'
  /** That of the question, in which to answer. */
  readonly language: string
  /** The short answer where it stands in no single statement. */
  readonly line?: Line
  /** The question asks when, and the first statement, whose value is no date, has held since then. */
  readonly since?: CalendarDate
  /** Several of the same are asked for, then in their own order, or two things at once: none of `statements` is the answer alone. */
  readonly areSeveral?: true
  /** Best first; those after the first answer as well, or are what `line` is computed from. */
  readonly statements: readonly [Statement, ...Statement[]]
  /** What else may have been meant, best first; none of `statements`. */
  readonly next: readonly Statement[]
}

export interface Declined {
  readonly is: 'declined'
  readonly language: string
  readonly why: Why
  /** Where the entity is known and this about it is not held. */
  readonly notHeld?: NotHeld
  /** The nearest that is known; none for bait, opinions and what is no question. */
  readonly next: readonly Statement[]
}

/** `unknown`: not in the dataset, as far as the question was understood. `empty`: there is no word of content in it. */
export type Why = 'bait' | 'opinion' | 'empty' | 'unknown'

const mostNext = 5
/** From here on it is a question that nothing answers, if none that something answers is as near. */
const surelyUnanswered = 0.9
/** And from here on it is that very question: no statement answers it, however sure it seems. */
const justUnanswered = 0.99

/** Any text; it is read up to 300 characters. `readersLanguage` decides only where the question is nothing but names. */
export function answer(ask: AskIndex, question: string, readersLanguage: string): Answer {
  const reading = readQuestion(ask, question, readersLanguage)
  const { language } = reading
  if (isMarked(reading, 'bait')) return { is: 'declined', language, why: 'bait', next: [] }
  // “Which city gets the 2027 one.”
  const asksOfYear = reading.wanted.some(word => word !== 'when')
  if (
    reading.places.every(({ weight, cell, isYear }) => weight === 0 || (isFigure(cell.word) && !(isYear && asksOfYear)))
  )
    return { is: 'declined', language, why: isMarked(reading, 'opinion') ? 'opinion' : 'empty', next: [] }

  const asked = reading.index.asked.nearest(reading.places)
  const ranked = rank(ask, reading, asked)
  const [best, ...others] = ranked
  // “What currency should I take” is a question that people ask.
  if (isMarked(reading, 'opinion') && (best?.parts.near ?? 0) < sameQuestion)
    return { is: 'declined', language, why: 'opinion', next: [] }
  const next = (shown: readonly Statement[]): readonly Statement[] =>
    ranked
      .map(({ words }) => words.statement)
      .filter(statement => !shown.includes(statement))
      .slice(0, mostNext)

  const half = best && otherHalf(reading, best, others)
  const isElse = (other: Weighed): boolean => best !== undefined && other !== half && saysElse(best, other)
  const second = others.find(isElse)
  const certaintyBefore = (behind: Weighed | undefined): number =>
    best ? certaintyOf(ask, reading, half ? together(reading, best, half) : best, behind, asked) : 0
  const alone = certaintyBefore(second)
  const rival = best && second && alone < rivalled.certainty && isRival(best, second) ? second : undefined
  // Of two that are as near it may be sure that it is one of them, and not which.
  const third = rival && others.find(other => isElse(other) && saysElse(rival, other))
  const certainty = rival ? Math.max(alone, certaintyBefore(third) - ofRival) : alone
  // How sure a statement is has it already.
  const isVain = asked.unansweredByName >= surelyUnanswered && asked.unansweredByName > (best?.parts.near ?? 0)
  // Who gives a name alone asks for no list of what its words name.
  const isAboutIt = reading.isNameAlone && certainty === 1 && reading.wanted.length === 0
  const computed = isVain || isAboutIt ? undefined : compute(ask, reading)
  if (computed && !(best && certainty >= leastConfidence && saysItself(reading, best, computed, certainty)))
    return { is: 'found', language, ...computed, next: next(computed.statements) }

  if (!best || certainty < leastConfidence || (isVain && asked.unansweredByName >= justUnanswered)) {
    const notHeld = notHeldOf(ask, reading)
    return { is: 'declined', language, why: 'unknown', ...(notHeld ? { notHeld } : {}), next: next([]) }
  }
  const newest = newestOf(reading, best, others)
  // “All the names it has had”, and nothing else.
  const isOneOfList = (other: Weighed): boolean =>
    other !== newest && other.words.entity === best.words.entity && isOfMany(best, other)
  const listed = marked(reading, 'list').length > 0 ? ranked.filter(isOneOfList) : []
  const alike = ranked.filter(
    other => other !== half && other !== rival && other !== newest && isAsGood(reading, best, other),
  )
  const both = half && areBoth(reading, best, half) ? [half] : []
  const several = listed.length > 0 ? listed : both
  const siblings = several.length > 0 ? several : [...(half ? [half] : []), ...(rival ? [rival] : []), ...alike]
  const shown = [
    newest.words.statement,
    ...siblings.slice(0, mostSiblings).map(({ words }) => words.statement),
  ] as const
  const statements = listed.length > 0 ? inTheirOrder(shown, best.words.entity) : shown
  const since = sinceOf(reading, statements[0])
  return {
    is: 'found',
    language,
    ...(since === undefined ? {} : { since }),
    ...(several.length > 0 ? { areSeveral: true as const } : {}),
    statements,
    next: next(statements),
  }
}

/** “From which date is no visa needed.” */
const sinceOf = ({ wanted }: Reading, { property, since, until }: Statement): CalendarDate | undefined =>
  wanted.includes('when') && property.type !== 'date' && until === undefined ? since : undefined

/** Who asks for nothing but a name is answered whom or what it is. */
function certaintyOf(
  ask: AskIndex,
  reading: Reading,
  best: Weighed,
  second: Weighed | undefined,
  asked: NearestAsked,
): number {
  if (reading.isNameAlone && best.isSubject && best.missing === 'nothing') return 1
  return confidence(best, doubts(ask, reading, best), second, asked)
}

/** A word of judgement inside a name judges nothing. */
function isMarked(reading: Reading, mark: 'bait' | 'opinion'): boolean {
  const begins = mark === 'opinion' ? marked(reading, 'opinionStart').filter(({ from }) => from === 0) : []
  return [...marked(reading, mark), ...begins].some(span => !isInName(span, reading.mentions))
}

/** A statement that says which is the largest, or how many there are, is better than a calculation. */
function saysItself(reading: Reading, best: Weighed, { line, statements }: Computed, certainty: number): boolean {
  if (statements.includes(best.words.statement)) return false
  if (line.is === 'between') return false
  // “The trade of each country” is told neither by that of all together nor by that of one.
  if (line.is === 'each' && marked(reading, 'list').length > 0 && !tellsOfAll(reading, best, line.ranking)) return false
  // How long their border is says only in passing that they have one.
  const isMeasure = best.words.statement.property.type === 'number'
  if (line.is === 'yes-no' && line.yes && isMeasure) return false
  if (certainty >= surelyMeant && best.parts.near >= (line.is === 'extreme' ? nearestOfExtreme : surelyNear))
    return true
  if (line.is === 'extreme') {
    const said = [...marked(reading, 'most'), ...marked(reading, 'least')].flatMap(({ from, to }) =>
      termsOf(reading.places.slice(from, to).map(({ cell }) => cell)),
    )
    const { property } = best.words.statement
    // What something is tells it only in passing.
    const isOther = property !== line.property && property.id !== 'about'
    return line.nth === 0 && isOther && said.some(term => best.words.terms.has(term))
  }
  if (line.is === 'count' && best.given > 0 && best.explained >= mostlyExplained && best.parts.near >= halfNear)
    return true
  if (best.explained < fullyExplained) return false
  if (line.is === 'each') return best.parts.near >= surelyNear
  return line.is === 'count'
    ? best.given > 0
    : line.is === 'yes-no' && line.about !== undefined && (!line.yes || best.parts.near >= surelyNear)
}

/** It is none of those that are ranked, and of the kind that is spoken of. */
function tellsOfAll({ cues }: Reading, { words }: Weighed, ranking: readonly Ranked[]): boolean {
  const said = cues.flatMap(({ cue }) => (cue.says === 'kind' ? [cue.kind] : []))
  const isOne = ranking.some(({ statement }) => statement === words.statement)
  return !isOne && (said.length === 0 || said.includes(words.entity.kind))
}

const fullyExplained = 0.9
const mostlyExplained = 0.8
const halfNear = 0.5
const surelyMeant = 0.9
/** Just this is asked for it. */
const surelyNear = 0.6
/** Of an extreme, which most questions near it ask for in other words, more is needed. */
const nearestOfExtreme = 0.75

/** What of a question one statement leaves and another of the same entity explains is the other half of it: “when is it, and who hosts”. */
function otherHalf({ places, wanted }: Reading, best: Weighed, others: readonly Weighed[]): Weighed | undefined {
  const left = places.flatMap(({ weight }, at) =>
    weight >= leastOfHalf && (best.explanations[at] ?? 0) < leastExplained ? [at] : [],
  )
  if (!best.isSubject || best.missing !== 'nothing') return undefined
  const rest = others.find(
    ({ words, explanations, cue, missing }) =>
      words.entity === best.words.entity &&
      words.statement.property !== best.words.statement.property &&
      missing === 'nothing' &&
      cue > 0 &&
      left.every(at => (explanations[at] ?? 0) >= leastExplained),
  )
  return (left.length > 0 ? rest : undefined) ?? otherKind(wanted, best, others)
}

const leastOfHalf = 0.3

/** Several kinds of answer are asked for, and it is one of them, or none: “where does it sit, and who heads it”. */
function otherKind(
  wanted: readonly QuestionWord[],
  { words, notGiven, given, score }: Weighed,
  others: readonly Weighed[],
): Weighed | undefined {
  if (wanted.length < 2) return undefined
  const [missing, ...more] = given > 0 ? wanted.filter(word => !words.isValue.has(word)) : notGiven
  if (missing === undefined || more.length > 0) return undefined
  return others.find(
    other =>
      other.words.entity === words.entity &&
      other.words.isValue.has(missing) &&
      other.missing === 'nothing' &&
      (notGiven.includes(missing) || other.cue > 0) &&
      (other.score >= score - nearlyAs || other.cue > 0),
  )
}

/** Each is one of the two kinds of answer that are asked for: “when and where”. */
function areBoth({ wanted }: Reading, { words: { isValue } }: Weighed, half: Weighed): boolean {
  const [one, other, ...more] = wanted
  const { isValue: ofHalf, statement } = half.words
  // What something is tells who it is in a sentence, and no more.
  if (one === undefined || other === undefined || more.length > 0 || statement.property.id === 'about') return false
  return (isValue.has(one) && ofHalf.has(other)) || (isValue.has(other) && ofHalf.has(one))
}

/** As far as this behind it answers nearly as well. */
const nearlyAs = 0.5

function together({ places }: Reading, best: Weighed, half: Weighed): Weighed {
  const explanations = best.explanations.map((explanation, at) => Math.max(explanation, half.explanations[at] ?? 0))
  const total = places.reduce((sum, { weight }) => sum + weight, 0)
  return {
    ...best,
    explanations,
    explained: places.reduce((sum, { weight }, at) => sum + weight * (explanations[at] ?? 0), 0) / total,
    notGiven: best.notGiven.filter(word => half.notGiven.includes(word)),
  }
}

/** What changes from year to year is told as of the last one where no year is asked for. */
function newestOf({ years }: Reading, best: Weighed, others: readonly Weighed[]): Weighed {
  const { entity, statement } = best.words
  const { ages, type } = statement.property
  if (years.length > 0 || statement.asOf === undefined || (!ages && type !== 'number')) return best
  const same = others.filter(
    ({ words, score, missing }) =>
      words.entity === entity &&
      words.statement.property === statement.property &&
      missing === 'nothing' &&
      score > best.score - near.many &&
      // Containers of one year are no newer than the tonnes of another.
      quantityOf(words.statement)?.unit === quantityOf(statement)?.unit,
  )
  return same.reduce(
    (newest, other) => ((newest.words.statement.asOf ?? '') < (other.words.statement.asOf ?? '') ? other : newest),
    best,
  )
}

const saysElse = (best: Weighed, other: Weighed): boolean =>
  other.words.entity !== best.words.entity || other.words.statement.property !== best.words.statement.property

/** Two answers are worth so much less than one. */
const ofRival = 0.1
/** Less sure than this, and with another as near as that, it says both; but of whom is named nothing of others. */
const rivalled = { certainty: 0.8, score: 0.11 } as const
const isRival = (best: Weighed, { missing, score, isSubject }: Weighed): boolean =>
  missing === 'nothing' && (isSubject || !best.isSubject) && score > best.score - rivalled.score

const mostSiblings = 3
/** Statements this near are as good; the same property of others counts where the question names nobody. */
const near = { entity: 0.17, many: 0.35, property: 0.13 } as const

/** One of several that the entity has: former names, the lines of a pipeline and when each was opened. */
const isOfMany = ({ words: { statement } }: Weighed, other: Weighed): boolean =>
  statement.property === other.words.statement.property &&
  statement.property.many &&
  statement.property.type !== 'number' &&
  statement.property.id !== 'remark'

/** As the entity has them, which is as they followed each other. */
function inTheirOrder(shown: Found['statements'], { statements }: Entity): Found['statements'] {
  const [first = shown[0], ...others] = statements.filter(statement => shown.includes(statement))
  return [first, ...others]
}

function isAsGood({ subjects }: Reading, best: Weighed, other: Weighed): boolean {
  if (other.words.entity === best.words.entity)
    return other.score > best.score - (isOfMany(best, other) ? near.many : near.entity)
  const isNamed = subjects.some(({ entities }) => entities.includes(best.words.entity.id))
  const isSameProperty = other.words.statement.property === best.words.statement.property
  return isSameProperty && !isNamed && other.score > best.score - near.property
}
