/** The time between two dates, and the change between two years. */
import { accountsOf } from '../../accounts.ts'
import { firstDay } from '../../calendar.ts'
import type { CalendarDate, Entity, Property, Statement } from '../../model.ts'
import { datesOf } from '../../relations.ts'
import { isWithin, marked, type Span } from '../reading.ts'
import type { Computed } from './compute.ts'
import { asExactAs, quantityOf } from './held.ts'
import {
  askedFor,
  cueSpans,
  direction,
  type Problem,
  type Subject,
  strengthOf,
  surelyAsked,
  understood,
  yearSpans,
} from './problem.ts'

const dayMs = 86_400_000

/** Between two events, or between two dates of one (“from signing to entry into force”). */
export function between(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  const differences = marked(reading, 'difference')
  const asked = askedFor(problem, ({ type }) => type === 'date')
  // “How many years has A been in office longer than B.”
  const isLonger = asked[0] !== undefined && direction(problem, asked[0]) !== undefined
  if (differences.length === 0 && !(isLonger && reading.wanted.includes('number'))) return undefined
  // By how much a figure grew between them is no time.
  const figures = askedFor(problem, ({ type }) => type === 'number')
  // “How long between” asks for no length.
  const isOfTime = (property: Property): boolean =>
    reading.cues
      .filter(({ cue }) => cue.says === 'property' && cue.property === property.id)
      .every(span => differences.some(other => isWithin(span, other)))
  if (figures.some(property => strengthOf(reading, property) >= surelyAsked && !isOfTime(property))) return undefined
  // “How long is the one road, and how long the other.”
  const [figure] = figures
  if (differences.length === 0 && figure && asked[0] && strengthOf(reading, figure) >= strengthOf(reading, asked[0]))
    return undefined
  const dated = subjects.flatMap(subject => {
    const own = asked.flatMap(property => dateOf(subject.entity, property) ?? [])
    // A country has no date of its own, unless it is asked for.
    const first = own[0] ?? (subject.entity.kind === 'country' ? undefined : dateOf(subject.entity))
    return (own.length > 1 ? own : first ? [first] : []).map(date => ({ ...date, ...subject }))
  })
  const sure = dated.filter(({ isSure }) => isSure)
  const areSure = new Set(sure.map(({ entity }) => entity)).size > 1
  if (differences.length === 0 && !areSure) return undefined
  const meant = areSure ? sure : dated
  const byPlace = [...Map.groupBy(meant, ({ from }) => from).values()].flatMap(([first]) => first ?? [])
  const ordered = (byPlace.length > 1 ? byPlace : dated).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  // The same may be named twice.
  const [one, other] = ordered.filter(({ statement }, nth) => ordered[nth - 1]?.statement !== statement)
  if (!one || !other) return undefined
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

/** “By how much did trade grow from 2020 to 2025”. */
export function change(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  const years = [...new Set(reading.years)].toSorted()
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || first === last || marked(reading, 'when').length > 0)
    return undefined
  for (const property of surestFigures(problem)) {
    const spans = cueSpans(problem, property)
    for (const { entity } of ownersOf(problem, spans)) {
      const from = ofYear(entity, property, first)
      const to = ofYear(entity, property, last)
      const [before, after] = [from && quantityOf(from), to && quantityOf(to)]
      if (!from || !to || !before || !after || before.unit !== after.unit) continue
      // What is planned has not grown yet.
      if (from.standing === 'expected' || to.standing === 'expected') continue
      if (!understood(problem, subjects, spans, yearSpans(problem))) continue
      const difference = asExactAs(after.amount - before.amount, [before, after])
      return { line: { is: 'change', from, to, years: [first, last], difference }, statements: [to, from] }
    }
  }
  return undefined
}

/** “Trade from 2022 to 2025”: year by year, where more than two are held and no difference is asked for. */
export function byYear(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  const years = [...new Set(reading.years)].toSorted()
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined || first === last) return undefined
  if (marked(reading, 'when').length > 0 || marked(reading, 'difference').length > 0 || problem.isYesNo)
    return undefined
  const all = Array.from({ length: Number(last) - Number(first) + 1 }, (_, nth) => String(Number(first) + nth))
  for (const property of surestFigures(problem)) {
    const spans = cueSpans(problem, property)
    for (const { entity } of ownersOf(problem, spans)) {
      const held = all.flatMap(year =>
        allOfYear(entity, property, year).map(statement => ({ entity: entity.id, statement, year })),
      )
      const units = Map.groupBy(held, ({ statement }) => quantityOf(statement)?.unit)
      const [ranking = []] = [...units.values()].toSorted((one, other) => other.length - one.length)
      const [from] = ranking
      if (!from || ranking.length < 3 || !understood(problem, subjects, spans, yearSpans(problem))) continue
      return { line: { is: 'each', property, ranking }, statements: [from.statement] }
    }
  }
  return undefined
}

/** Of the surest: what is asked for less is not meant. */
const mostlyAsked = 0.5

function surestFigures(problem: Problem): readonly Property[] {
  const asked = askedFor(problem, ({ type }) => type === 'number')
  const surest = Math.max(0, ...asked.map(property => strengthOf(problem.reading, property)))
  return asked.filter(property => strengthOf(problem.reading, property) > surest * mostlyAsked)
}

/** “Trade” asks for it and is the name of that of all five. */
function ownersOf({ subjects }: Problem, cues: readonly Span[]): readonly Subject[] {
  const others = subjects.filter(subject => subject.isSure && !cues.some(span => isWithin(subject, span)))
  const named = others.filter(({ entity }) => entity.id !== 'china')
  return named.length > 0 ? named : subjects
}

/** Of that whole year, because it is as of it or its sentence, in English, begins with it; else as of a day in it, like a total until then. */
function allOfYear(entity: Entity, property: Property, year: string): readonly Statement[] {
  const all = entity.statements.filter(statement => statement.property === property)
  const firstYear = (statement: Statement): string | undefined =>
    /\b(?:19|20)\d\d\b/.exec(accountsOf(statement)[0]?.text.en ?? '')?.[0]
  const ofWholeYear = all.filter(
    statement => statement.asOf === year || (statement.asOf === undefined && firstYear(statement) === year),
  )
  return ofWholeYear.length > 0 ? ofWholeYear : all.filter(({ asOf }) => asOf?.startsWith(year))
}

const ofYear = (entity: Entity, property: Property, year: string): Statement | undefined =>
  allOfYear(entity, property, year)[0]
