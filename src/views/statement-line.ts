/** A statement in words. The only place that turns a standing into words, so that a view or a dispute never reads as a fact. */
import { accountsOf } from '../knowledge/accounts.ts'
import { inLanguage } from '../knowledge/language.ts'
import type { Account, Statement } from '../knowledge/model.ts'
import { isSentence, type Reader, writeDay, writeName, writeText, writeValue } from './format.ts'

export type Detail = 'short' | 'full'

/** Under the name of its property: short the value, full or where the value alone would not be understood the sentence. */
export function statementLine(statement: Statement, detail: Detail, reader: Reader): string {
  const { page } = reader.words
  const name = inLanguage(statement.property.name, reader.language).text
  const isFull = detail === 'full' || needsSentence(statement)
  const said = isFull ? statementBody(statement, sentence, reader) : statementBody(statement, value, reader)
  switch (statement.standing) {
    case 'settled':
    case 'viewpoint':
      return `${page.head(name)}${said.join('')}`
    case 'expected':
      return `${page.head(name, page.expected)}${said.join('')}`
    case 'disputed':
      return [page.head(name, page.disputed).trimEnd(), ...said.map(side => `- ${side}`)].join('\n')
  }
}

/** Without the name of its property, as a sentence that stands by itself. */
export function statementSentence(statement: Statement, reader: Reader): string {
  return marked(statement, statementBody(statement, sentence, reader), '\n- ', reader)
}

/** The value with its standing, for a place where its property and its entity are named already; the sentence where the value alone misleads. */
export function statementValue(statement: Statement, reader: Reader): string {
  if (needsSentence(statement)) return statementSentence(statement, reader)
  return marked(statement, statementBody(statement, value, reader), ' / ', reader)
}

/** The value alone, with its standing, as the short answer to a question; undefined where only the sentence says it. */
export function statementInShort(statement: Statement, reader: Reader): string | undefined {
  const accounts = accountsOf(statement)
  if (accounts.some(isSentence)) return undefined
  const { page } = reader.words
  const values = [...new Set(accounts.map(account => writeValue(account.value, reader)))]
  const [only = '', ...others] = values
  switch (statement.standing) {
    case 'settled':
      return `${only}${statement.until === undefined ? '' : page.aside(page.until(writeDay(statement.until, reader.words)))}`
    case 'expected':
      return `${only}${inBrackets(page.expected, reader)}`
    case 'viewpoint':
      return page.says(writeName(statement.view.speaker, reader), only)
    case 'disputed':
      // Where the values are the same, the sentences differ.
      return others.length === 0 ? undefined : `${values.join(' / ')}${inBrackets(page.disputed, reader)}`
  }
}

const inBrackets = (standing: string, { words }: Reader): string =>
  words.page.aside(standing.toLocaleLowerCase(words.intl))

type Write = (account: Account, statement: Statement, reader: Reader) => string

const sentence: Write = ({ text }, _, reader) => writeText(text, reader)
const value: Write = (account, statement, reader) =>
  isSentence(account)
    ? writeText(account.text, reader)
    : `${writeValue(account.value, reader)}${span(statement, reader)}`

/** Each account as written; a claim together with its speaker. */
function statementBody(statement: Statement, write: Write, reader: Reader): readonly string[] {
  switch (statement.standing) {
    case 'settled':
    case 'expected':
      return [write(statement.account, statement, reader)]
    case 'viewpoint': {
      const { speaker, claim } = statement.view
      return [reader.words.page.says(writeName(speaker, reader), write(claim, statement, reader))]
    }
    case 'disputed':
      return statement.sides.map(side => write(side, statement, reader))
  }
}

function marked(statement: Statement, body: readonly string[], between: string, { words: { page } }: Reader): string {
  switch (statement.standing) {
    case 'settled':
    case 'viewpoint':
      return body.join('')
    case 'expected':
      return `${page.mark(page.expected)}${body.join('')}`
    case 'disputed':
      return `${page.mark(page.disputed).trimEnd()}${between.startsWith('\n') ? between : ' '}${body.join(between)}`
  }
}

/** A figure or a date among several of its property says nothing without its sentence, and neither does one side of a dispute. */
const needsSentence = ({ property, standing }: Statement): boolean =>
  standing === 'disputed' || (property.many && (property.type === 'number' || property.type === 'date'))

/** “ (since 2013)”: when a value began or ended to hold. A sentence says so itself. */
function span({ since, until }: Statement, { words }: Reader): string {
  const parts = [
    ...(since === undefined ? [] : [words.page.since(writeDay(since, words))]),
    ...(until === undefined ? [] : [words.page.until(writeDay(until, words))]),
  ]
  return parts.length === 0 ? '' : words.page.aside(parts.join(', '))
}
