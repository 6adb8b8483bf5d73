/** Answers that stand in no one statement. Each names the statements that it uses, and is given only where hardly a word of the question is left. */
import type { CalendarDate, Property, Quantity, Statement } from '../../model.ts'
import type { AskIndex } from '../ask-index.ts'
import { isWithin, marked, type Reading } from '../reading.ts'
import { count, countNamed, ofGroup } from './counts.ts'
import { ofEach } from './each.ts'
import { type Ranked } from './held.ts'
import { inverse, missing, projects } from './lists.ts'
import { comparison, extreme, newest } from './order.ts'
import { askedFor, cueSpans, isMeasured, type Problem, problemOf } from './problem.ts'
import { between, byYear, change } from './span.ts'
import { against, sum } from './sum.ts'
import { isAmong, isInYear } from './yes-no.ts'

/** The short answer; entities by their ids. */
export type Line =
  | {
      readonly is: 'yes-no'
      readonly yes: boolean
      /** Who or what is or is not among the values of the statement. */
      readonly about?: string
    }
  | {
      readonly is: 'extreme'
      readonly property: Property
      readonly ranking: readonly Ranked[]
      /** Which of the ranking is asked for: 0 the first. */
      readonly nth: number
    }
  | {
      readonly is: 'comparison'
      readonly property: Property
      readonly ranking: readonly Ranked[]
      /** By how much the first of two is more, where that is asked for. */
      readonly difference?: Quantity
    }
  | { readonly is: 'each'; readonly property: Property; readonly ranking: readonly Ranked[] }
  | { readonly is: 'sum'; readonly property: Property; readonly ranking: readonly Ranked[]; readonly total: Quantity }
  | { readonly is: 'count'; readonly count: number; readonly entities: readonly string[] }
  | { readonly is: 'between'; readonly years: number; readonly days: number; readonly from: Dated; readonly to: Dated }
  | {
      readonly is: 'change'
      readonly from: Statement
      readonly to: Statement
      /** Of `from` and of `to`. */
      readonly years: readonly [string, string]
      readonly difference: Quantity
    }
  | { readonly is: 'entities'; readonly entities: readonly string[] }

export interface Dated {
  readonly entity: string
  readonly date: CalendarDate
}

export interface Computed {
  readonly line: Line
  readonly statements: readonly [Statement, ...Statement[]]
}

const attempts: readonly ((problem: Problem) => Computed | undefined)[] = [
  between,
  byYear,
  change,
  sum,
  against,
  extreme,
  newest,
  comparison,
  missing,
  count,
  countNamed,
  inverse,
  ofEach,
  ofGroup,
  projects,
  isAmong,
  isInYear,
]

export function compute(ask: AskIndex, reading: Reading): Computed | undefined {
  const problem = problemOf(ask, reading)
  // No calculation says why, and none has what the dataset hardly holds.
  const { subjects } = problem
  if (reading.wanted.includes('why')) return undefined
  const measures = askedFor(problem, isMeasured).flatMap(property => cueSpans(problem, property))
  if (marked(reading, 'must').some(span => ![...subjects, ...measures].some(other => isWithin(span, other))))
    return undefined
  for (const attempt of attempts) {
    const computed = attempt(problem)
    if (computed) return computed
  }
  return undefined
}
