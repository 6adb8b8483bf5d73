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

/** “ (since 2013)”: when a value began or ended to hold. A sentence says so itself. */
function span({ since, until }: Statement, { words }: Reader): string {
  const parts = [
    ...(since === undefined ? [] : [words.page.since(writeDay(since, words))]),
    ...(until === undefined ? [] : [words.page.until(writeDay(until, words))]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** Every account a statement holds, whoever holds it: for its sources, never for its words. */
export function accountsOf(statement: Statement): readonly Account[] {
  switch (statement.standing) {
    case 'settled':
    case 'expected':
      return [statement.account]
    case 'viewpoint':
      return [statement.view.claim]
    case 'disputed':
      return statement.sides
  }
}
