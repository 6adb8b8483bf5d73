/** One property of several: “the capitals of the five”, “when were the summits held”, “which railways are being built”. */
import type { Entity, Property, Statement } from '../../model.ts'
import { datesOf, entitiesNamedBy } from '../../relations.ts'
import { isAmong } from '../explain.ts'
import { isBetweenOthers, isWithChina } from '../misses.ts'
import {
  covers,
  isInName,
  isWithin,
  lengthOf,
  marked,
  overlaps,
  type Reading,
  type Span,
  type SubjectSpan,
  weightOf,
} from '../reading.ts'
import type { Computed } from './compute.ts'
import { holds, namesOther, ranked, statementOf } from './held.ts'
import {
  areTogether,
  cueSpans,
  direction,
  isFrame,
  numberSpans,
  type Problem,
  type Subject,
  understood,
  yearSpans,
} from './problem.ts'
import { isAtSaidStage, isOfSaidSector, kindsSaid, negations, sectorsSaid } from './said.ts'

/** More of them are no short answer. */
const mostOfEach = 12
/** Of those who are meant so many hold the property. */
const leastHolding = 0.6

export function ofEach(problem: Problem): Computed | undefined {
  const { reading, subjects } = problem
  if (problem.isYesNo || direction(problem) || negations(reading).length > 0) return undefined
  if (marked(reading, 'difference').length > 0) return undefined
  const periods = periodsOf(reading)
  for (const property of propertiesAsked(problem)) {
    const meant = membersMeant(problem, property)
    // What is asked of somebody who is named is said of it alone.
    const beside = subjectsBeside(problem, property)
    if (beside.some(({ entity, isSure }) => isSure && !meant.includes(entity) && holds(entity, property)))
      return undefined
    const isDated = property.type === 'date' && periods.length > 0
    const all = meant.flatMap(entity => {
      const statement = statementOf(entity, property, reading.years)
      const isMeant = statement && (isDated ? isIn(periods, statement) : isOfYears(reading, statement))
      return statement && isMeant ? [{ entity: entity.id, statement }] : []
    })
    // In a period are some of them; else most of them tell it.
    const isEnough = isDated
      ? all.length > 0 && all.length <= mostOfEach
      : meant.length <= mostOfEach && all.length > 1 && all.length >= leastHolding * meant.length
    if (!isEnough) continue
    const howMany = numberSpans(reading, meant.length)
    const rest = restFor(problem, property).filter(span => !howMany.some(number => isWithin(span, number)))
    const inNames = (at: number): boolean =>
      meant.every(({ id }) => isAmong(reading, at, problem.ask.nameWords.get(id) ?? none) > 0)
    const ofValue = rest.filter(({ from }) => !inNames(from))
    // “Which country pays with som”, “which meeting was by video”.
    const says = ({ from }: Span, statement: Statement): boolean =>
      isAmong(reading, from, reading.index.statements.get(statement.id)?.terms ?? none) > 0
    const telling = cueSpans(problem, property)
      .flatMap(({ from, to }) =>
        reading.places.slice(from, to).map((_, nth) => ({ from: from + nth, to: from + nth + 1 })),
      )
      .filter(span => {
        const number = all.filter(({ statement }) => says(span, statement)).length
        return property.type === 'text' && number > 0 && number < all.length
      })
    const told = all.filter(({ statement }) => [...ofValue, ...telling].every(span => says(span, statement)))
    const ids = new Set(told.map(({ entity }) => entity))
    const ranking =
      property.type === 'date'
        ? ranked(
            meant.filter(({ id }) => ids.has(id)),
            property,
            'least',
            reading.years,
          )
        : told
    const [first] = ranking
    if (
      !first ||
      !understood(problem, cueSpans(problem, property), subjects, yearSpans(problem), periods, rest, howMany)
    )
      continue
    return { line: { is: 'each', property, ranking }, statements: [first.statement] }
  }
  return undefined
}

const none: ReadonlySet<string> = new Set()

const isOfYears = ({ index, years }: Reading, { id, asOf, since }: Statement): boolean =>
  years.every(
    year =>
      asOf?.startsWith(year) === true || since?.startsWith(year) === true || index.statements.get(id)?.years.has(year),
  )

interface Period extends Span {
  readonly is: 'before' | 'after'
  readonly year: string
}

/** “After 2020”, 2020年以后: the year not among them. */
const periodsOf = (reading: Reading): readonly Period[] =>
  (['before', 'after'] as const).flatMap(is =>
    marked(reading, is).flatMap(({ from, to }) => {
      const near = [to, from - 1, from - 2].find(at => reading.places[at]?.isYear)
      const year = near === undefined ? undefined : reading.places[near]?.cell.word
      return year === undefined ? [] : [{ is, year, from, to }]
    }),
  )

function isIn(periods: readonly Period[], statement: Statement): boolean {
  const value = statement.standing === 'settled' ? statement.account.value : undefined
  if (value?.type !== 'date') return false
  const year = value.date.from.slice(0, 4)
  return periods.every(period => (period.is === 'before' ? year < period.year : year > period.year))
}

/** “The opening ceremony of …”: the words of a name ask for nothing of several, but those of “the capital of Kazakhstan” do. */
function isAskedOutside({ ask, reading }: Problem, property: Property): boolean {
  const isOfValue = (name: SubjectSpan): boolean =>
    reading.mentions.some(({ entity, ...span }) => {
      if (!isWithin(span, name) || lengthOf(span) === lengthOf(name)) return false
      const held = ask.knowledge.entities.get(entity)?.statements.filter(each => each.property === property) ?? []
      return held.flatMap(entitiesNamedBy).some(id => name.entities.includes(id))
    })
  const names = reading.subjects.filter(name => !isOfValue(name))
  return reading.cues.some(
    ({ cue, ...span }) => cue.says === 'property' && cue.property === property.id && !isInName(span, names),
  )
}

/** Those that are asked for, or what “when” and “where” ask for by themselves; how many there are of a list is counted. */
function propertiesAsked(problem: Problem): readonly Property[] {
  const { ask, reading } = problem
  const isCount = marked(reading, 'count').length > 0
  const isAsked = (property: Property): boolean =>
    isOfOne(property) &&
    isAskedOutside(problem, property) &&
    !(isCount && (property.type === 'entities' || property.type === 'texts'))
  const weighty = new Set(
    reading.cues.flatMap(({ cue, ...span }) =>
      cue.says === 'property' && weightOf(reading, span) > 0 ? [cue.property] : [],
    ),
  )
  const asked = [...reading.strengths]
    .filter(([id, strength]) => strength >= (weighty.has(id) ? leastAsked.inWords : leastAsked.inFrame))
    .toSorted((one, other) => other[1] - one[1])
    .flatMap(([id]) => ask.knowledge.properties.get(id) ?? [])
    .filter(isAsked)
    // No status says when.
    .filter(({ type }) => type === 'date' || !reading.wanted.includes('when'))
  if (isCount) return asked
  const ids = reading.wanted.flatMap(word => (word === 'when' ? ['date'] : word === 'where' ? ['held-in'] : []))
  return [...new Set([...asked, ...ids.flatMap(id => ask.knowledge.properties.get(id) ?? [])])]
}

/** Where only the frame of the question asks for it (“what capital”), that must be of little else. */
const leastAsked = { inWords: 0.3, inFrame: 0.45 } as const

/** What each has one of, or at least no sentences of. */
const isOfOne = ({ id, type, many }: Property): boolean => id !== 'about' && (!many || type !== 'text')

/** Two or more that are named; the group; all of a kind. */
function membersMeant(problem: Problem, property: Property): readonly Entity[] {
  const { ask, reading, group } = problem
  const kinds = kindsSaid(reading)
  const subjects = subjectsBeside(problem, property)
  const named = namedOn(problem, property)
  if (named.length > 1) return named
  const isSaid = sectorsSaid(reading).length > 0 || kinds.length > 0
  // “List the capitals”: only countries have one.
  const isOfCountries =
    property.on.every(kind => kind === 'country') && marked(reading, 'list').length > 0 && reading.wanted.length === 0
  const ofGroup = group ?? (kinds.includes('country') || isOfCountries ? groupOf(problem) : [])
  if (subjects.length === 0 && ofGroup.length > 0 && property.on.includes('country')) return ofGroup
  if (!isSaid) return []
  const ofKind = [...ask.knowledge.entities.values()].filter(
    entity =>
      ((kinds.includes(entity.kind) && (entity.kind !== 'person' || new Set(kinds).size === 1)) ||
        (entity.kind === 'project' && sectorsSaid(reading).length > 0)) &&
      entity.kind !== 'country' &&
      property.on.includes(entity.kind) &&
      isOfSaidSector(reading, entity) &&
      isOfSaidNames(problem, property, entity) &&
      isAtSaidStage(reading, entity) &&
      subjects.every(subject => subject.entity.kind === 'country' && namesOther(entity, subject.entity.id)),
  )
  return ofKind.toSorted((one, other) => (firstDate(one) < firstDate(other) ? -1 : 1))
}

/** Without a name that is only a word for the property (“the trade”), and without China where all of it is with China. */
function subjectsBeside(problem: Problem, property: Property): readonly Subject[] {
  // “The trade of the five” is what they have together, unless each is asked for.
  const isOfMembers = problem.group !== undefined || kindsSaid(problem.reading).includes('country')
  if (!isOfMembers || marked(problem.reading, 'list').length === 0) return problem.subjects
  const cues = cueSpans(problem, property)
  return problem.subjects.filter(
    subject =>
      !(subject.entity.id === 'china' && property.topic !== undefined) && !cues.some(cue => isWithin(subject, cue)),
  )
}

/** Meetings and papers come in their order. */
const firstDate = (entity: Entity): string => datesOf(entity)[0]?.date.from ?? ''

/** Two or more of a kind that could have it; also inside of a name that is of this property: Kazakhstan in “capital of Kazakhstan”. */
function namedOn(problem: Problem, property: Property): readonly Entity[] {
  const { ask, reading, subjects } = problem
  if (isWithChina(property) && isBetweenOthers(ask, reading)) return []
  const cues = cueSpans(problem, property)
  const inner = reading.mentions.flatMap(({ entity, ...span }): Subject[] => {
    const named = ask.knowledge.entities.get(entity)
    const longer = reading.subjects.find(subject => lengthOf(subject) > lengthOf(span) && isWithin(span, subject))
    return named && longer && cues.some(cue => isWithin(cue, longer)) ? [{ ...span, entity: named, isSure: true }] : []
  })
  const named = [...subjects.filter(({ isSure }) => isSure), ...inner].filter(({ entity }) =>
    property.on.includes(entity.kind),
  )
  const entities = [...new Set(named.map(({ entity }) => entity))]
  // Between two the word that asks tells of one and the other.
  const isEachAsked = cues.some(cue => named.every(({ from }) => cue.to <= from))
  if (entities.length === 2 && !isEachAsked && !areTogether(problem, named)) return []
  const isAllNamed = subjects.every(subject => named.some(other => overlaps(other, subject)))
  return isAllNamed && new Set(entities.map(({ kind }) => kind)).size === 1 ? entities : []
}

const groupOf = ({ ask, reading }: Problem): readonly Entity[] =>
  reading.index.asking.groups[0]?.entities.flatMap(id => ask.knowledge.entities.get(id) ?? []) ?? []

/** What neither asks for the property nor frames the question: of a name, if of anything. */
function restFor(problem: Problem, property: Property): readonly Span[] {
  const { reading, subjects } = problem
  const explained = [...cueSpans(problem, property), ...subjects, ...yearSpans(problem)]
  return reading.places.flatMap(({ weight }, from) =>
    weight > 0 && !isFrame(reading, from) && !explained.some(span => covers(span, from))
      ? [{ from, to: from + 1 }]
      : [],
  )
}

/** Such words are those of the names that are meant, where any name of the kind has them. */
function isOfSaidNames(problem: Problem, property: Property, { id }: Entity): boolean {
  const { ask, reading } = problem
  const words = ask.nameWords.get(id) ?? none
  const kinds = kindsSaid(reading)
  const ofKind = [...ask.knowledge.entities.values()].filter(({ kind }) => kinds.includes(kind))
  return restFor(problem, property).every(
    ({ from }) =>
      isAmong(reading, from, words) > 0 ||
      !ofKind.some(other => isAmong(reading, from, ask.nameWords.get(other.id) ?? none) > 0),
  )
}
