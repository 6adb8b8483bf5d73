/** From a question to its answer: a statement that explains the whole of it, a value computed from several, or that it is not known. */
import type { Statement } from '../model.ts'
import { type AskIndex, type StatementWords, termsOf } from './ask-index.ts'
import { compute, type Line } from './compute/compute.ts'
import { marked, type Reading, readQuestion } from './read-question.ts'
import { type Weighed, weigh } from './weigh.ts'

export type Answer = Found | Declined

export interface Found {
  readonly is: 'found'
  readonly language: string
  /** The short answer where it stands in no single statement. */
  readonly line?: Line
  /** Best first; the others say the same property of the same entity. */
  readonly statements: readonly [Statement, ...Statement[]]
  /** What else may have been meant. */
  readonly next: readonly Statement[]
}

export interface Declined {
  readonly is: 'declined'
  readonly language: string
  readonly why: 'bait' | 'opinion' | 'future' | 'unknown'
  readonly next: readonly Statement[]
}

/** The weights of a logistic regression over what `weigh` says of the best statement, fitted on tests/ask/tuned.*.yaml and seed-claims.yaml. */
const fitted = {
  bias: -2.14,
  explained: 4.66,
  gap: -2.35,
  unknown: -1.75,
  cue: 0.08,
  subject: 0.5,
  given: -0.08,
  notGiven: -0.99,
  asksElse: -0.15,
  notForeseen: -0.29,
  margin: 2.43,
  subjectAndCue: 0.43,
} as const
const widestMargin = 0.2
const mostCues = 1.5
/** Above this the best statement is the answer; to decline is better than to answer wrongly. */
export const leastConfidence = 0.6

/** How likely the best statement answers the question, 0 to 1; `second` says something else. */
export function confidence(best: Weighed, second: Weighed | undefined): number {
  if (best.misses || !best.anchored) return 0
  const cue = Math.min(mostCues, best.cue)
  const sum =
    fitted.bias +
    fitted.explained * best.explained +
    fitted.gap * best.gap +
    fitted.unknown * best.unknown +
    fitted.cue * cue +
    fitted.given * best.given +
    fitted.notGiven * best.notGiven +
    (best.asksElse ? fitted.asksElse : 0) +
    (best.notForeseen ? fitted.notForeseen : 0) +
    (best.isSubject ? fitted.subject + fitted.subjectAndCue * Math.min(1, cue) : 0) +
    fitted.margin * Math.min(widestMargin, best.score - (second?.score ?? 0))
  return 1 / (1 + Math.exp(-sum))
}

const mostSiblings = 4
/** Statements this near are as good; the same property of others counts where the question names nobody. */
const near = { entity: 0.03, property: 0.06 } as const

function isAsGood({ subjects }: Reading, best: Weighed, other: Weighed): boolean {
  const isSameProperty = other.words.statement.property === best.words.statement.property
  if (other.words.entity === best.words.entity) return other.score > best.score - near.entity
  const isNamed = subjects.some(({ entities }) => entities.includes(best.words.entity.id))
  return isSameProperty && !isNamed && other.score > best.score - near.property
}

const saysElse = (best: Weighed, other: Weighed): boolean =>
  other.words.entity !== best.words.entity || other.words.statement.property !== best.words.statement.property

export function answer(ask: AskIndex, question: string, readersLanguage: string): Answer {
  const reading = readQuestion(ask, question, readersLanguage)
  const { language } = reading
  const ranked = rank(ask, reading)
  const [best, ...others] = ranked
  const next = ranked.slice(0, 5).map(({ words }) => words.statement)
  for (const why of ['bait', 'opinion'] as const)
    if (isMarked(reading, why)) return { is: 'declined', language, why, next }
  const computed = compute(ask, reading)
  if (
    computed &&
    !(
      best &&
      best.explained > 0.93 &&
      best.score > 1.05 &&
      computed.line.is !== 'extreme' &&
      computed.line.is !== 'yes-no' &&
      computed.line.is !== 'between' &&
      computed.line.is !== 'count'
    )
  )
    return { is: 'found', language, ...computed, next }
  const second = best && others.find(other => saysElse(best, other))
  if (!best || confidence(best, second) < leastConfidence) return { is: 'declined', language, why: 'unknown', next }
  const { statement } = best.words
  const siblings = others
    .filter(other => isAsGood(reading, best, other))
    .map(({ words }) => words.statement)
    .slice(0, mostSiblings)
  return { is: 'found', language, statements: [statement, ...siblings], next: next.slice(1) }
}

/** A word of judgement inside a name judges nothing. */
function isMarked(reading: Reading, mark: 'bait' | 'opinion'): boolean {
  return marked(reading, mark).some(
    ({ from, to }) =>
      !reading.mentions.some(mention => mention.from <= from && to <= mention.to && mention.to - mention.from > 1),
  )
}

const mostByText = 60
const mostByName = 8

/** Statements by how well they answer. */
export function rank(ask: AskIndex, reading: Reading): readonly Weighed[] {
  const { index, alternatives, weights, places } = reading
  const terms = [
    ...alternatives.flatMap((stems, place) => ((weights[place] ?? 0) > 0 ? stems : [])),
    ...termsOf(places),
  ]
  const found = index.search(terms)
  const bestText = Math.max(...found.values(), 1)
  const candidates = new Map<string, StatementWords>()
  const add = (id: string): void => {
    const words = index.statements.get(id)
    if (words) candidates.set(id, words)
  }
  for (const id of [...found.keys()].slice(0, mostByText)) add(id)
  for (const id of nearNames(ask, reading))
    for (const statement of ask.knowledge.entities.get(id)?.statements ?? []) add(statement.id)
  return [...candidates.values()]
    .map(words => weigh(ask, reading, words, (found.get(words.statement.id) ?? 0) / bestText))
    .toSorted((a, b) => b.score - a.score || newer(b, a))
}

const newer = (a: Weighed, b: Weighed): number =>
  (a.words.statement.asOf ?? '') < (b.words.statement.asOf ?? '') ? -1 : 1

/** Entities that are named, and those that share most of the question's words with their names. */
function nearNames(ask: AskIndex, { mentions, alternatives, places, weights }: Reading): ReadonlySet<string> {
  const terms = [
    ...alternatives.map((stems, place) => ({ stems, weight: weights[place] ?? 0 })),
    ...termsOf(places).map(term => ({ stems: [term], weight: 0.5 })),
  ]
  const shared = [...ask.nameWords].map(([id, words]) => ({
    id,
    weight: terms.reduce((sum, { stems, weight }) => sum + (stems.some(stem => words.has(stem)) ? weight : 0), 0),
  }))
  const nearest = shared.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return new Set([...mentions.map(({ entity }) => entity), ...nearest.slice(0, mostByName).map(({ id }) => id)])
}
