/** How entities hang together: by the values of statements and by `related`. And which of an entity's statements are of a topic or hold on a day. */

import { accountsOf } from './accounts.ts'
import { firstDay, isAfter } from './calendar.ts'
import type { CalendarDate, DateSpan, Entity, Kind, Knowledge, Statement, Topic } from './model.ts'

const topicOfKind: Readonly<Record<Kind, Topic>> = {
  country: 'countries',
  summit: 'summits',
  principle: 'principles',
  term: 'principles',
  project: 'projects',
  organisation: 'mechanism',
  person: 'countries',
  event: 'mechanism',
  place: 'countries',
  document: 'summits',
}

/** The topic of a statement: that of its property, else that of the kind of entity it is about. */
export function topicOf(statement: Statement, kind: Kind): Topic {
  return statement.property.topic ?? topicOfKind[kind]
}

/** False before its `since` and after its `until`; a date without a day covers its whole month or year. */
export function holdsOn(statement: Statement, day: CalendarDate): boolean {
  if (statement.since !== undefined && isAfter(statement.since, day)) return false
  return statement.until === undefined || !isAfter(day, statement.until)
}

export interface StatementFilter {
  /** The id of a property. */
  readonly property?: string
  readonly topic?: Topic
  /** Only what holds on this day. */
  readonly holdsOn?: CalendarDate
}

/** In the order of the entity's file. */
export function statementsOf(entity: Entity, filter: StatementFilter = {}): readonly Statement[] {
  return entity.statements.filter(
    statement =>
      (filter.property === undefined || statement.property.id === filter.property) &&
      (filter.topic === undefined || topicOf(statement, entity.kind) === filter.topic) &&
      (filter.holdsOn === undefined || holdsOn(statement, filter.holdsOn)),
  )
}

/** The dates that an entity's settled and expected statements give as their value, earliest first. */
export function datesOf(entity: Entity): readonly { readonly date: DateSpan; readonly statement: Statement }[] {
  return entity.statements
    .flatMap(statement => {
      if (statement.standing !== 'settled' && statement.standing !== 'expected') return []
      const { value } = statement.account
      return value.type === 'date' ? [{ date: value.date, statement }] : []
    })
    .toSorted((a, b) => firstDay(a.date.from).localeCompare(firstDay(b.date.from), 'en'))
}

/** The entities that a statement's value names, on any side of a dispute. */
export function entitiesNamedBy(statement: Statement): readonly string[] {
  const ids = accountsOf(statement).flatMap(({ value }) => {
    if (value.type === 'entity') return [value.entity]
    return value.type === 'entities' ? value.entities : []
  })
  return [...new Set(ids)]
}

export interface Relation {
  /** The entity at the other end. */
  readonly entity: string
  /** `to`: this entity names the other; `from`: the other names this one. */
  readonly direction: 'to' | 'from'
  /** The statement that names it; absent where `related` does. */
  readonly statement?: Statement
}

/** What this entity names comes first, then what names it; an unknown id has no relations. */
export function relationsOf(knowledge: Knowledge, id: string): readonly Relation[] {
  const own = knowledge.entities.get(id)
  if (own === undefined) return []
  const to = own.statements.flatMap(statement =>
    entitiesNamedBy(statement).map((entity): Relation => ({ entity, direction: 'to', statement })),
  )
  const related = own.related.map((entity): Relation => ({ entity, direction: 'to' }))
  return [...to, ...related, ...(relationsFrom(knowledge).get(id) ?? [])]
}

const indexed = new WeakMap<Knowledge, ReadonlyMap<string, readonly Relation[]>>()

/** Who names an entity, by the entity named. Gathered once, because every page asks and the knowledge never changes. */
function relationsFrom(knowledge: Knowledge): ReadonlyMap<string, readonly Relation[]> {
  const known = indexed.get(knowledge)
  if (known) return known
  const byNamed = new Map<string, Relation[]>()
  const add = (named: string, relation: Relation): void => {
    byNamed.set(named, [...(byNamed.get(named) ?? []), relation])
  }
  for (const { id, statements, related } of knowledge.entities.values()) {
    for (const statement of statements) {
      for (const named of entitiesNamedBy(statement)) add(named, { entity: id, direction: 'from', statement })
    }
    for (const named of related) add(named, { entity: id, direction: 'from' })
  }
  indexed.set(knowledge, byNamed)
  return byNamed
}
