/** The short answer that heads an answer's page: at most two lines on a phone, or else what it is about. */

import { accountsOf } from '../knowledge/accounts.ts'
import type { Found, Line } from '../knowledge/ask/answer.ts'
import { inLanguage } from '../knowledge/language.ts'
import type { Statement } from '../knowledge/model.ts'
import { type Reader, unescaped, writeDay, writeName, writeQuantity } from './format.ts'
import { statementInShort, statementSentence } from './statement-line.ts'

export interface ShortAnswer {
  readonly title: string
  /** What it was computed from, a line each. */
  readonly lines: readonly string[]
  /** Those that the lines use, besides the answer's own. */
  readonly statements: readonly Statement[]
  /** The ids of those whom it names. */
  readonly entities: readonly string[]
}

/** Two lines of a heading on a phone, in letters; a Chinese character is as wide as two. */
const widest = 46

export function shortAnswer({ line, since, areSeveral, statements }: Found, reader: Reader): ShortAnswer {
  const [first, ...others] = statements
  if (since !== undefined) {
    const words = reader.words.page.since(writeDay(since, reader.words))
    const title = words.charAt(0).toLocaleUpperCase(reader.words.intl) + words.slice(1)
    return { title, lines: [], statements: [], entities: [] }
  }
  if (!line) {
    const isOfSeveral = others.some(({ entity }) => entity !== first.entity)
    return {
      title: (areSeveral ? valuesOf(statements, reader) : valueOf(first, isOfSeveral, reader)) ?? whatOf(first, reader),
      lines: [],
      statements: [],
      entities: [],
    }
  }
  const computed = shorten(line, first, reader)
  return fits(computed.title) ? computed : { ...computed, title: whatOf(first, reader) }
}

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu
const fits = (text: string): boolean => {
  const plain = unescaped(text)
  return !plain.includes('\n') && plain.length + (plain.match(wide)?.length ?? 0) <= widest
}

/** The former names of a city, or when and where a meeting was, one beside the other, if they fit. */
function valuesOf(statements: Found['statements'], reader: Reader): string | undefined {
  const areOfOne = new Set(statements.map(({ property }) => property)).size === 1
  const values = statements.flatMap(statement => {
    if (!areOfOne) return statementInShort(statement, reader) ?? []
    return statement.standing === 'settled' && statement.account.value.type === 'text'
      ? inLanguage(statement.account.value.text, reader.language).text
      : []
  })
  const all = reader.words.ask.andMore(values, 0)
  return values.length === statements.length && fits(all) ? all : undefined
}

/** As much of the value as fits, with whose it is where others are told of as well. */
function valueOf(first: Statement, isOfSeveral: boolean, reader: Reader): string | undefined {
  const value = statementInShort(first, reader)
  if (value === undefined) return undefined
  const own = (text: string): string =>
    isOfSeveral ? reader.words.page.item(writeName(first.entity, reader), text) : text
  const isList = first.standing === 'settled' && first.account.value.type === 'entities'
  const titles = [
    value,
    ...(isList
      ? [
          someOf(
            entitiesOf(first).map(id => writeName(id, reader)),
            reader.words.ask.andMore,
          ),
        ]
      : []),
  ]
  return titles.map(own).find(fits)
}

const entitiesOf = (statement: Statement): readonly string[] =>
  accountsOf(statement).flatMap(({ value }) => (value.type === 'entities' ? value.entities : []))

/** Whom and what the answer is about, as much of it as fits. */
export function whatOf({ entity, property }: Statement, reader: Reader): string {
  const [name, what] = [writeName(entity, reader), inLanguage(property.name, reader.language).text]
  // What something is “in one line” is said by that line.
  const titles = property.id === 'about' ? [name, what] : [`${name} · ${what}`, name, what]
  return titles.find(fits) ?? what
}

function shorten(line: Line, first: Statement, reader: Reader): ShortAnswer {
  const { ask, page } = reader.words
  const none = { lines: [], statements: [], entities: [] }
  switch (line.is) {
    case 'yes-no':
      return { ...none, title: verdict(line, first, reader), entities: line.about === undefined ? [] : [line.about] }
    case 'extreme':
    case 'comparison':
    case 'each':
    case 'sum':
      return ordered(line, reader)
    case 'count': {
      const names = line.entities.map(id => writeName(id, reader))
      const whole = page.item(String(line.count), ask.andMore(names, 0))
      const isWhole = names.length > 0 && fits(whole)
      return {
        ...none,
        title: isWhole ? whole : String(line.count),
        lines: isWhole ? [] : listed(names),
        entities: line.entities,
      }
    }
    case 'entities': {
      const names = line.entities.map(id => writeName(id, reader))
      const title = someOf(names, ask.andMore)
      return { ...none, title, lines: names.length > 1 ? listed(names) : [], entities: line.entities }
    }
    case 'between': {
      const [from, to] = [line.from, line.to].map(({ date }) => writeDay(date, reader.words))
      const isExact = line.from.date.length === 10 && line.to.date.length === 10
      const time = line.years > 0 ? ask.years(line.years) : isExact ? ask.days(line.days) : ask.lessThanAYear
      const whole = `${time}${ask.between(from ?? '', to ?? '')}`
      return {
        ...none,
        title: fits(whole) ? whole : time,
        lines: [line.from, line.to].map(
          ({ entity, date }) => `- ${page.item(writeName(entity, reader), writeDay(date, reader.words))}`,
        ),
        entities: [line.from.entity, line.to.entity],
      }
    }
    case 'change':
      return change(line, reader)
  }
}

/** A yes from what one side says is that side's, and one from what is foreseen is no more than that. */
function verdict(line: Extract<Line, { is: 'yes-no' }>, first: Statement, reader: Reader): string {
  const { ask, page } = reader.words
  const said = line.yes ? 'yes' : 'no'
  if (first.standing === 'disputed') return whatOf(first, reader)
  if (first.standing === 'viewpoint') return page.says(writeName(first.view.speaker, reader), ask.verdict[said])
  if (first.standing === 'expected')
    return `${ask.verdict[said]}${page.aside(page.expected.toLocaleLowerCase(reader.words.intl))}`
  const isList = first.property.type === 'entities' && line.about !== undefined
  const whole = isList ? ask.among[said](writeName(line.about ?? '', reader)) : ask.verdict[said]
  return fits(whole) ? whole : ask.verdict[said]
}

function ordered(line: Extract<Line, { readonly ranking: unknown }>, reader: Reader): ShortAnswer {
  const { page } = reader.words
  const isOfOne = line.is === 'each' && new Set(line.ranking.map(({ entity }) => entity)).size === 1
  const items = line.ranking.map(({ entity, statement, year: ofYear }) => {
    const year = isOfOne ? (ofYear ?? statement.asOf?.slice(0, 4)) : undefined
    const name = year === undefined ? writeName(entity, reader) : writeDay(year, reader.words)
    const value = statementInShort(statement, reader)
    return { name, value, whole: page.item(name, value ?? statementSentence(statement, reader)) }
  })
  const lines = items.map(({ whole }, nth) => (line.is === 'extreme' ? `${nth + 1}. ${whole}` : `- ${whole}`))
  return {
    title: titleOf(line, items, reader),
    lines,
    statements: line.ranking.map(({ statement }) => statement),
    entities: [...new Set(line.ranking.map(({ entity }) => entity))],
  }
}

function titleOf(line: Extract<Line, { readonly ranking: unknown }>, items: readonly Item[], reader: Reader): string {
  switch (line.is) {
    case 'extreme':
      return winnersOf(items, line.nth, reader)
    case 'sum':
      return writeQuantity(line.total, reader)
    case 'comparison':
      return line.difference ? writeQuantity(line.difference, reader) : eachOf(line, items, reader)
    case 'each':
      return eachOf(line, items, reader)
  }
}

interface Item {
  readonly name: string
  readonly value: string | undefined
  readonly whole: string
}

/** Those who are as good as the winner come with it. */
function winnersOf(items: readonly Item[], nth: number, { words }: Reader): string {
  const value = items[nth]?.value
  const winners = items.filter((item, at) => at === nth || (value !== undefined && item.value === value))
  const names = words.ask.andMore(
    winners.map(({ name }) => name),
    0,
  )
  const title = words.page.item(names, value ?? '')
  return fits(title) && value !== undefined ? title : names
}

function eachOf(
  { is, property }: Extract<Line, { is: 'comparison' | 'each' }>,
  items: readonly Item[],
  { language, words }: Reader,
): string {
  const values = items.flatMap(({ value }) => value ?? [])
  const different = [...new Set(values)]
  const names = items.map(({ name }) => name).join(' · ')
  const titles = [
    ...(values.length === items.length ? [items.map(({ whole }) => whole).join(' · ')] : []),
    // What all have alike is what was asked for: then it is they who answer.
    ...(is === 'each' && values.length === items.length && different.length > 1
      ? [words.ask.andMore(different, 0)]
      : []),
    ...(is === 'comparison' || different.length === 1 ? [names, ...different] : []),
  ]
  return titles.find(fits) ?? inLanguage(property.name, language).text
}

function change({ from, to, years, difference }: Extract<Line, { is: 'change' }>, reader: Reader): ShortAnswer {
  const { ask, page } = reader.words
  const [before, after] = [from, to].map((statement, nth) => {
    const value = statementInShort(statement, reader) ?? statementSentence(statement, reader)
    return `${value}${page.aside(writeDay(years[nth] ?? '', reader.words))}`
  })
  const { amount, unit, approximation } = difference
  const size = `${amount < 0 ? '−' : amount > 0 ? '+' : ''}${writeQuantity({ amount: Math.abs(amount), unit }, reader)}`
  const isSettled = from.standing === 'settled' && to.standing === 'settled'
  return {
    title: isSettled ? (approximation ? page.approximations[approximation](size) : size) : whatOf(to, reader),
    lines: [ask.change(before ?? '', after ?? '')],
    statements: [from, to],
    entities: [],
  }
}

const listed = (names: readonly string[]): readonly string[] => names.map(name => `- ${name}`)

/** As many names as fit, and how many there are besides. */
function someOf(names: readonly string[], write: (shown: readonly string[], more: number) => string): string {
  for (let shown = names.length; shown > 1; shown--) {
    const text = write(names.slice(0, shown), names.length - shown)
    if (fits(text)) return text
  }
  return write(names.slice(0, 1), Math.max(0, names.length - 1))
}
