/** What several have together: “how many people live in the five combined”. */
import { accountsOf } from '../../accounts.ts'
import type { Quantity, Statement } from '../../model.ts'
import { marked } from '../reading.ts'
import type { Computed } from './compute.ts'
import { asExactAs, holds, ranked, statementOf } from './held.ts'
import { askedFor, cueSpans, direction, type Problem, understood, yearSpans } from './problem.ts'

export function sum(problem: Problem): Computed | undefined {
  const { reading, group, subjects } = problem
  if (marked(reading, 'total').length === 0 || problem.isYesNo) return undefined
  const named = [...new Set(subjects.filter(({ isSure }) => isSure).map(({ entity }) => entity))]
  // China beside the five is whom it is between, or one more of them: that is not told apart.
  if (group && named.length > 0) return undefined
  for (const property of askedFor(problem, ({ type }) => type === 'number')) {
    // What the five trade with China together is held, and has sides of its own.
    if (group && property.topic !== undefined) continue
    // A border with China is that of the other.
    const meant = group ?? named.filter(entity => entity.id !== 'china' || holds(entity, property))
    const all = meant.flatMap(entity => {
      const statement = statementOf(entity, property, reading.years)
      const [quantity, ...others] = statement ? quantitiesOf(statement) : []
      return statement && quantity ? [{ entity: entity.id, statement, quantities: [quantity, ...others] as const }] : []
    })
    const [first, ...others] = all
    // Without one of them, of two units, or of what is only bounded, it is no sum.
    if (!first || others.length === 0 || all.length < meant.length) continue
    const quantities = all.flatMap(each => each.quantities)
    const [{ unit }] = first.quantities
    if (quantities.some(quantity => quantity.unit !== unit || quantity.upTo !== undefined)) continue
    if (!understood(problem, cueSpans(problem, property), subjects, yearSpans(problem))) continue
    const together = (pick: (...amounts: number[]) => number): Quantity =>
      asExactAs(
        all.reduce((sumOf, each) => sumOf + pick(...each.quantities.map(({ amount }) => amount)), 0),
        [first.quantities[0], ...quantities],
      )
    const [least, most] = [together(Math.min), together(Math.max)]
    // Where figures are disputed it lies between what the lowest and what the highest make.
    const total = least.amount === most.amount ? least : { ...least, upTo: most.amount }
    return {
      line: { is: 'sum', property, ranking: all.map(({ entity, statement }) => ({ entity, statement })), total },
      statements: [first.statement],
    }
  }
  return undefined
}

/** Of every side, where it is a matter of fact. */
const quantitiesOf = (statement: Statement): readonly Quantity[] =>
  statement.standing === 'settled' || statement.standing === 'disputed'
    ? accountsOf(statement).flatMap(({ value }) => (value.type === 'number' ? [value.quantity] : []))
    : []

/** “Is China larger than all five”, “than all five together”. */
export function against(problem: Problem): Computed | undefined {
  const { reading, group, subjects } = problem
  if (!problem.isYesNo || !group) return undefined
  const outside = [...new Set(subjects.filter(({ isSure }) => isSure).map(({ entity }) => entity))]
  const [entity, ...more] = outside
  if (!entity || more.length > 0 || group.includes(entity)) return undefined
  for (const property of askedFor(problem, ({ type }) => type === 'number')) {
    const first = direction(problem, property)
    const own = statementOf(entity, property, reading.years)
    const ranking = ranked([entity, ...group], property, first ?? 'most', reading.years)
    // Without one of them it is not said of all.
    if (!first || !own || ranking.length <= group.length) continue
    if (!understood(problem, cueSpans(problem, property), subjects, yearSpans(problem))) continue
    const others = ranking.flatMap(({ statement }) => (statement === own ? [] : [statement]))
    const isTogether = marked(reading, 'total').length > 0
    const least = (amounts: readonly number[]): number => Math.min(...amounts)
    const most = (amounts: readonly number[]): number => Math.max(...amounts)
    const isBeyond = (one: typeof least, other: typeof least): boolean => {
      const amounts = others.map(statement => other(amountsOf(statement)))
      const all = isTogether
        ? amounts.reduce((sumOf, each) => sumOf + each, 0)
        : (first === 'most' ? most : least)(amounts)
      return first === 'most' ? one(amountsOf(own)) > all : one(amountsOf(own)) < all
    }
    // Where figures are disputed it must hold whichever is right.
    const yes = isBeyond(least, most)
    if (yes !== isBeyond(most, least)) continue
    return {
      line: { is: 'yes-no', yes },
      statements: [own, ...others],
    }
  }
  return undefined
}

/** By every side. */
const amountsOf = (statement: Statement): readonly number[] =>
  accountsOf(statement).flatMap(({ value }) => (value.type === 'number' ? [value.quantity.amount] : []))
