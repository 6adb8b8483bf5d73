/** Yes or no: where a value is among a list or is a date, and so says it. */
import { accountsOf } from '../../accounts.ts'
import { firstDay, lastDay } from '../../calendar.ts'
import type { Property } from '../../model.ts'
import { entitiesNamedBy } from '../../relations.ts'
import { isInName, marked, overlaps, type Reading } from '../reading.ts'
import type { Computed } from './compute.ts'
import { statementOf, withCountries } from './held.ts'
import {
  askedFor,
  cueSpans,
  isUnderstood,
  memberships,
  namesEntities,
  type Problem,
  strengthOf,
  surelyAsked,
  understood,
  yearSpans,
} from './problem.ts'
import { negations } from './said.ts'

/** Where no property is asked for, hardly anything else may be. */
const mostLeftUnsaid = 0.12

/** “Is Turkmenistan in the SCO”, “is Almaty the capital of Kazakhstan”. */
export function isAmong(problem: Problem): Computed | undefined {
  const { ask, reading, subjects } = problem
  const asksMore = (['when', 'where', 'who', 'number', 'why'] as const).some(word => marked(reading, word).length > 0)
  if (!problem.isYesNo || asksMore || asksOrder(reading) || negations(reading).length > 0) return undefined
  const named = askedFor(problem, namesEntities)
  const asked = named.filter(property => strengthOf(reading, property) >= strengthOf(reading, named[0] ?? property) / 2)
  // “Is line D, the one through Tajikistan, working yet.”
  const own = asked.flatMap(property => cueSpans(problem, property))
  const isElse = (property: Property): boolean =>
    !namesEntities(property) &&
    strengthOf(reading, property) >= surelyAsked &&
    cueSpans(problem, property).some(span => !own.some(other => overlaps(other, span)))
  if (askedFor(problem, isElse).length > 0) return undefined
  const wanted =
    asked.length > 0 ? asked : [...ask.knowledge.properties.values()].filter(({ id }) => memberships.has(id))
  const verdicts: Computed[] = []
  for (const subject of subjects) {
    for (const object of subjects) {
      if (subject.from === object.from || subject.entity === object.entity) continue
      if (asked.length === 0 && !(subject.isSure && object.isSure)) continue
      // “Did Turkmenistan come to Almaty” does not ask in which country that is.
      if (asked.length === 0 && subject.entity.kind === 'place' && subject.from > object.from) continue
      for (const property of wanted) {
        const statement = statementOf(subject.entity, property, reading.years)
        if (!statement || statement.standing === 'disputed') continue
        if (statement.until !== undefined && reading.years.length === 0) continue
        const values = entitiesNamedBy(statement)
        const kinds = new Set(values.map(id => ask.knowledge.entities.get(id)?.kind))
        const isSameKind = kinds.has(object.entity.kind)
        if (!isSameKind && !((kinds.has('person') || kinds.has('place')) && object.entity.kind === 'country')) continue
        const spans = [[subject, object], cueSpans(problem, property), yearSpans(problem)]
        if (!(asked.length > 0 ? understood(problem, ...spans) : isUnderstood(problem, mostLeftUnsaid, ...spans)))
          continue
        const reached = isSameKind ? new Set(values) : withCountries(ask, values)
        const yes = reached.has(object.entity.id)
        verdicts.push({ line: { is: 'yes-no', yes, about: object.entity.id }, statements: [statement] })
      }
    }
  }
  return verdicts.find(({ line }) => line.is === 'yes-no' && line.yes) ?? verdicts[0]
}

/** “Before or after.” */
const asksOrder = (reading: Reading): boolean =>
  marked(reading, 'before').length > 0 && marked(reading, 'after').length > 0

/** “Was the summit in 2022”. */
export function isInYear(problem: Problem): Computed | undefined {
  const { ask, reading, subjects } = problem
  const [year, ...more] = yearSpans(problem)
    .filter(span => !isInName(span, reading.subjects))
    .flatMap(({ from }) => reading.places[from]?.cell.word ?? [])
  if (!problem.isYesNo || year === undefined || more.length > 0 || negations(reading).length > 0) return undefined
  const date = ask.knowledge.properties.get('date')
  const asked = [...askedFor(problem, ({ type }) => type === 'date'), ...(date ? [date] : [])]
  const others = askedFor(problem, ({ type }) => type === 'text')
  if (others.some(property => strengthOf(reading, property) >= surelyAsked)) return undefined
  for (const subject of subjects) {
    for (const property of asked) {
      const statement = subject.entity.statements.find(each => each.property === property)
      const value = statement && statement.standing !== 'disputed' ? accountsOf(statement)[0]?.value : undefined
      if (!statement || value?.type !== 'date') continue
      if (!understood(problem, [subject], cueSpans(problem, property), yearSpans(problem))) continue
      const [from, to] = [firstDay(value.date.from).slice(0, 4), lastDay(value.date.to ?? value.date.from).slice(0, 4)]
      return { line: { is: 'yes-no', yes: from <= year && year <= to }, statements: [statement] }
    }
  }
  return undefined
}
