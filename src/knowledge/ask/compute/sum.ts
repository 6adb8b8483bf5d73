/** What several have together: “how many people live in the five combined”. */
import { marked } from '../reading.ts'
import type { Computed } from './compute.ts'
import { askedFor, cueSpans, holds, type Problem, quantityOf, statementOf, understood, yearSpans } from './problem.ts'

export function sum(problem: Problem): Computed | undefined {
  const { reading, group, subjects } = problem
  if (marked(reading, 'total').length === 0 || problem.isYesNo) return undefined
  const named = [...new Set(subjects.filter(({ isSure }) => isSure).map(({ entity }) => entity))]
  // China beside the five is whom it is between, or one more of them: that is not told apart.
  if (group && named.length > 0) return undefined
  for (const property of askedFor(problem, ({ type }) => type === 'number')) {
    // A border with China is that of the other.
    const meant = group ?? named.filter(entity => entity.id !== 'china' || holds(entity, property))
    const all = meant.flatMap(entity => {
      const statement = statementOf(entity, property, reading.years)
      const quantity = statement && statement.standing === 'settled' ? quantityOf(statement) : undefined
      return statement && quantity ? [{ entity: entity.id, statement, quantity }] : []
    })
    const [first, ...others] = all
    // Without one of them, or of two units, it is no sum.
    if (!first || others.length === 0 || all.length < meant.length) continue
    if (others.some(({ quantity }) => quantity.unit !== first.quantity.unit)) continue
    if (!understood(problem, cueSpans(problem, property), subjects, yearSpans(problem))) continue
    const amount = all.reduce((total, { quantity }) => total + quantity.amount, 0)
    return {
      line: { is: 'sum', property, ranking: all, total: { amount, unit: first.quantity.unit } },
      statements: [first.statement],
    }
  }
  return undefined
}
