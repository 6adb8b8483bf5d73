/** Counts what there is in the dataset and finds what nobody uses. For curators; no answer is made from it. */

import type { Citation, Knowledge, Statement } from './model.ts'
import { entitiesNamedBy, topicOf } from './relations.ts'

export type Counts = ReadonlyMap<string, number>

export interface Census {
  readonly entitiesByKind: Counts
  readonly statementsByKind: Counts
  readonly statementsByTopic: Counts
  readonly statementsByProperty: Counts
  readonly statementsByStanding: Counts
  /** Year of `asOf`; `none` where a statement has none. */
  readonly statementsByAsOf: Counts
  readonly sourcesByKind: Counts
  readonly citationsBySourceKind: Counts
  /** Entities that no other names, by a value, by `related` or as a speaker. */
  readonly entitiesNobodyNames: readonly string[]
  readonly sourcesNobodyCites: readonly string[]
  readonly propertiesNobodyUses: readonly string[]
  readonly addressesOfSeveralSources: readonly (readonly [url: string, sources: readonly string[]])[]
}

/** Most frequent first. */
function count(values: Iterable<string>): Counts {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return new Map([...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en')))
}

function citationsOf(statement: Statement): readonly Citation[] {
  if (statement.standing === 'disputed') return statement.sides.flatMap(side => side.citations)
  return statement.standing === 'viewpoint' ? statement.view.claim.citations : statement.account.citations
}

function namedEntities(knowledge: Knowledge): ReadonlySet<string> {
  const named = new Set<string>()
  for (const entity of knowledge.entities.values()) {
    const others = entity.statements.flatMap(statement => [
      ...entitiesNamedBy(statement),
      ...(statement.standing === 'viewpoint' ? [statement.view.speaker] : []),
    ])
    for (const id of [...others, ...entity.related]) if (id !== entity.id) named.add(id)
  }
  return named
}

export function census(knowledge: Knowledge): Census {
  const entities = [...knowledge.entities.values()]
  const sources = [...knowledge.sources.values()]
  const statements = entities.flatMap(entity => entity.statements.map(statement => ({ statement, kind: entity.kind })))
  const citations = statements.flatMap(({ statement }) => citationsOf(statement))

  const named = namedEntities(knowledge)
  const cited = new Set(citations.map(({ source }) => source.id))
  const used = new Set(statements.map(({ statement }) => statement.property.id))
  const byAddress = Map.groupBy(sources, source => source.url)

  return {
    entitiesByKind: count(entities.map(entity => entity.kind)),
    statementsByKind: count(statements.map(({ kind }) => kind)),
    statementsByTopic: count(statements.map(({ statement, kind }) => topicOf(statement, kind))),
    statementsByProperty: count(statements.map(({ statement }) => statement.property.id)),
    statementsByStanding: count(statements.map(({ statement }) => statement.standing)),
    statementsByAsOf: count(statements.map(({ statement }) => statement.asOf?.slice(0, 4) ?? 'none')),
    sourcesByKind: count(sources.map(source => source.kind)),
    citationsBySourceKind: count(citations.map(({ source }) => source.kind)),
    entitiesNobodyNames: entities.map(entity => entity.id).filter(id => !named.has(id)),
    sourcesNobodyCites: sources.map(source => source.id).filter(id => !cited.has(id)),
    propertiesNobodyUses: [...knowledge.properties.keys()].filter(id => !used.has(id)),
    addressesOfSeveralSources: [...byAddress].flatMap(([url, group]) =>
      url === null || group.length < 2 ? [] : [[url, group.map(source => source.id)] as const],
    ),
  }
}
