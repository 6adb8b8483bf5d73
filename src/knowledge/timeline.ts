/** What happened when: the dated statements of the dataset, oldest first, and the cuts through them that people ask for. */
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
  const near = country === undefined ? undefined : around(knowledge, country)
  return all(knowledge).filter(
    ({ entity, statement }) =>
      (topic === undefined || topicOf(statement, entity.kind) === topic) && (near === undefined || near.has(entity.id)),
  )
}

/** The country itself, and the entities that name it as theirs. */
const around = (knowledge: Knowledge, country: string): ReadonlySet<string> =>
  new Set([
    country,
    ...relationsOf(knowledge, country).flatMap(({ direction, entity }) => (direction === 'from' ? [entity] : [])),
  ])
