/** Extremes and comparisons: “the longest pipeline”, “is Kazakhstan larger than Uzbekistan”, “which came first”. */
import type { Entity, Property, Quantity } from '../../model.ts'
import { entitiesNamedBy } from '../../relations.ts'
import { isInName, isWithin, marked, overlaps, type Reading, type Span, weightOf } from '../reading.ts'
import type { Computed } from './compute.ts'
import { asExactAs, holds, namesOther, quantityOf, type Ranked, ranked } from './held.ts'
import {
  areTogether,
  askedFor,
  cueSpans,
  direction,
  hasRestInName,
  isFrame,
  isMeasured,
  isUnderstood,
  type Problem,
  restOf,
  type Subject,
  strengthOf,
  understood,
  yearSpans,
} from './problem.ts'
import { isOfSaidSector, kindsSaid, negations, sectorsSaid } from './said.ts'

const mostRanked = 6

export function extreme(problem: Problem): Computed | undefined {
  const { ask, reading, group } = problem
  // “Except Kazakhstan.”
  const denied = problem.subjects.filter(({ from }) => negations(reading).some(({ to }) => to === from))
  const subjects = problem.subjects.filter(subject => !denied.includes(subject))
  for (const property of askedFor(problem, isMeasured)) {
    const first = direction(problem, property) ?? (isPlaceOf(reading, property) ? 'most' : undefined)
    if (!first || asksForMore(problem, property)) continue
    if (sectorsSaid(reading).length > 0 && !property.on.includes('project')) continue
    // Of two countries that are named no date of a meeting is asked.
    const countries = new Set(subjects.flatMap(({ entity }) => (entity.kind === 'country' ? [entity] : [])))
    if (countries.size > 1 && !property.on.includes('country') && !property.on.includes('project')) continue
    if (isOfOtherKind(problem, property) || asksElse(problem, property)) continue
    // Somebody else who is named, and who is not where it lies, is what the question is about.
    const isAsking = (subject: Subject): boolean => cueSpans(problem, property).some(span => isWithin(subject, span))
    if (
      subjects.some(
        subject =>
          !holds(subject.entity, property) &&
          subject.entity.kind !== 'country' &&
          !ask.capitals.has(subject.entity.id) &&
          !isAsking(subject),
      )
    )
      continue
    const same = subjects.filter(
      ({ entity }) => holds(entity, property) && (group?.includes(entity) === true || isOne(entity, property)),
    )
    // Two of a kind are to be compared.
    if (new Set(same.map(({ entity }) => entity)).size > 1) return undefined
    const fits = (entity: Entity): boolean =>
      property.on.includes(entity.kind) &&
      isOne(entity, property) &&
      isOfSaidSector(reading, entity) &&
      hasRestInName(problem, entity)
    const wide = (
      group?.some(fits) ? group : (officials(problem, property) ?? [...ask.knowledge.entities.values()])
    ).filter(fits)
    const among = wide
      .filter(entity => !denied.some(each => each.entity === entity))
      .filter(entity => entity.kind === 'country' || hasToDoWith(entity, subjects))
    const ranking = ranked(among, property, first, reading.years)
    const nth = placeSaid(reading) ?? placeOfFormer(problem, ranking) + 1
    const winner = ranking[nth]
    if (!winner || ranking.length < 2) continue
    const used = [cueSpans(problem, property), problem.subjects, yearSpans(problem), restOf(problem)]
    if (!understood(problem, ...used)) continue
    // “The second largest after Kazakhstan” is not about Kazakhstan.
    const [asked] = same.filter(({ entity }) => !ranking.slice(0, nth).some(before => before.entity === entity.id))
    if (!asked && problem.isYesNo) continue
    if (!asked)
      return {
        line: { is: 'extreme', property, ranking: ranking.slice(0, mostRanked), nth },
        statements: [winner.statement],
      }
    // Who is none of those that are ranked is neither the first of them nor another.
    if (problem.isYesNo && ranking.some(one => one.entity === asked.entity.id))
      return { line: { is: 'yes-no', yes: asked.entity.id === winner.entity }, statements: [winner.statement] }
  }
  return undefined
}

/** Which place in the order is asked for, 0 the first: “the second largest”, and no second summit. */
function placeSaid(reading: Reading): number | undefined {
  const isSaid = (mark: 'second' | 'third'): boolean =>
    marked(reading, mark).some(span => !isInName(span, reading.subjects))
  return isSaid('third') ? 2 : isSaid('second') ? 1 : undefined
}

/** Behind whom the one is that is asked for: “the largest after Kazakhstan”. */
const placeOfFormer = ({ reading, subjects }: Problem, ranking: readonly Ranked[]): number =>
  ranking.findIndex(one =>
    marked(reading, 'after').some(({ to }) =>
      subjects.some(({ from, entity }) => from === to && entity.id === one.entity),
    ),
  )

/** “Second by area”: no order is said, and the second of those that have an area. */
const isPlaceOf = (reading: Reading, { on }: Property): boolean =>
  placeSaid(reading) !== undefined && kindsSaid(reading).every(kind => on.includes(kind))

/** Not of all together: the trade of the five is no sixth country's. */
const isOne = ({ kind }: Entity, { topic }: Property): boolean => kind !== 'term' || topic === undefined

/** “Which president the longest”: presidents have no length. */
function isOfOtherKind(problem: Problem, property: Property): boolean {
  const own = cueSpans(problem, property)
  const kinds = problem.reading.cues.flatMap(({ cue, ...span }) =>
    cue.says === 'kind' && !own.some(mine => isWithin(span, mine)) ? [cue.kind] : [],
  )
  const isProject = sectorsSaid(problem.reading).length > 0
  return kinds.length > 0 && !isProject && !kinds.some(kind => property.on.includes(kind))
}

/** Texts on many things are asked for by words that say little. */
const isOfOne = ({ id, many, type }: Property): boolean => id !== 'about' && !(many && type === 'text')

/** “Is this tunnel longer than that”: it is the tunnels that are longer, not the railways through them. */
function asksOfPart(problem: Problem, property: Property): boolean {
  const { reading, subjects } = problem
  const isAskedFor = ({ id }: Property): boolean =>
    reading.cues.some(({ cue }) => cue.says === 'property' && cue.property === id && cue.role === 'asked')
  const owners = (of: Property): number =>
    new Set(subjects.flatMap(({ entity }) => (holds(entity, of) ? [entity] : []))).size
  return (
    !isAskedFor(property) &&
    askedFor(problem, isMeasured).some(
      other =>
        other !== property && other.units.join() === property.units.join() && isAskedFor(other) && owners(other) > 1,
    )
  )
}

/** “The longest tunnel”, “the cheapest visa”: a word asks for something else, and not for this. */
function asksElse(problem: Problem, property: Property): boolean {
  const own = cueSpans(problem, property)
  return askedFor(problem, other => isOfOne(other) && other !== property).some(other =>
    problem.reading.cues.some(
      ({ cue, ...span }) =>
        cue.says === 'property' &&
        cue.property === other.id &&
        cue.role === 'asked' &&
        weightOf(problem.reading, span) > 0 &&
        !own.some(mine => overlaps(mine, span)) &&
        !problem.subjects.some(subject => overlaps(subject, span)) &&
        !isFramed(problem.reading, span),
    ),
  )
}

const isFramed = (reading: Reading, { from, to }: Span): boolean =>
  reading.places.slice(from, to).some((_, nth) => isFrame(reading, from + nth))

/** “Since when the largest”, “where first”. */
const asksForMore = ({ reading }: Problem, { type }: Property): boolean =>
  marked(reading, 'where').some(span => !marked(reading, 'second').some(second => isWithin(span, second))) ||
  (type !== 'date' && marked(reading, 'when').length > 0)

/** Of persons those who hold the office that is asked for (“which president”), in the countries that are meant. */
function officials({ ask, reading, group }: Problem, property: Property): readonly Entity[] | undefined {
  if (!property.on.includes('person')) return undefined
  const offices = [...ask.knowledge.properties.values()].filter(
    ({ of, on }) => of.includes('person') && on.includes('country'),
  )
  const asked = offices.filter(({ id }) => (reading.strengths.get(id) ?? 0) > 0)
  const [office = offices[0]] = asked.toSorted((a, b) => strengthOf(reading, b) - strengthOf(reading, a))
  const countries = group ?? [...ask.knowledge.entities.values()].filter(({ kind }) => kind === 'country')
  return countries.flatMap(({ statements }) =>
    statements
      .filter(statement => statement.property === office)
      .flatMap(entitiesNamedBy)
      .flatMap(id => ask.knowledge.entities.get(id) ?? []),
  )
}

/** With the countries that are named; China takes part in every project. */
const hasToDoWith = (one: Entity, subjects: readonly Subject[]): boolean =>
  subjects.every(
    ({ entity }) =>
      entity.kind !== 'country' || (entity.id === 'china' && one.kind === 'project') || namesOther(one, entity.id),
  )

/** “The newest of the global initiatives”: no property is asked for, and a date puts them in order. */
export function newest(problem: Problem): Computed | undefined {
  const { ask, reading, subjects } = problem
  const first = direction(problem)
  const kinds = kindsSaid(reading)
  const rest = restOf(problem)
  if (!first || kinds.length === 0 || rest.length === 0) return undefined
  if (subjects.some(({ entity }) => kinds.includes(entity.kind))) return undefined
  const among = [...ask.knowledge.entities.values()].filter(
    entity =>
      kinds.includes(entity.kind) &&
      hasRestInName(problem, entity) &&
      // A name that is that of several means one of them.
      subjects.every(({ from }) => subjects.some(other => other.from === from && namesOther(entity, other.entity.id))),
  )
  const rankings = datesOf(problem).map(property => ({ property, ranking: ranked(among, property, first, []) }))
  const [fullest] = rankings.toSorted((a, b) => b.ranking.length - a.ranking.length)
  const winner = fullest?.ranking[0]
  if (!fullest || !winner || fullest.ranking.length < 2 || !understood(problem, subjects, rest)) return undefined
  return { line: { is: 'extreme', ...fullest, nth: 0 }, statements: [winner.statement] }
}

const datesOf = ({ ask }: Problem): readonly Property[] =>
  [...ask.knowledge.properties.values()].filter(({ type }) => type === 'date')

/** Where nothing says that two are to be compared, they are only if nothing else is said. */
const mostLeftUnsaid = 0.1

export function comparison(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  const asked = askedFor(problem, isMeasured)
  const ofThem = askedFor(
    problem,
    ({ id, on }) => id !== 'about' && subjects.some(({ entity }) => on.includes(entity.kind)),
  )
  const surest = Math.max(0, ...ofThem.map(each => strengthOf(reading, each)))
  const surely = asked.filter(property => strengthOf(reading, property) >= surest / 2)
  if (asked.length > 0 && surely.length === 0) return undefined
  for (const property of asked.length > 0 ? surely : commonDates(problem)) {
    if (asksElse(problem, property) || asksOfPart(problem, property)) continue
    const held = subjects.filter(({ entity }) => holds(entity, property))
    const all = [...new Set(held.map(({ entity }) => entity))]
    const [entities = []] = [...Map.groupBy(all, ({ kind }) => kind).values()].toSorted((a, b) => b.length - a.length)
    if (entities.length < 2) continue
    if (new Set(held.map(({ from }) => from)).size < 2) continue
    const first = direction(problem, property)
    const isSaid = first !== undefined || marked(reading, 'compare').length > 0
    const isCompared = problem.isYesNo || marked(reading, 'compare').length > 0 || marked(reading, 'or').length > 0
    // Of two that nothing compares both must be named surely.
    if (!isCompared && all.length < 3 && held.some(({ isSure }) => !isSure)) continue
    // Figures on relations with China do not say what two others are to each other.
    if (!isSaid && property.topic !== undefined) continue
    const ranking = ranked(entities, property, first ?? 'most', reading.years)
    const spans = [cueSpans(problem, property), subjects, yearSpans(problem)]
    // “Is there a border between them” compares nothing.
    if (problem.isYesNo && !first) continue
    if (ranking.length < 2 || !understood(problem, ...spans)) continue
    if (!isSaid && !(areTogether(problem, held) && isUnderstood(problem, mostLeftUnsaid, ...spans))) continue
    const [winner, ...others] = ranking
    const subject = held.find(({ entity }) => entities.includes(entity))
    if (!winner || !subject) continue
    const statements = [winner.statement, ...others.map(({ statement }) => statement)] as const
    return problem.isYesNo && first
      ? { line: { is: 'yes-no', yes: winner.entity === subject.entity.id }, statements }
      : { line: { is: 'comparison', property, ranking, ...differenceOf(problem, ranking) }, statements }
  }
  return undefined
}

/** “How much larger”: of two whose figures nobody disputes. */
function differenceOf({ reading }: Problem, ranking: readonly Ranked[]): { readonly difference?: Quantity } {
  const [one, other, ...more] = ranking.map(({ statement }) =>
    statement.standing === 'settled' ? quantityOf(statement) : undefined,
  )
  if (!one || !other || more.length > 0 || marked(reading, 'difference').length === 0) return {}
  // What is only bounded is no amount to take another from.
  if (one.upTo !== undefined || other.upTo !== undefined) return {}
  return { difference: asExactAs(Math.abs(one.amount - other.amount), [one, other]) }
}

/** “Which came first”: the dates that all of them have. */
function commonDates(problem: Problem): readonly Property[] {
  const { subjects } = problem
  if (!direction(problem) || subjects.length < 2) return []
  return datesOf(problem).filter(property => subjects.every(({ entity }) => holds(entity, property)))
}
