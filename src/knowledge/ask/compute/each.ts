/** One property of several: “the capitals of the five”, “when were the summits held”, “which railways are being built”. */
import type { Entity, Property, Statement } from '../../model.ts'
import { isAmong } from '../explain.ts'
import { lengthOf, marked, overlaps, type Reading } from '../reading.ts'
import type { Computed } from './compute.ts'
import {
  askedFor,
  cueSpans,
  direction,
  isAtSaidStage,
  isOfSaidSector,
  kindsSaid,
  namesOther,
  negations,
  type Problem,
  ranked,
  restOf,
  sectorsSaid,
  statementOf,
  strengthOf,
  understood,
  yearSpans,
} from './problem.ts'

/** More of them are no short answer. */
const mostOfEach = 12
/** Of those who are meant so many hold the property. */
const leastHolding = 0.6

export function ofEach(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  if (problem.isYesNo || direction(problem) || negations(reading).length > 0) return undefined
  if (marked(reading, 'difference').length > 0) return undefined
  for (const property of propertiesAsked(problem)) {
    const meant = membersMeant(problem, property)
    const all = meant.flatMap(entity => {
      const statement = statementOf(entity, property, reading.years)
      return statement && isOfYears(reading, statement) ? [{ entity: entity.id, statement }] : []
    })
    if (meant.length > mostOfEach || all.length < 2 || all.length < leastHolding * meant.length) continue
    const howMany = reading.places.flatMap((_, from) =>
      isNumber(reading, from, meant.length) ? [{ from, to: from + 1 }] : [],
    )
    const rest = restOf(problem).filter(({ from }) => !isNumber(reading, from, meant.length))
    const inNames = (at: number): boolean =>
      meant.every(({ id }) => isAmong(reading, at, problem.ask.nameWords.get(id) ?? none) > 0)
    const ofValue = rest.filter(({ from }) => !inNames(from))
    // “Which country pays with som”.
    const ranking = all.filter(({ statement }) =>
      ofValue.every(
        ({ from }) => isAmong(reading, from, reading.index.statements.get(statement.id)?.terms ?? none) > 0,
      ),
    )
    const [first] = ranking
    if (!first || !understood(problem, cueSpans(problem, property), subjects, yearSpans(problem), rest, howMany))
      continue
    const isDated = property.type === 'date'
    return {
      line: { is: 'each', property, ranking: isDated ? ranked(meant, property, 'least', reading.years) : ranking },
      statements: [first.statement],
    }
  }
  return undefined
}

const none: ReadonlySet<string> = new Set()

const isOfYears = ({ index, years }: Reading, { id, asOf, since }: Statement): boolean =>
  years.every(
    year =>
      asOf?.startsWith(year) === true || since?.startsWith(year) === true || index.statements.get(id)?.years.has(year),
  )

/** “The three summits”. */
const isNumber = ({ places }: Reading, at: number, count: number): boolean =>
  places[at]?.alternatives.includes(String(count)) === true

/** Those that are asked for, or what “when” and “where” ask for by themselves. */
function propertiesAsked(problem: Problem): readonly Property[] {
  const { ask, reading } = problem
  const isCount = marked(reading, 'count').length > 0
  const asked = askedFor(problem, property => isOfOne(property) && (!isCount || property.type === 'number'))
  const surely = asked.filter(property => strengthOf(reading, property) >= leastAsked)
  if (isCount) return surely
  const ids = reading.wanted.flatMap(word => (word === 'when' ? ['date'] : word === 'where' ? ['held-in'] : []))
  return [...new Set([...surely, ...ids.flatMap(id => ask.knowledge.properties.get(id) ?? [])])]
}

const leastAsked = 0.3

/** What each has one of, or at least no sentences of. */
const isOfOne = ({ id, type, many }: Property): boolean => id !== 'about' && (!many || type !== 'text')

/** Two or more that are named; the group; all of a kind. */
function membersMeant(problem: Problem, property: Property): readonly Entity[] {
  const { ask, reading, subjects, group } = problem
  const kinds = kindsSaid(reading)
  const named = namedOn(problem, property)
  if (named.length > 1) return named
  const isSaid = sectorsSaid(reading).length > 0 || kinds.length > 0
  const ofGroup = group ?? (kinds.includes('country') ? groupOf(problem) : [])
  if (subjects.length === 0 && ofGroup.length > 0 && property.on.includes('country')) return ofGroup
  if (!isSaid) return []
  return [...ask.knowledge.entities.values()].filter(
    entity =>
      (kinds.includes(entity.kind) || (entity.kind === 'project' && sectorsSaid(reading).length > 0)) &&
      entity.kind !== 'country' &&
      property.on.includes(entity.kind) &&
      isOfSaidSector(reading, entity) &&
      isOfSaidNames(problem, entity) &&
      isAtSaidStage(reading, entity) &&
      subjects.every(subject => subject.entity.kind === 'country' && namesOther(entity, subject.entity.id)),
  )
}

/** Those that could have it; also inside of a longer name: Kazakhstan in “capital of Kazakhstan”. */
function namedOn({ ask, reading, subjects }: Problem, { on }: Property): readonly Entity[] {
  const named = [
    ...subjects.filter(({ isSure }) => isSure),
    ...reading.mentions.flatMap(({ from, to, entity }) => {
      const found = ask.knowledge.entities.get(entity)
      return found ? [{ from, to, entity: found }] : []
    }),
  ].filter(({ entity }) => on.includes(entity.kind))
  const byPlace = new Map(named.toSorted((a, b) => lengthOf(a) - lengthOf(b)).map(({ from, entity }) => [from, entity]))
  const entities = [...new Set(byPlace.values())]
  return subjects.every(subject => named.some(other => overlaps(other, subject))) &&
    new Set(entities.map(({ kind }) => kind)).size === 1
    ? entities
    : []
}

const groupOf = ({ ask, reading }: Problem): readonly Entity[] =>
  reading.index.asking.groups[0]?.entities.flatMap(id => ask.knowledge.entities.get(id) ?? []) ?? []

/** Words that ask for nothing are of the names that are meant, where any name has them. */
function isOfSaidNames(problem: Problem, { id }: Entity): boolean {
  const { ask, reading } = problem
  const words = ask.nameWords.get(id) ?? none
  return restOf(problem).every(
    ({ from }) =>
      isAmong(reading, from, words) > 0 ||
      ![...ask.knowledge.entities.values()].some(
        other =>
          kindsSaid(reading).includes(other.kind) && isAmong(reading, from, ask.nameWords.get(other.id) ?? none) > 0,
      ),
  )
}
