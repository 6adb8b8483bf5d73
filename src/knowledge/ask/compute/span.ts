/** The time between two dates, and the change between two years. */
import { firstDay } from '../../calendar.ts'
import type { CalendarDate, Entity, Property, Quantity, Statement } from '../../model.ts'
import { datesOf } from '../../relations.ts'
import { isWithin, marked, type Reading, type Span } from '../reading.ts'
import type { Computed } from './compute.ts'
import {
  askedFor,
  cueSpans,
  type Problem,
  quantityOf,
  strengthOf,
  surelyAsked,
  understood,
  yearSpans,
} from './problem.ts'

const dayMs = 86_400_000

/** Between two events, or between two dates of one (“from signing to entry into force”). */
export function between(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  if (marked(reading, 'difference').length === 0) return undefined
  // By how much a figure grew between them is no time.
  const figures = askedFor(problem, ({ type }) => type === 'number')
  if (figures.some(property => strengthOf(reading, property) >= surelyAsked)) return undefined
  const asked = askedFor(problem, ({ type }) => type === 'date')
  const dated = subjects.flatMap(subject => {
    const own = asked.flatMap(property => dateOf(subject.entity, property) ?? [])
    const first = dateOf(subject.entity)
    return (own.length > 1 ? own : first ? [first] : []).map(date => ({ ...date, ...subject }))
  })
  const byPlace = [...Map.groupBy(dated, ({ from }) => from).values()].flatMap(([first]) => first ?? [])
  const [one, other] = (byPlace.length > 1 ? byPlace : dated).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  if (!one || !other || one.statement === other.statement) return undefined
  const used = dateCues(problem, [one.statement.property, other.statement.property])
  if (!understood(problem, subjects, used, yearSpans(problem))) return undefined
  const [start, end] = [firstDay(one.date), firstDay(other.date)]
  return {
    line: {
      is: 'between',
      years: Number(end.slice(0, 4)) - Number(start.slice(0, 4)) - (end.slice(5) < start.slice(5) ? 1 : 0),
      days: Math.round((Date.parse(end) - Date.parse(start)) / dayMs),
      from: { entity: one.entity.id, date: one.date },
      to: { entity: other.entity.id, date: other.date },
    },
    statements: [one.statement, other.statement],
  }
}

const dateCues = ({ reading }: Problem, used: readonly Property[]): readonly Span[] =>
  reading.cues.filter(({ cue }) => cue.says === 'property' && used.some(({ id }) => id === cue.property))

/** The entity's date under the property, or its first. */
function dateOf(entity: Entity, property?: Property): { date: CalendarDate; statement: Statement } | undefined {
  const found = datesOf(entity).find(
    ({ statement }) =>
      // What is only expected has no day to count from.
      statement.standing !== 'expected' && (property === undefined || statement.property === property),
  )
  return found && { date: found.date.from, statement: found.statement }
}

/** Of the surest: what is asked for less is not meant. */
const mostlyAsked = 0.5

/** “By how much did trade grow from 2020 to 2025”. */
export function change(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  const years = [...new Set(reading.years)].toSorted()
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || first === last || marked(reading, 'when').length > 0)
    return undefined
  const asked = askedFor(problem, ({ type }) => type === 'number')
  const surest = Math.max(0, ...asked.map(property => strengthOf(reading, property)))
  for (const property of asked.filter(each => strengthOf(reading, each) > surest * mostlyAsked)) {
    const spans = cueSpans(problem, property)
    // “Trade” asks for it and is the name of that of all five.
    const others = subjects.filter(subject => subject.isSure && !spans.some(span => isWithin(subject, span)))
    const named = others.filter(({ entity }) => entity.id !== 'china')
    for (const { entity } of named.length > 0 ? named : subjects) {
      const from = ofYear(reading, entity, property, first)
      const to = ofYear(reading, entity, property, last)
      const [before, after] = [from && quantityOf(from), to && quantityOf(to)]
      if (!from || !to || !before || !after || before.unit !== after.unit) continue
      if (!understood(problem, subjects, spans, yearSpans(problem))) continue
      const difference: Quantity = { amount: after.amount - before.amount, unit: after.unit }
      return { line: { is: 'change', from, to, difference }, statements: [to, from] }
    }
  }
  return undefined
}

/** Of that year by its as-of, else because it speaks of no other. */
function ofYear({ index }: Reading, entity: Entity, property: Property, year: string): Statement | undefined {
  const all = entity.statements.filter(statement => statement.property === property)
  const isOnly = ({ id }: Statement): boolean => {
    const years = index.statements.get(id)?.years
    return years?.size === 1 && years.has(year)
  }
  return all.find(({ asOf }) => asOf?.startsWith(year)) ?? all.find(isOnly)
}
