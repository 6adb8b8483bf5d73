/** The small print under what is stated: who says it, as of when, by which edition of the dataset. */

import { escapeMarkdown } from '@discordjs/builders'
import { accountsOf } from '../knowledge/accounts.ts'
import type { Statement } from '../knowledge/model.ts'
import { type Reader, writeDay } from './format.ts'

/** Publishers named before the rest is only counted: more do not fit a line on a phone. */
const namedPublishers = 2

export function foot(statements: readonly Statement[], { knowledge, words }: Reader): string {
  const sources = new Set(
    statements.flatMap(accountsOf).flatMap(account => account.citations.map(citation => citation.source)),
  )
  const publishers = [...new Set([...sources].map(source => source.publisher ?? words.page.unpublished))]
  const named = publishers.slice(0, namedPublishers).map(publisher => escapeMarkdown(publisher))
  return [
    words.page.source(named, publishers.length - named.length),
    words.page.asOf(oldest(statements, knowledge.date, words)),
    words.page.dataset(knowledge.version),
  ].join(' · ')
}

/** The oldest date that any of the statements rests on: the page as a whole is not newer than that. A statement that cannot age rests on the dataset's own date. */
function oldest(statements: readonly Statement[], datasetDate: string, words: Reader['words']): string {
  const dates = statements.flatMap(({ asOf }) => asOf ?? []).toSorted()
  return writeDay(dates[0] ?? datasetDate, words)
}
