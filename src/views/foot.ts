/** The small print under what is stated: who says it, as of when, by which edition of the dataset. */

import { escapeMarkdown } from '@discordjs/builders'
import { accountsOf } from '../knowledge/accounts.ts'
import type { Statement } from '../knowledge/model.ts'
import { type Reader, writeDay } from './format.ts'

/** Publishers named before the rest is only counted: more do not fit a line on a phone. */
const namedPublishers = 2

export function foot(statements: readonly Statement[], reader: Reader): string {
  const { knowledge, words } = reader
  if (statements.length === 0) return datasetFoot(reader)
  const sources = new Set(
    statements.flatMap(accountsOf).flatMap(account => account.citations.map(citation => citation.source)),
  )
  const publishers = [...new Set([...sources].map(source => source.publisher ?? words.page.unpublished))]
  const named = publishers.slice(0, namedPublishers).map(publisher => escapeMarkdown(publisher))
  return [
    words.page.source(named, publishers.length - named.length),
    asOf(statements, knowledge.date, words),
    words.page.dataset(knowledge.version),
  ].join(' · ')
}

/** Where nothing is stated that has a source and a date of its own: the dataset and its day. */
export const datasetFoot = ({ knowledge, words }: Reader): string =>
  [words.page.dataset(knowledge.version), words.page.asOf(writeDay(knowledge.date, words))].join(' · ')

/**
 * The dates from which what is stated is known to hold, oldest and newest. What cannot age has none; a page of such statements alone is as
 * old as its newest source.
 */
function asOf(statements: readonly Statement[], datasetDate: string, words: Reader['words']): string {
  const own = statements.flatMap(statement => statement.asOf ?? [])
  const published = statements
    .flatMap(accountsOf)
    .flatMap(({ citations }) => citations.flatMap(({ source }) => source.date ?? []))
  const dates = own.length > 0 ? own : [published.toSorted().at(-1) ?? datasetDate]
  const [oldest, newest] = [dates.toSorted()[0] ?? datasetDate, dates.toSorted().at(-1) ?? datasetDate]
  return oldest === newest
    ? words.page.asOf(writeDay(oldest, words))
    : words.page.asOfBetween(writeDay(oldest, words), writeDay(newest, words))
}
