/** What is asked of somebody of whom the dataset does not say it. */
import type { Entity, Kind, Property } from '../model.ts'
import { entitiesNamedBy } from '../relations.ts'
import type { AskIndex } from './ask-index.ts'
import { isWithin, type Reading, type Span, weightOf } from './reading.ts'

export interface NotHeld {
  readonly entity: Entity
  readonly property: Property
}

/** A port is a project to the dataset, and may be asked for its people like any place. */
const isSomewhere = (kind: Kind): boolean => kind === 'place' || kind === 'country' || kind === 'project'

/** The property that is surest asked for, where the one entity that is named could have it and does not. */
export function notHeldOf(ask: AskIndex, reading: Reading): NotHeld | undefined {
  const asked = askedOf(ask, reading)
  if (!asked) return undefined
  const { entity, property } = asked
  // A capital has no capital, because it is one.
  const isValue = [...ask.knowledge.statements.values()].some(
    statement => statement.property === property && entitiesNamedBy(statement).includes(entity.id),
  )
  return isValue || entity.statements.some(statement => statement.property === property) ? undefined : asked
}

/** The property that is surest asked for, of those that the one entity that is named could have. */
export function askedOf({ knowledge }: AskIndex, reading: Reading): NotHeld | undefined {
  // “Trade” asks, however much it is a name as well; and what a country has to do with China is asked of it.
  const isAsked = (name: Span): boolean =>
    reading.cues.some(({ cue, ...span }) => cue.says === 'property' && isWithin(name, span))
  const all = reading.subjects.filter(name => !isAsked(name))
  const named = (all.length > 1 ? all.filter(({ entities }) => !entities.includes('china')) : all).flatMap(
    ({ entities }) => entities.flatMap(id => knowledge.entities.get(id) ?? []),
  )
  const [entity] = named
  const asked = reading.cues.flatMap(({ cue, ...span }) =>
    cue.says === 'property' && weightOf(reading, span) > 0 ? (knowledge.properties.get(cue.property) ?? []) : [],
  )
  const [property] = asked
    .filter(
      ({ type, many, on }) =>
        (!many || (type !== 'text' && type !== 'texts')) &&
        on.some(
          kind => entity?.kind === kind || (isSomewhere(kind) && entity !== undefined && isSomewhere(entity.kind)),
        ),
    )
    .toSorted((a, b) => (reading.strengths.get(b.id) ?? 0) - (reading.strengths.get(a.id) ?? 0))
  return !entity || new Set(named).size > 1 || !property ? undefined : { entity, property }
}
