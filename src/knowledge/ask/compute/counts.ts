/** How many there are: of what one statement lists, of a group, of those whose names have the words. */
import { accountsOf } from '../../accounts.ts'
import type { Entity, Property, Statement } from '../../model.ts'
import { datesOf, entitiesNamedBy } from '../../relations.ts'
import type { AskIndex } from '../ask-index.ts'
import { isAmong } from '../explain.ts'
import { covers, lengthOf, marked } from '../reading.ts'
import type { Computed } from './compute.ts'
import { statementOf } from './held.ts'
import { listed } from './lists.ts'
import {
  askedFor,
  cueSpans,
  direction,
  isFrame,
  memberships,
  namesEntities,
  type Problem,
  strengthOf,
  surelyAsked,
  understood,
} from './problem.ts'
import { kindsSaid, negations } from './said.ts'

/** “How many parts”, “how many countries took part”: of what one statement lists in full. */
export function count(problem: Problem): Computed | undefined {
  const { ask, reading, subjects } = problem
  if (marked(reading, 'count').length === 0 || problem.isYesNo) return undefined
  for (const property of askedFor(problem, ({ type }) => type === 'entities' || type === 'texts')) {
    for (const subject of subjects) {
      const statement = statementOf(subject.entity, property, [])
      const isNumberHeld = subject.entity.statements.some(
        each => each.property.type === 'number' && strengthOf(reading, each.property) > 0,
      )
      const items = statement && !isNumberHeld ? itemsOf(ask, statement) : undefined
      if (!statement || !items || !understood(problem, [subject], cueSpans(problem, property))) continue
      return { line: { is: 'count', count: items.count, entities: items.entities }, statements: [statement] }
    }
  }
  return undefined
}

/** Undefined where the sentence names others as well, for which the dataset has no entity: the list is not whole then. */
function itemsOf(
  { knowledge }: AskIndex,
  statement: Statement,
): { count: number; entities: readonly string[] } | undefined {
  const account = accountsOf(statement)[0]
  if (account?.value.type === 'texts') return { count: account.value.texts.en.length, entities: [] }
  if (account?.value.type !== 'entities') return undefined
  const { entities } = account.value
  const known = new Set(
    [statement.entity, ...entities].flatMap(id => (knowledge.entities.get(id)?.name.en ?? '').split(/[^\p{L}]+/u)),
  )
  const capitals = account.text.en.match(/(?<=\s)\p{Lu}\p{L}+/gu) ?? []
  return capitals.every(word => known.has(word)) ? { count: entities.length, entities } : undefined
}

/** It has a date that is not only expected. */
const tookPlace = (entity: Entity): boolean =>
  datesOf(entity).some(({ statement }) => statement.property.id === 'date' && statement.standing !== 'expected')

/** “How many countries are in Central Asia”: the group itself, as some statement lists it. */
export function ofGroup(problem: Problem): Computed | undefined {
  const { ask, reading, group, subjects } = problem
  if (!group || subjects.length > 0 || problem.isYesNo || negations(reading).length > 0) return undefined
  if (!kindsSaid(reading).some(kind => kind === group[0]?.kind) || reading.wanted.some(word => word !== 'number'))
    return undefined
  const isAskedOf = (property: Property): boolean =>
    cueSpans(problem, property).some(({ from, to }) =>
      reading.places.slice(from, to).some((_, nth) => !isFrame(reading, from + nth)),
    )
  if (askedFor(problem, property => !namesEntities(property)).some(isAskedOf) || direction(problem)) return undefined
  const ids = new Set(group.map(({ id }) => id))
  const lists = [...ask.knowledge.statements.values()].filter(
    statement =>
      memberships.has(statement.property.id) &&
      entitiesNamedBy(statement).filter(id => ids.has(id)).length === ids.size,
  )
  const [shortest] = lists.toSorted((a, b) => entitiesNamedBy(a).length - entitiesNamedBy(b).length)
  if (
    !shortest ||
    !understood(
      problem,
      askedFor(problem, namesEntities).flatMap(property => cueSpans(problem, property)),
    )
  )
    return undefined
  return listed(problem, group, [shortest])
}

/** All are asked for, and nothing of them. */
function isListed(problem: Problem): boolean {
  const { reading } = problem
  const isElse = askedFor(problem, () => true).some(property => strengthOf(reading, property) >= surelyAsked)
  return (
    marked(reading, 'list').length > 0 &&
    !isElse &&
    reading.wanted.length === 0 &&
    !problem.isYesNo &&
    !direction(problem)
  )
}

/** “How many foreign ministers' meetings”: the entities whose names have all the words. */
export function countNamed(problem: Problem): Computed | undefined {
  const { ask, reading, subjects } = problem
  const kinds = kindsSaid(reading)
  const isCount = marked(reading, 'count').length > 0
  if ((!isCount && !isListed(problem)) || kinds.length === 0) return undefined
  // Projects of a country are those that lie in it, whatever their names.
  if (kinds.includes('project') && subjects.some(({ entity }) => entity.kind === 'country')) return undefined
  // “Ministers” of their meetings is a part of the name, however much it is a word for people; in Chinese a part of the word for the meeting.
  const isOther = kinds.some(kind => kind !== 'person')
  const meant = kinds.filter(kind => kind !== 'person' || !isOther)
  const ofKind = reading.cues.filter(({ cue }) => cue.says === 'kind' && meant.includes(cue.kind))
  const isHan = reading.places.some(({ cell }) => cell.script === 'Han')
  const words = reading.places.flatMap(({ weight }, place) => {
    const isOfName = !ofKind.some(span => covers(span, place) && !(isHan && lengthOf(span) > 2))
    const isOnlyFrame =
      isFrame(reading, place) && reading.cues.every(span => !covers(span, place) || span.cue.says !== 'kind')
    return weight > 0 && isOfName && !isOnlyFrame ? [place] : []
  })
  const isNamedWith = ({ id }: Entity, place: number): boolean =>
    isAmong(reading, place, ask.nameWords.get(id) ?? new Set<string>()) > 0
  const all = [...ask.knowledge.entities.values()].filter(
    entity =>
      meant.includes(entity.kind) &&
      (words.length > 0 || tookPlace(entity)) &&
      words.every(place => isNamedWith(entity, place)),
  )
  // “Global initiatives” are those that are called so, and not all terms with “global”.
  const called = all.filter(entity =>
    ofKind.some(({ from, to }) => reading.places.slice(from, to).some((_, nth) => isNamedWith(entity, from + nth))),
  )
  const found = called.length > 1 ? called : all
  const isNamed = subjects.some(({ entity, from, to }) => to - from > 1 && found.includes(entity))
  if (
    found.length < 2 ||
    isNamed ||
    (words.length === 0 && (problem.group || subjects.length > 0 || kinds.some(kind => kind !== 'summit')))
  )
    return undefined
  return listed(
    problem,
    found,
    found.flatMap(
      ({ statements }) => statements.find(({ property }) => property.id === 'about') ?? statements[0] ?? [],
    ),
  )
}
