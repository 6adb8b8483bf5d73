/** The statements that may answer a question, best first. */
import type { AskIndex } from './ask-index.ts'
import type { NearestAsked } from './asked-questions.ts'
import type { Reading } from './reading.ts'
import type { StatementWords } from './statement-words.ts'
import { termsOf } from './terms.ts'
import { type Weighed, weigh } from './weigh.ts'

const mostByText = 18
const mostByName = 2

export function rank(ask: AskIndex, reading: Reading, asked: NearestAsked): readonly Weighed[] {
  const { index, places } = reading
  const terms = new Set([
    // A Chinese character is only searched for with its neighbour.
    ...places.flatMap(({ cell, alternatives, weight }) => (weight > 0 && cell.script !== 'Han' ? alternatives : [])),
    // With those that only frame it: people ask for a date with “when”.
    ...termsOf(places.map(({ cell }) => cell)),
    // Of other scripts the words that stand for each other are alternatives already.
    ...[...new Set(places.flatMap(({ cell, same }) => (cell.script === 'Han' ? same : [])))].flatMap(
      group => index.groupTerms[group] ?? [],
    ),
  ])
  const found = index.search([...terms])
  const bestText = Math.max(...found.values(), 1)
  const candidates = new Map<string, StatementWords>()
  const add = (id: string): void => {
    const words = index.statements.get(id)
    if (words) candidates.set(id, words)
  }
  for (const id of [...found.keys()].slice(0, mostByText)) add(id)
  for (const id of nearNames(ask, reading)) {
    for (const statement of ask.knowledge.entities.get(id)?.statements ?? []) add(statement.id)
  }
  return [...candidates.values()]
    .map(words => weigh(ask, reading, words, (found.get(words.statement.id) ?? 0) / bestText, asked))
    .toSorted((a, b) => b.score - a.score || newer(b, a))
}

const newer = (a: Weighed, b: Weighed): number =>
  (a.words.statement.asOf ?? '') < (b.words.statement.asOf ?? '') ? -1 : 1

/** Entities that are named, and those that share most of the question's words with their names. */
function nearNames(ask: AskIndex, { mentions, places }: Reading): ReadonlySet<string> {
  const pairs = termsOf(places.map(({ cell }) => cell)).map(term => ({ stems: [term], weight: 0.5 }))
  const terms = [...places.map(({ alternatives, weight }) => ({ stems: alternatives, weight })), ...pairs]
  const shared = new Map<string, number>()
  for (const { stems, weight } of terms) {
    if (weight === 0) continue
    for (const id of new Set(stems.flatMap(stem => ask.namedWith.get(stem) ?? [])))
      shared.set(id, (shared.get(id) ?? 0) + weight)
  }
  const nearest = [...shared].toSorted((a, b) => b[1] - a[1]).slice(0, mostByName)
  return new Set([...mentions.map(({ entity }) => entity), ...nearest.map(([id]) => id)])
}
