/** The words of a statement by which it answers: what it tells of, and which kinds of answer stand in it. */
import { accountsOf } from '../accounts.ts'
import { inLanguage } from '../language.ts'
import type { Account, Entity, Kind, Knowledge, QuestionWord, Statement } from '../model.ts'
import { entitiesNamedBy } from '../relations.ts'
import { type Cell, cellsOf } from './cells.ts'
import { isYear, stemsOf, termsOf } from './terms.ts'
import type { Trie } from './trie.ts'

export interface StatementWords {
  readonly statement: Statement
  readonly entity: Entity
  /** Stems, and pairs of neighbouring Chinese characters. */
  readonly terms: ReadonlySet<string>
  /** Words of the questions that people type for it. */
  readonly asked: ReadonlySet<string>
  /** How many those are. */
  readonly askedOften: number
  /** Of words that stand for each other the groups of which one stands in it. */
  readonly groups: ReadonlySet<number>
  /** Entities that are its value, on any side. */
  readonly values: ReadonlySet<string>
  /** For a view: in which years its sources published it. */
  readonly said: ReadonlySet<string>
  /** Entities that other statements of its entity name: a project's countries, whoever put an initiative forward. */
  readonly near: ReadonlySet<string>
  /** The kinds of its entity, its values and those named. */
  readonly kinds: ReadonlySet<Kind>
  /** Entities whose names stand in its text. */
  readonly named: ReadonlySet<string>
  readonly speaker?: string
  readonly years: ReadonlySet<string>
  /** Which kinds of answer stand in its text. */
  readonly gives: ReadonlySet<QuestionWord>
  /** Which kinds of answer its value is. */
  readonly isValue: ReadonlySet<QuestionWord>
}

function textsOf(statement: Statement, language: string): readonly string[] {
  return accountsOf(statement).flatMap(({ text, value }: Account) => [
    inLanguage(text, language).text,
    ...(value.type === 'text' ? [inLanguage(value.text, language).text] : []),
    ...(value.type === 'texts' ? inLanguage(value.texts, language).text : []),
  ])
}

/** What stands in a statement, and what people type for it, cut into cells. */
export interface Cut {
  readonly texts: readonly (readonly Cell[])[]
  readonly questions: readonly (readonly Cell[])[]
}

export const cut = (knowledge: Knowledge, language: string, statement: Statement): Cut => ({
  texts: textsOf(statement, language).map(cellsOf),
  questions: (knowledge.asked.get(language)?.get(statement.id) ?? []).map(cellsOf),
})

/** What all statements of a language are read by; `because` are phrases that give a reason, as stems with a space between. */
export interface ReadBy {
  readonly knowledge: Knowledge
  readonly names: Trie<string>
  readonly small: ReadonlySet<string>
  readonly answers: ReadonlyMap<string, ReadonlySet<QuestionWord>>
  readonly because: readonly string[]
  readonly sameGroups: Trie<number>
}

export function wordsOf(
  statement: Statement,
  entity: Entity,
  { texts: cells, questions }: Cut,
  by: ReadBy,
): StatementWords {
  const { knowledge, names, small, answers, sameGroups } = by
  const terms = new Set(cells.flatMap(termsOf))
  const asked = new Set(questions.flatMap(termsOf))
  const groups = new Set(
    cells.flatMap(each => {
      const stems = stemsOf(each, small).map(stem => [stem])
      return stems.flatMap((_, at) => sameGroups.at(stems, at).map(({ what }) => what))
    }),
  )
  const values = new Set(entitiesNamedBy(statement))
  const named = new Set(cells.flatMap(text => entitiesIn(text, names, small)))
  // Countries name their neighbours and friends: that says nothing of another statement.
  const near = new Set(entity.kind === 'country' ? [] : entity.statements.flatMap(entitiesNamedBy))
  const dates = accountsOf(statement).flatMap(({ value }) => (value.type === 'date' ? [value.date.from] : []))
  const years = new Set(
    [...cells.flat().map(({ word }) => word), ...dates.map(date => date.slice(0, 4))].filter(word => isYear(word)),
  )
  const kindsNamed = new Set(
    [...values, ...named].filter(id => id !== entity.id).map(id => knowledge.entities.get(id)?.kind),
  )
  const { property } = statement
  const gives = new Set<QuestionWord>(answers.get(property.id))
  if (property.type === 'date' || years.size > 0 || statement.since !== undefined) gives.add('when')
  if (property.type === 'number' || accountsOf(statement).some(({ text }) => hasNumber(text.en))) gives.add('number')
  if (entity.kind === 'person' || statement.standing === 'viewpoint') gives.add('who')
  const countries = [...named].filter(id => knowledge.entities.get(id)?.kind === 'country').length
  // One country is named in passing, several are those who do it.
  if (countries >= severalCountries) gives.add('who')
  if (values.size > 0 || kindsNamed.has('person') || kindsNamed.has('organisation')) gives.add('who')
  if (kindsNamed.has('place') || kindsNamed.has('country')) gives.add('where')
  const text = ` ${cells.map(wholeOf).join(' | ')} `
  if (by.because.some(phrase => text.includes(` ${phrase} `))) gives.add('why')
  const said = new Set(
    statement.standing === 'viewpoint'
      ? statement.view.claim.citations.flatMap(({ source }) => source.date?.slice(0, 4) ?? [])
      : [],
  )
  const isValue = new Set<QuestionWord>()
  const kindsOfValue = new Set([...values].map(id => knowledge.entities.get(id)?.kind))
  if (property.type === 'date') isValue.add('when')
  if (property.type === 'number') isValue.add('number')
  if (kindsOfValue.has('person') || kindsOfValue.has('organisation')) isValue.add('who')
  if (kindsOfValue.has('place')) isValue.add('where')
  if (property.type === 'text' && !property.many) for (const word of answers.get(property.id) ?? []) isValue.add(word)
  const speaker = statement.standing === 'viewpoint' ? statement.view.speaker : undefined
  return {
    statement,
    entity,
    terms,
    asked,
    askedOften: questions.length,
    groups,
    values,
    near,
    kinds: new Set([entity.kind, ...[...values, ...named].flatMap(id => knowledge.entities.get(id)?.kind ?? [])]),
    named,
    ...(speaker === undefined ? {} : { speaker }),
    years,
    said,
    gives,
    isValue,
  }
}

export const wholeOf = (cells: readonly Cell[]): string => cells.map(({ stem }) => stem).join(' ')

const dates =
  /\b\d{1,2}(?:[-–]\d{1,2}| and \d{1,2})? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b/g
const numberWords = /\b(?:three|four|seven|eight|nine|ten|eleven|twelve|hundred|half)\b/

/** A number that is no date; in English, as every statement has it. */
const hasNumber = (text: string): boolean => {
  const rest = text.replaceAll(dates, '')
  return /\d/.test(rest) || numberWords.test(rest)
}

const severalCountries = 3

/** The entities named in a text; also inside of longer names, but in Chinese the longest at each place: there a name may be a part of any word. */
function entitiesIn(cells: readonly Cell[], names: Trie<string>, small: ReadonlySet<string>): readonly string[] {
  const stems = stemsOf(cells, small).map(stem => [stem])
  const isHan = cells.some(({ script }) => script === 'Han')
  const found: string[] = []
  for (let at = 0; at < stems.length; ) {
    const here = names.at(stems, at)
    const longest = Math.max(at + 1, ...here.map(({ to }) => to))
    found.push(...here.filter(({ to }) => !isHan || to === longest).map(({ what }) => what))
    at = isHan ? longest : at + 1
  }
  return found
}
