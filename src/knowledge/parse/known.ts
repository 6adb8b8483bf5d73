/** What a statement may refer to: properties, units, sources and entities, and the reason when one is not there. */

import { editDistance } from '../edit-distance.ts'
import { kinds as allKinds, type Kind, type Property, type Source, type Unit } from '../model.ts'
import type { Drafts } from './drafts.ts'

export interface Known {
  readonly properties: ReadonlyMap<string, Property>
  readonly units: ReadonlyMap<string, Unit>
  readonly sources: ReadonlyMap<string, Source>
  /** Why the property can't be used, or undefined where it is there or its own fault is reported already. */
  unknownProperty(id: string): string | undefined
  unknownUnit(id: string): string | undefined
  unknownSource(id: string): string | undefined
  /** Why the entity can't be used where one of `kinds` is expected. */
  unfitEntity(id: string, kinds: readonly Kind[]): string | undefined
}

/** The id that somebody may have meant: at most a third of its letters differ. */
function meant(id: string, ids: Iterable<string>): string {
  const near = [...ids]
    .map(other => ({ other, distance: editDistance(id.slice(0, 60), other) }))
    .filter(({ other, distance }) => distance <= Math.max(1, other.length / 3))
    .toSorted((a, b) => a.distance - b.distance)
  return near[0] === undefined ? '' : `; did you mean “${near[0].other}”?`
}

export function known(
  drafts: Drafts,
  built: {
    properties: ReadonlyMap<string, Property>
    units: ReadonlyMap<string, Unit>
    sources: ReadonlyMap<string, Source>
  },
): Known {
  const { unreadable } = drafts
  function unknown(what: 'properties' | 'units' | 'sources', one: string, id: string): string | undefined {
    if (drafts[what].has(id) || unreadable.has(what)) return undefined
    return `unknown ${one} “${id}”${meant(id, drafts[what].keys())}`
  }
  return {
    ...built,
    unknownProperty: id => unknown('properties', 'property', id),
    unknownUnit: id => unknown('units', 'unit', id),
    unknownSource: id => unknown('sources', 'source', id),
    unfitEntity(id, kinds) {
      const entity = drafts.entities.get(id)
      if (entity === undefined) {
        const wanted = kinds.length < allKinds.length ? ` (expected the id of a ${kinds.join(' or ')})` : ''
        return `unknown entity “${id}”${wanted}${meant(id, drafts.entities.keys())}`
      }
      if (kinds.includes(entity.kind)) return undefined
      return `expected a ${kinds.join(' or ')}, came “${id}”, which is a ${entity.kind}`
    },
  }
}
