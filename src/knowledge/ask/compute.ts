/** Answers that stand in no one statement: extremes, comparisons, counts, times between, yes or no, lists, who is missing. Each names the statements that it uses. */
import { accountsOf } from '../accounts.ts'
import { firstDay, lastDay } from '../calendar.ts'
import type { CalendarDate, Entity, Property, Statement } from '../model.ts'
import { datesOf, entitiesNamedBy } from '../relations.ts'
import type { AskIndex } from './ask-index.ts'
import { type CueSpan, marked, type Reading, type Span } from './read-question.ts'
import { cueStrength } from './weigh.ts'

/** The short answer; names are ids of entities. */
export type Line =
  | { readonly is: 'yes-no'; readonly yes: boolean }
  | { readonly is: 'extreme'; readonly property: Property; readonly ranking: readonly Ranked[] }
  | { readonly is: 'comparison'; readonly property: Property; readonly ranking: readonly Ranked[] }
  | { readonly is: 'count'; readonly count: number; readonly entities: readonly string[] }
  | { readonly is: 'between'; readonly years: number; readonly days: number; readonly from: Dated; readonly to: Dated }
  | { readonly is: 'entities'; readonly entities: readonly string[] }

export interface Ranked {
  readonly entity: string
  readonly statement: Statement
}

export interface Dated {
  readonly entity: string
  readonly date: CalendarDate
}

export interface Computed {
  readonly line: Line
  readonly statements: readonly [Statement, ...Statement[]]
}

interface Subject extends Span {
  readonly entity: Entity
}

interface Question {
  readonly ask: AskIndex
  readonly reading: Reading
  readonly subjects: readonly Subject[]
  readonly isYesNo: boolean
  readonly group: readonly Entity[] | undefined
  readonly groupSpans: readonly Span[]
}

type Attempt = (question: Question) => Computed | undefined

export function compute(ask: AskIndex, reading: Reading): Computed | undefined {
  const groups = reading.cues.flatMap(span =>
    span.cue.says === 'group' ? [{ ...span, entities: span.cue.entities }] : [],
  )
  const widest = groups.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  const question: Question = {
    ask,
    reading,
    subjects: subjectsOf(ask, reading),
    isYesNo: isYesNo(reading),
    group: widest?.entities.flatMap(id => ask.knowledge.entities.get(id) ?? []),
    groupSpans: groups,
  }
  for (const attempt of attempts) {
    const computed = attempt(question)
    if (computed) return computed
  }
  return undefined
}

function isYesNo(reading: Reading): boolean {
  const last = reading.places.length
  return (
    marked(reading, 'yes-no').some(({ from }) => from === 0) ||
    marked(reading, 'yes-no-any').length > 0 ||
    marked(reading, 'yes-no-end').some(({ to }) => to === last)
  )
}

/** Entities by their whole names, by what is left of the name where its kind is said elsewhere (“the first and the second summit”), and by a rare word of it. */
function subjectsOf(ask: AskIndex, reading: Reading): readonly Subject[] {
  const entity = (id: string): readonly Entity[] => {
    const found = ask.knowledge.entities.get(id)
    return found ? [found] : []
  }
  const whole = reading.subjects.flatMap(({ from, to, entities }) =>
    entities.flatMap(entity).map((each): Subject => ({ from, to, entity: each })),
  )
  const short = reading.cues.some(({ cue }) => cue.says === 'kind' || cue.says === 'sector')
    ? reading.places.flatMap((_, from) =>
        ask.shortNames.at(reading.alternatives, from).flatMap(({ what, to }) => {
          const [named] = entity(what.entity)
          const isSaid = reading.cues.some(
            ({ cue }) =>
              (cue.says === 'kind' && cue.kind === named?.kind) ||
              (cue.says === 'sector' && cue.sector === named?.sector),
          )
          return named && isSaid ? [{ from, to, entity: named }] : []
        }),
      )
    : []
  const taken = (span: Span): boolean => [...whole, ...short].some(({ from, to }) => span.from < to && from < span.to)
  const loose = reading.alternatives.flatMap((stems, from) => {
    const ids = stems.map(stem => ask.rareNameWords.get(stem)).find(found => found !== undefined)
    return ids === undefined || taken({ from, to: from + 1 }) || (reading.weights[from] ?? 0) === 0
      ? []
      : ids.flatMap(entity).map((each): Subject => ({ from, to: from + 1, entity: each }))
  })
  return [...whole, ...short, ...loose]
}

/** How much of the question is left when these spans are understood. */
function left({ reading }: Question, spans: readonly Span[]): { readonly share: number; readonly gap: number } {
  const uncovered = reading.weights.map((weight, place) =>
    spans.some(({ from, to }) => from <= place && place < to) ? 0 : weight,
  )
  const total = reading.weights.reduce((sum, weight) => sum + weight, 0)
  return {
    share: total === 0 ? 1 : uncovered.reduce((sum, weight) => sum + weight, 0) / total,
    gap: Math.max(0, ...uncovered),
  }
}

const mostLeft = { share: 0.28, gap: 0.6 } as const
const understood = (question: Question, ...spans: readonly (readonly Span[])[]): boolean => {
  const { share, gap } = left(question, [...spans.flat(), ...frame(question)])
  return share <= mostLeft.share && gap <= mostLeft.gap
}

/** What frames a computed question and asks for no property of its own. */
function frame({ reading, groupSpans }: Question): readonly Span[] {
  const says = new Set([
    'count',
    'difference',
    'negation',
    'compare',
    'most',
    'least',
    'kind',
    'sector',
    'yes-no',
    'when',
    'where',
    'who',
    'number',
  ])
  return [...reading.cues.filter(({ cue }) => says.has(cue.says)), ...groupSpans]
}

const cueSpans = ({ reading }: Question, property: Property): readonly CueSpan[] =>
  reading.cues.filter(({ cue }) => cue.says === 'property' && cue.property === property.id)

/** Properties that words of weight ask for, the surest first. */
function askedFor({ ask, reading }: Question, fits: (property: Property) => boolean): readonly Property[] {
  const weigh = ({ from, to }: Span): number => reading.weights.slice(from, to).reduce((sum, weight) => sum + weight, 0)
  const ids = new Set(
    reading.cues.flatMap(span =>
      span.cue.says === 'property' && (weigh(span) > 0 || span.cue.role !== 'asked') ? [span.cue.property] : [],
    ),
  )
  return [...ids]
    .flatMap(id => ask.knowledge.properties.get(id) ?? [])
    .filter(fits)
    .toSorted((a, b) => cueStrength(reading, b.id) - cueStrength(reading, a.id))
}

const isMeasured = ({ type }: Property): boolean => type === 'number' || type === 'date'

/** What the entity's first statement of the property says now, or in the year asked for. */
function statementOf(entity: Entity, property: Property, years: readonly string[]): Statement | undefined {
  const all = entity.statements.filter(statement => statement.property === property)
  const year = years.at(-1)
  const ofYear =
    year === undefined ? [] : all.filter(({ asOf, since }) => asOf?.startsWith(year) || since?.startsWith(year))
  if (ofYear.length > 0) return ofYear[0]
  return all.every(({ asOf }) => asOf !== undefined)
    ? all.toSorted((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))[0]
    : all[0]
}

/** A number by which statements of one property are put in order; undefined for other types. */
function measure(statement: Statement): { readonly amount: number; readonly unit: string } | undefined {
  const value = accountsOf(statement)[0]?.value
  if (value?.type === 'number') return { amount: value.quantity.amount, unit: value.quantity.unit.id }
  if (value?.type === 'date') return { amount: Number(firstDay(value.date.from).replaceAll('-', '')), unit: 'day' }
  return undefined
}

function ranked(
  entities: readonly Entity[],
  property: Property,
  most: boolean,
  years: readonly string[],
): readonly Ranked[] {
  const held = entities.flatMap(entity => {
    const statement = statementOf(entity, property, years)
    const measured = statement && measure(statement)
    return statement && measured ? [{ entity: entity.id, statement, ...measured }] : []
  })
  const units = Map.groupBy(held, ({ unit }) => unit)
  const [comparable = []] = [...units.values()].toSorted((a, b) => b.length - a.length)
  return comparable.toSorted((a, b) => (most ? b.amount - a.amount : a.amount - b.amount))
}

function direction({ reading }: Question, property: Property): 'most' | 'least' | undefined {
  const own = reading.cues.filter(
    ({ cue }) => cue.says === 'property' && cue.property === property.id && cue.role !== 'asked',
  )
  const longest = own.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  if (longest?.cue.says === 'property' && longest.cue.role !== 'asked') return longest.cue.role
  const isInName = ({ from, to }: Span): boolean =>
    reading.mentions.some(mention => mention.from <= from && to <= mention.to && mention.to - mention.from > 1)
  if (marked(reading, 'most').some(span => !isInName(span))) return 'most'
  return marked(reading, 'least').some(span => !isInName(span)) ? 'least' : undefined
}

const between: Attempt = question => {
  const { reading } = question
  if (marked(reading, 'difference').length === 0) return undefined
  const dated = question.subjects.flatMap(subject => {
    const date = dateOf(subject.entity)
    return date ? [{ subject, ...date }] : []
  })
  const byPlace = [...Map.groupBy(dated, ({ subject }) => subject.from).values()].flatMap(([first]) => first ?? [])
  const [one, other] = byPlace.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  if (!one || !other || one.subject.entity === other.subject.entity) return undefined
  if (
    !understood(
      question,
      byPlace.map(({ subject }) => subject),
      datesCues(question),
    )
  )
    return undefined
  const [from, to] = [firstDay(one.date), firstDay(other.date)]
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0)
  return {
    line: {
      is: 'between',
      years,
      days,
      from: { entity: one.subject.entity.id, date: one.date },
      to: { entity: other.subject.entity.id, date: other.date },
    },
    statements: [one.statement, other.statement],
  }
}

const datesCues = ({ ask, reading }: Question): readonly Span[] =>
  reading.cues.filter(
    ({ cue }) => cue.says === 'property' && ask.knowledge.properties.get(cue.property)?.type === 'date',
  )

function dateOf(entity: Entity): { date: CalendarDate; statement: Statement } | undefined {
  const [first] = datesOf(entity)
  return first && { date: first.date.from, statement: first.statement }
}

const extreme: Attempt = question => {
  const { ask, reading, group, subjects } = question
  for (const property of askedFor(question, isMeasured)) {
    const towards = direction(question, property)
    if (!towards) continue
    const same = subjects.filter(({ entity }) => property.on.includes(entity.kind))
    if (new Set(same.map(({ entity }) => entity)).size > 1) return undefined
    const inKind = (entity: Entity): boolean => property.on.includes(entity.kind) && isOfSaidKind(reading, entity)
    const wide = group?.some(inKind) ? group : [...ask.knowledge.entities.values()].filter(inKind)
    const near = subjects.filter(({ entity }) => !property.on.includes(entity.kind))
    const among = near.length === 0 ? wide : wide.filter(each => near.every(({ entity }) => names(each, entity.id)))
    const ranking = ranked(among, property, towards === 'most', reading.years)
    const [winner] = ranking
    if (!winner || ranking.length < 2) continue
    if (!understood(question, cueSpans(question, property), same, near, yearSpans(reading))) continue
    const [asked] = same
    if (asked && question.isYesNo)
      return { line: { is: 'yes-no', yes: asked.entity.id === winner.entity }, statements: [winner.statement] }
    if (asked) continue
    return { line: { is: 'extreme', property, ranking: ranking.slice(0, 6) }, statements: [winner.statement] }
  }
  return undefined
}

const yearSpans = ({ places, years }: Reading): readonly Span[] =>
  places.flatMap(({ word }, from) => (years.includes(word) ? [{ from, to: from + 1 }] : []))

/** Where the question names a kind (“which pipeline”), only entities of it are meant. */
function isOfSaidKind({ cues }: Reading, entity: Entity): boolean {
  const sectors = cues.flatMap(({ cue }) => (cue.says === 'sector' ? [cue.sector] : []))
  if (entity.kind === 'project' && sectors.length > 0)
    return entity.sector !== undefined && sectors.includes(entity.sector)
  return true
}

const names = (entity: Entity, id: string): boolean =>
  entity.statements.some(statement => entitiesNamedBy(statement).includes(id))

const comparison: Attempt = question => {
  const { reading, subjects } = question
  for (const property of askedFor(question, isMeasured)) {
    const held = subjects.filter(({ entity }) => entity.statements.some(statement => statement.property === property))
    const entities = [...new Set(held.map(({ entity }) => entity))]
    if (entities.length < 2 || new Set(entities.map(({ kind }) => kind)).size > 1) continue
    const places = new Set(held.map(({ from }) => from))
    if (places.size < 2) continue
    const towards = direction(question, property)
    const ranking = ranked(entities, property, towards !== 'least', reading.years)
    if (ranking.length < 2 || !understood(question, cueSpans(question, property), subjects, yearSpans(reading)))
      continue
    const [first, ...others] = ranking
    if (!first) continue
    const statements = [first.statement, ...others.map(({ statement }) => statement)] as const
    const [asked] = held
    if (question.isYesNo && towards && asked)
      return { line: { is: 'yes-no', yes: first.entity === asked.entity.id }, statements }
    return { line: { is: 'comparison', property, ranking }, statements }
  }
  return undefined
}

const holdsMany = ({ type }: Property): boolean => type === 'entities' || type === 'entity'

/** “Which of the five is not in …”. */
const missing: Attempt = question => {
  const { ask, group, reading, subjects } = question
  if (!group || marked(reading, 'negation').length === 0 || question.isYesNo) return undefined
  const listed = subjects.filter(({ entity }) => !group.includes(entity) || subjects.length === 1)
  for (const { entity, from, to } of listed) {
    const asked = askedFor(question, property => holdsMany(property))
    const wanted = asked.length > 0 ? asked : [...ask.knowledge.properties.values()].filter(holdsMany)
    for (const property of wanted) {
      const own = entity.statements.find(statement => statement.property === property)
      const reached = own && countriesOf(ask, entitiesNamedBy(own))
      const outside = reached
        ? group.filter(each => each !== entity && !reached.has(each.id))
        : property.on.includes('country')
          ? group.filter(
              each =>
                each !== entity &&
                !each.statements.some(
                  statement => statement.property === property && entitiesNamedBy(statement).includes(entity.id),
                ),
            )
          : []
      if (outside.length === 0 || outside.length >= group.length - 1) continue
      if (!understood(question, [{ from, to }], cueSpans(question, property), restrictions(reading))) continue
      const statements = outside.flatMap(each => each.statements.filter(statement => statement.property === property))
      const [first = own, ...others] = own ? [own] : statements
      if (first)
        return { line: { is: 'entities', entities: outside.map(({ id }) => id) }, statements: [first, ...others] }
    }
  }
  return undefined
}

/** Words like “only” say no more than the question’s negation. */
const restrictions = (reading: Reading): readonly Span[] => marked(reading, 'negation')

/** Persons count for their countries, where a list names presidents and the question countries. */
function countriesOf(ask: AskIndex, ids: readonly string[]): ReadonlySet<string> {
  return new Set(
    ids.flatMap(id => {
      const entity = ask.knowledge.entities.get(id)
      const country = entity?.statements.find(({ property }) => property.id === 'country')
      return entity?.kind === 'person' && country ? [id, ...entitiesNamedBy(country)] : [id]
    }),
  )
}

/** “Which projects are in Tajikistan”: the entities of a kind that name another. */
const listing: Attempt = question => {
  const { ask, reading, subjects } = question
  const sector = reading.cues.find(({ cue }) => cue.says === 'sector')
  const isProject = sector ?? reading.cues.find(({ cue }) => cue.says === 'kind' && cue.kind === 'project')
  const countries = subjects.filter(({ entity }) => entity.kind === 'country')
  const others = subjects.filter(({ entity }) => entity.kind !== 'country' && entity.kind !== 'project')
  if (
    !isProject ||
    others.length > 0 ||
    subjects.some(({ entity, from, to }) => entity.kind === 'project' && to - from > 1)
  )
    return undefined
  const of = ask.knowledge.properties.get('countries')
  if (!of || question.isYesNo) return undefined
  const found = [...ask.knowledge.entities.values()].filter(
    entity =>
      entity.kind === 'project' &&
      isOfSaidKind(reading, entity) &&
      countries.every(country =>
        country.entity.id === 'china' && countries.length > 1 ? true : countryNamed(entity, country.entity.id),
      ),
  )
  if (found.length === 0 || found.length > 20) return undefined
  if (!understood(question, countries, cueSpans(question, of))) return undefined
  const [first, ...rest] = found.flatMap(entity => entity.statements.find(({ property }) => property === of) ?? [])
  if (!first) return undefined
  const isCount = marked(reading, 'count').length > 0
  const ids = found.map(({ id }) => id)
  return {
    line: isCount ? { is: 'count', count: found.length, entities: ids } : { is: 'entities', entities: ids },
    statements: [first, ...rest.slice(0, 2)],
  }
}

const countryNamed = (entity: Entity, country: string): boolean =>
  entity.statements.some(
    statement => statement.property.id === 'countries' && entitiesNamedBy(statement).includes(country),
  )

const count: Attempt = question => {
  const { reading, subjects } = question
  if (marked(reading, 'count').length === 0) return undefined
  for (const property of askedFor(question, ({ type }) => type === 'entities' || type === 'texts')) {
    for (const { entity, from, to } of subjects) {
      const statement = statementOf(entity, property, [])
      if (
        !statement ||
        entity.statements.some(({ property: each }) => each.type === 'number' && cueStrength(reading, each.id) > 0)
      )
        continue
      const value = accountsOf(statement)[0]?.value
      const items =
        value?.type === 'texts'
          ? value.texts.en.length
          : value?.type === 'entities' && namesAll(question.ask, statement)
            ? value.entities.length
            : 0
      if (items === 0 || !understood(question, [{ from, to }], cueSpans(question, property))) continue
      return {
        line: { is: 'count', count: items, entities: value?.type === 'entities' ? value.entities : [] },
        statements: [statement],
      }
    }
  }
  return undefined
}

/** False where the sentence names others as well, which the dataset has no entity for: the list is not whole then. */
function namesAll(ask: AskIndex, statement: Statement): boolean {
  const text = accountsOf(statement)[0]?.text.en ?? ''
  const known = new Set(
    [statement.entity, ...entitiesNamedBy(statement)].flatMap(id =>
      (ask.knowledge.entities.get(id)?.name.en ?? '').split(/[^\p{L}]+/u),
    ),
  )
  const capitals = text.match(/(?<=\s)\p{Lu}\p{L}+/gu) ?? []
  return capitals.every(word => known.has(word))
}

const yesNo: Attempt = question => {
  const { ask, reading, subjects } = question
  const asksOther = (['when', 'where', 'who', 'number', 'why'] as const).some(word => marked(reading, word).length > 0)
  if (!question.isYesNo || asksOther || marked(reading, 'negation').length > 0) return undefined
  const asked = askedFor(question, holdsMany)
  const wanted =
    asked.length > 0 ? asked : [...ask.knowledge.properties.values()].filter(({ id }) => memberships.has(id))
  const verdicts: Computed[] = []
  for (const subject of subjects) {
    for (const object of subjects) {
      if (subject.from === object.from || subject.entity === object.entity) continue
      for (const property of wanted) {
        const statement = statementOf(subject.entity, property, reading.years)
        if (!statement || statement.standing === 'disputed') continue
        const values = entitiesNamedBy(statement)
        const kinds = new Set(values.map(id => ask.knowledge.entities.get(id)?.kind))
        const reached = kinds.has(object.entity.kind) ? new Set(values) : countriesOf(ask, values)
        if (!kinds.has(object.entity.kind) && !(kinds.has('person') && object.entity.kind === 'country')) continue
        if (!understood(question, [subject, object], cueSpans(question, property), yearSpans(reading))) continue
        verdicts.push({ line: { is: 'yes-no', yes: reached.has(object.entity.id) }, statements: [statement] })
      }
    }
  }
  return verdicts.find(({ line }) => line.is === 'yes-no' && line.yes) ?? verdicts[0]
}

/** Properties that “is X in Y” may mean. */
const memberships: ReadonlySet<string> = new Set([
  'members',
  'memberships',
  'countries',
  'country',
  'participants',
  'part-of',
  'held-in',
  'seat',
])

/** “Was the summit in 2022”. */
const yesNoDate: Attempt = question => {
  const { ask, reading, subjects } = question
  const [year] = reading.years
  if (!question.isYesNo || year === undefined || reading.years.length > 1 || marked(reading, 'negation').length > 0)
    return undefined
  for (const { entity, from, to } of subjects) {
    const asked = askedFor(question, ({ type }) => type === 'date')
    const date = ask.knowledge.properties.get('date')
    for (const property of [...asked, ...(date ? [date] : [])]) {
      const statement = entity.statements.find(each => each.property === property)
      const value = statement && statement.standing !== 'disputed' ? accountsOf(statement)[0]?.value : undefined
      if (!statement || value?.type !== 'date') continue
      if (!understood(question, [{ from, to }], cueSpans(question, property), yearSpans(reading))) continue
      const yes =
        firstDay(value.date.from).slice(0, 4) <= year && year <= lastDay(value.date.to ?? value.date.from).slice(0, 4)
      return { line: { is: 'yes-no', yes }, statements: [statement] }
    }
  }
  return undefined
}

const attempts: readonly Attempt[] = [between, extreme, comparison, missing, count, listing, yesNo, yesNoDate]
