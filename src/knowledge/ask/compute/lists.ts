/** Lists that stand in no one statement: who is missing, what lies in a country, which of a kind name another. */
import type { Entity, Property, Statement } from '../../model.ts'
import { entitiesNamedBy } from '../../relations.ts'
import { isAmong } from '../explain.ts'
import { covers, isWithin, lengthOf, marked, overlaps, type Reading, type Span } from '../reading.ts'
import type { Computed } from './compute.ts'
import { holds, statementOf, withCountries } from './held.ts'
import {
  askedFor,
  cueSpans,
  direction,
  hasRestInName,
  isUnderstood,
  memberships,
  namesEntities,
  numberSpans,
  type Problem,
  restOf,
  type Subject,
  strengthOf,
  surelyAsked,
  understood,
} from './problem.ts'
import { isAtSaidStage, isOfSaidSector, kindsSaid, negations, sectorsSaid, stagesSaid } from './said.ts'

/** A longer list answers nothing. */
const mostListed = 20
/** Besides the list itself, what stands under it. */
const mostStatements = 3

export function listed(
  problem: Problem,
  entities: readonly Entity[],
  statements: readonly Statement[],
): Computed | undefined {
  const [first, ...rest] = statements.slice(0, mostStatements)
  if (!first || entities.length === 0 || entities.length > mostListed) return undefined
  const ids = entities.map(({ id }) => id)
  return {
    line: isCounted(problem.reading)
      ? { is: 'count', count: ids.length, entities: ids }
      : { is: 'entities', entities: ids },
    statements: [first, ...rest],
  }
}

/** “Which of the five is not in …”; where no group is said, of the first one of the language. */
export function missing(problem: Problem): Computed | undefined {
  const { ask, reading, subjects } = problem
  if (negations(reading).length === 0 || problem.isYesNo) return undefined
  const asked = askedFor(problem, namesEntities)
  if (!problem.group && asked.length === 0) return undefined
  const group =
    problem.group ?? reading.index.asking.groups[0]?.entities.flatMap(id => ask.knowledge.entities.get(id) ?? []) ?? []
  for (const subject of subjects) {
    const { entity } = subject
    if (group.includes(entity) && subjects.length > 1) continue
    for (const property of asked.length > 0
      ? asked
      : [...ask.knowledge.properties.values()].filter(({ id }) => memberships.has(id))) {
      const own = entity.statements.find(statement => statement.property === property)
      const reached = own && withCountries(ask, entitiesNamedBy(own))
      const outside = group.filter(
        each =>
          each !== entity &&
          (reached ? !reached.has(each.id) : holds(each, property) && !namesUnder(each, property, entity)),
      )
      if (outside.length === 0 || outside.length >= group.length - 1) continue
      const said = [...negations(reading), ...numberSpans(reading, outside.length)]
      if (!understood(problem, [subject], cueSpans(problem, property), said)) continue
      const statements = own ? [own] : outside.flatMap(each => statementOf(each, property, []) ?? [])
      return listed(problem, outside, statements)
    }
  }
  return undefined
}

const namesUnder = (entity: Entity, property: Property, other: Entity): boolean =>
  entity.statements.some(statement => statement.property === property && entitiesNamedBy(statement).includes(other.id))

/** A list says neither when nor where, nor how large something is. */
const asksForMore = (reading: Reading): boolean =>
  reading.wanted.some(word => word === 'when' || word === 'where' || (word === 'number' && !isCounted(reading)))

const isCounted = (reading: Reading): boolean => marked(reading, 'count').length > 0

/** Of a figure it is enough that it may be meant: “how many km”. */
const halfAsked = 0.35

function isAskedElse(problem: Problem, of: Property): boolean {
  const { reading } = problem
  const said = reading.cues.filter(({ cue }) => cue.says === 'kind' || cue.says === 'sector' || cue.says === 'stage')
  return askedFor(problem, property => property !== of && !property.many && !memberships.has(property.id)).some(
    property =>
      strengthOf(reading, property) >= (property.type === 'number' ? halfAsked : surelyAsked) &&
      cueSpans(problem, property).some(span => !said.some(other => isWithin(span, other))),
  )
}

/** “How many km” counts no projects. */
const countsUnits = ({ ask, reading }: Problem): boolean =>
  marked(reading, 'count').some(number =>
    reading.cues.some(
      ({ cue, ...span }) =>
        cue.says === 'property' &&
        ask.knowledge.properties.get(cue.property)?.type === 'number' &&
        lengthOf(span) > lengthOf(number) &&
        isWithin(number, span) &&
        !isKindWord(reading, { from: number.to, to: span.to }),
    ),
  )

/** “The pipeline” names one, and says what it is. */
const isKindWord = ({ cues }: Reading, span: Span): boolean =>
  cues.some(other => (other.cue.says === 'kind' || other.cue.says === 'sector') && isWithin(span, other))

/** A list leaves less of a question than a figure may: a tunnel is none of the projects. */
const mostLeftOfList = 0.2

/** Every project of the dataset is one of its: it limits nothing. */
const allOfThem = 'belt-and-road-initiative'

/** “Projects in Tajikistan”, “which of the projects are pipelines”. */
export function projects(problem: Problem): Computed | undefined {
  const { ask, reading, subjects } = problem
  const isSaid =
    sectorsSaid(reading).length > 0 || stagesSaid(reading).length > 0 || kindsSaid(reading).includes('project')
  const of = ask.knowledge.properties.get('countries')
  if (!isSaid || !of || problem.isYesNo) return undefined
  // Where they lie is said.
  const isLocated = subjects.some(({ entity }) => entity.kind === 'country')
  // Who it was, and how far it is, no list of projects says.
  if (reading.wanted.includes('who') || (reading.wanted.includes('number') && !isCounted(reading))) return undefined
  if (reading.wanted.includes('when') || (!isLocated && reading.wanted.includes('where'))) return undefined
  // What somebody says of them is no list.
  if (marked(reading, 'says').length > 0) return undefined
  if (
    subjects.some(
      subject =>
        subject.entity.kind !== 'country' &&
        subject.entity.id !== allOfThem &&
        (subject.entity.kind !== 'project' || (subject.isSure && !isKindWord(reading, subject))),
    )
  )
    return undefined
  // Who built them is another question.
  if (isAskedElse(problem, of) || countsUnits(problem) || direction(problem)) return undefined
  const countries = subjects.filter(({ entity }) => entity.kind === 'country')
  // China takes part in each of them: with another country it says nothing.
  const abroad = countries.filter(({ entity }) => entity.id !== 'china')
  const wanted = abroad.length > 0 ? abroad : countries
  const rest = restOf(problem)
  const meant = [...ask.knowledge.entities.values()].filter(
    entity => entity.kind === 'project' && isOfSaidSector(reading, entity) && isAtSaidStage(reading, entity),
  )
  // “In A and B” is between them, or in either where nothing is between them.
  const liesIn = (entity: Entity) => (country: Subject) => namesUnder(entity, of, country.entity)
  const between = meant.filter(entity => wanted.every(liesIn(entity)))
  const found = between.length > 0 ? between : meant.filter(entity => wanted.some(liesIn(entity)))
  const isNamed = rest.every(({ from }) =>
    found.some(({ id }) => isAmong(reading, from, ask.nameWords.get(id) ?? new Set<string>()) > 0),
  )
  if (!isNamed || !isUnderstood(problem, mostLeftOfList, subjects, cueSpans(problem, of), rest)) return undefined
  return listed(
    problem,
    found,
    found.flatMap(entity => statementOf(entity, of, []) ?? []),
  )
}

/** “Which meetings did Wang Yi chair”: the entities that name another under a property, with the words that are left in their names. */
export function inverse(problem: Problem): Computed | undefined {
  const { ask, reading } = problem
  // What has the name in its own is only another guess at who is meant by it.
  const sure = problem.subjects.filter(({ isSure }) => isSure)
  const subjects =
    sure.length > 0
      ? problem.subjects.filter(one => one.isSure || !sure.some(other => overlaps(one, other)))
      : problem.subjects
  const [object, ...more] = subjects
  if (!object || more.some(({ entity }) => entity !== object.entity)) return undefined
  if (problem.isYesNo || negations(reading).length > 0 || asksForMore(reading)) return undefined
  const kinds = kindsSaid(reading)
  const inWords = askedFor(problem, namesEntities)
  if (direction(problem) || inWords.some(property => holds(object.entity, property))) return undefined
  // “Which meetings took place in Xi'an”: that they took place somewhere is asked for by words that weigh nothing.
  const asked =
    kinds.length > 0
      ? [...reading.strengths.keys()].flatMap(id => ask.knowledge.properties.get(id) ?? []).filter(namesEntities)
      : inWords
  for (const property of asked.filter(each => strengthOf(reading, each) >= surelyAsked)) {
    const all = [...ask.knowledge.entities.values()].filter(
      entity =>
        namesUnder(entity, property, object.entity) &&
        (kinds.length === 0 || kinds.includes(entity.kind)) &&
        hasRestInName(problem, entity),
    )
    // Not the opening of an office, where foreign ministers' meetings are asked for.
    const isNamedWith = (entity: Entity, place: number): boolean =>
      isAmong(reading, place, ask.nameWords.get(entity.id) ?? new Set<string>()) > 0
    const used = [object, ...cueSpans(problem, property)]
    const ofNames = reading.places.flatMap(({ weight }, place) =>
      weight > 0 && !used.some(span => covers(span, place)) && all.some(entity => isNamedWith(entity, place))
        ? [place]
        : [],
    )
    const holders = all.filter(entity => ofNames.every(place => isNamedWith(entity, place)))
    if (holders.length < 2 || !understood(problem, [object], cueSpans(problem, property), restOf(problem))) continue
    return listed(
      problem,
      holders,
      holders.flatMap(entity => statementOf(entity, property, []) ?? []),
    )
  }
  return undefined
}
