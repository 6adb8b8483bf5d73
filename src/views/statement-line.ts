/** One statement as one line of a page. The only place that turns a standing into words, so that a view or a dispute never reads as a fact. */

import { inLanguage } from '../knowledge/language.ts'
import type { Account, Statement } from '../knowledge/model.ts'
import { isSentence, type Reader, writeDay, writeName, writeText, writeValue } from './format.ts'

export type Detail = 'short' | 'full'

/** Short: the name of the property and its value. Full, or where there is no value but the sentence: the sentence. */
export function statementLine(statement: Statement, detail: Detail, reader: Reader): string {
  const { page } = reader.words
  const name = inLanguage(statement.property.name, reader.language).text
  const write = (account: Account): string =>
    detail === 'full' || isSentence(account)
      ? writeText(account.text, reader)
      : `${writeValue(account.value, reader)}${span(statement, reader)}`

  switch (statement.standing) {
    case 'settled':
      return `${page.head(name)}${write(statement.account)}`
    case 'expected':
      return `${page.head(name, page.expected)}${write(statement.account)}`
    case 'viewpoint': {
      const { speaker, claim } = statement.view
      return `${page.head(name)}${page.says(writeName(speaker, reader))} ${write(claim)}`
    }
    case 'disputed':
      return [page.head(name, page.disputed).trimEnd(), ...statement.sides.map(side => `- ${write(side)}`)].join('\n')
  }
}

/** The statement's value alone, with its standing: for a place where its property and its entity are named already. */
export function statementValue(statement: Statement, reader: Reader): string {
  const { page } = reader.words
  const write = ({ value }: Account): string => `${writeValue(value, reader)}${span(statement, reader)}`
  switch (statement.standing) {
    case 'settled':
      return write(statement.account)
    case 'expected':
      return `(${page.expected}) ${write(statement.account)}`
    case 'viewpoint':
      return `${page.says(writeName(statement.view.speaker, reader))} ${write(statement.view.claim)}`
    case 'disputed':
      return `(${page.disputed}) ${statement.sides.map(write).join(' / ')}`
  }
}

/** The statement as a sentence that stands by itself, without the name of its property. */
export function statementSentence(statement: Statement, reader: Reader): string {
  const { page } = reader.words
  switch (statement.standing) {
    case 'settled':
      return writeText(statement.account.text, reader)
    case 'expected':
      return `(${page.expected}) ${writeText(statement.account.text, reader)}`
    case 'viewpoint':
      return `${page.says(writeName(statement.view.speaker, reader))} ${writeText(statement.view.claim.text, reader)}`
    case 'disputed':
      return [`(${page.disputed})`, ...statement.sides.map(side => `- ${writeText(side.text, reader)}`)].join('\n')
  }
}

/** “ (since 2013)”: when a value began or ended to hold. A sentence says so itself. */
function span({ since, until }: Statement, { words }: Reader): string {
  const parts = [
    ...(since === undefined ? [] : [words.page.since(writeDay(since, words))]),
    ...(until === undefined ? [] : [words.page.until(writeDay(until, words))]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}
