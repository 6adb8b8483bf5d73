/** What entities say of a property, and their order by it. */
import { accountsOf } from '../../accounts.ts'
import { firstDay } from '../../calendar.ts'
import type { Entity, Kind, Property, Quantity, Statement } from '../../model.ts'
import { entitiesNamedBy } from '../../relations.ts'
import type { AskIndex } from '../ask-index.ts'

export const holds = (entity: Entity, property: Property): boolean =>
  entity.statements.some(statement => statement.property === property)

export const namesOther = (entity: Entity, id: string): boolean =>
  entity.statements.some(statement => entitiesNamedBy(statement).includes(id))

/** What the entity says of the property now, or in the year that is asked for. */
export function statementOf(entity: Entity, property: Property, years: readonly string[]): Statement | undefined {
  const held = entity.statements.filter(statement => statement.property === property)
  const current = held.filter(({ until }) => until === undefined)
  const all = years.length === 0 && current.length > 0 ? current : held
  const year = years.at(-1)
  const ofYear =
    year === undefined ? undefined : all.find(({ asOf, since }) => asOf?.startsWith(year) || since?.startsWith(year))
  if (ofYear) return ofYear
  const isByYear = all.length > 1 && all.every(({ asOf }) => asOf !== undefined)
  return isByYear ? all.toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))[0] : all[0]
}

export function quantityOf(statement: Statement): Quantity | undefined {
  const value = accountsOf(statement)[0]?.value
  return value?.type === 'number' ? value.quantity : undefined
}

/** An amount made from quantities of one unit: no more exact than the least exact of them. */
export function asExactAs(amount: number, quantities: readonly [Quantity, ...Quantity[]]): Quantity {
  const [{ unit }] = quantities
  const rough = quantities.filter(({ approximation }) => approximation !== undefined)
  if (rough.length === 0) return { amount, unit }
  const step = Math.max(...rough.map(each => stepOf(each.amount)))
  return { amount: Math.round(amount / step) * step, unit, approximation: 'about' }
}

/** 38,240,000 is given in steps of 10,000; nobody rounds to less than three figures. */
function stepOf(amount: number): number {
  let step = 1
  while (amount % (step * 10) === 0 && step * 1000 <= amount) step *= 10
  return step
}

export interface Ranked {
  readonly entity: string
  readonly statement: Statement
  /** Of several years of one entity. */
  readonly year?: string
}

/** By number or date, those of the commonest unit; without those that do not hold the property. */
export function ranked(
  entities: readonly Entity[],
  property: Property,
  first: 'most' | 'least',
  years: readonly string[],
): readonly Ranked[] {
  const held = entities.flatMap(entity => {
    const statement = statementOf(entity, property, years)
    const measured = statement && measure(statement)
    // What changes from year to year is compared for the year that is asked for, or not at all.
    const isOfYear = years.length === 0 || !property.ages || years.some(year => statement?.asOf?.startsWith(year))
    return statement && measured && isOfYear ? [{ entity: entity.id, statement, ...measured }] : []
  })
  const units = Map.groupBy(held, ({ unit }) => unit)
  const [comparable = []] = [...units.values()].toSorted((a, b) => b.length - a.length)
  return comparable.toSorted((a, b) => (first === 'most' ? b.amount - a.amount : a.amount - b.amount))
}

function measure(statement: Statement): { readonly amount: number; readonly unit: string } | undefined {
  const value = accountsOf(statement)[0]?.value
  if (value?.type === 'number') return { amount: value.quantity.amount, unit: value.quantity.unit.id }
  if (value?.type === 'date') return { amount: Number(firstDay(value.date.from).replaceAll('-', '')), unit: 'day' }
  return undefined
}

const standsForCountry: ReadonlySet<Kind> = new Set(['person', 'place'])

/** Persons and places count for their countries, where a list names presidents and the question countries. */
export function withCountries(ask: AskIndex, ids: readonly string[]): ReadonlySet<string> {
  return new Set(
    ids.flatMap(id => {
      const entity = ask.knowledge.entities.get(id)
      const country = entity?.statements.find(({ property }) => property.id === 'country')
      return entity && country && standsForCountry.has(entity.kind) ? [id, ...entitiesNamedBy(country)] : [id]
    }),
  )
}
