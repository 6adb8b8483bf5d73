/** What happened when: the dated statements of the dataset, oldest first, and the cuts through them that people ask for. */
import { accountsOf } from './accounts.ts'
import { firstDay } from './calendar.ts'
import type { DateSpan, Entity, Knowledge, Statement, Topic } from './model.ts'
import { datesOf, relationsOf, topicOf } from './relations.ts'

export interface Dated {
  readonly entity: Entity
  readonly statement: Statement
  readonly date: DateSpan
  readonly year: number
}

export interface TimelineFilter {
  readonly topic?: Topic
  /** The id of a country: what is of it, and what names it. */
  readonly country?: string
}

const gathered = new WeakMap<Knowledge, readonly Dated[]>()

/** Gathered once: the knowledge never changes while the bot runs. */
function all(knowledge: Knowledge): readonly Dated[] {
  const known = gathered.get(knowledge)
  if (known) return known
  const dated = [...knowledge.entities.values()]
    .flatMap(entity =>
      datesOf(entity).map(({ date, statement }) => ({ entity, statement, date, year: Number(date.from.slice(0, 4)) })),
    )
    .toSorted((one, other) => (firstDay(one.date.from) < firstDay(other.date.from) ? -1 : 1))
  gathered.set(knowledge, dated)
  return dated
}

export function timelineOf(knowledge: Knowledge, { topic, country }: TimelineFilter): readonly Dated[] {
  const concerns = country === undefined ? undefined : concerning(knowledge, country)
  return all(knowledge).filter(
    dated =>
      (topic === undefined || topicOf(dated.statement, dated.entity.kind) === topic) &&
      (concerns === undefined || concerns(dated)),
  )
}

/**
 * What is of a country: its own dates, and those of what names it or one of its people (a summit names presidents). Of a project in several
 * countries a date that is told of another country alone is that other country's.
 */
function concerning(knowledge: Knowledge, country: string): (dated: Dated) => boolean {
  const naming = (id: string): readonly string[] =>
    relationsOf(knowledge, id).flatMap(({ direction, entity }) => (direction === 'from' ? [entity] : []))
  const kindOf = (id: string) => knowledge.entities.get(id)?.kind
  const direct = naming(country).filter(id => kindOf(id) !== 'country')
  const people = direct.filter(id => kindOf(id) === 'person')
  const near = new Set([country, ...direct, ...people.flatMap(naming).filter(id => kindOf(id) !== 'country')])
  const names = [...knowledge.entities.values()].filter(({ kind }) => kind === 'country')
  const own = knowledge.entities.get(country)?.name.en ?? ''
  return ({ entity, statement }) => {
    if (!near.has(entity.id)) return false
    if (entity.kind !== 'project') return true
    const told = accountsOf(statement)
      .map(({ text }) => text.en)
      .join(' ')
    const others = names.filter(({ id, name }) => id !== country && told.includes(name.en))
    return others.length === 0 || told.includes(own)
  }
}
