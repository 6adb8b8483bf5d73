/** Which fact comes next for a person: by chance as far as they can see, and none twice before all have come. Keeps nothing but a place. */
import { hash } from './hash.ts'
import type { Knowledge, Statement, Topic } from './model.ts'
import { topicOf } from './relations.ts'

/** How far someone has come: in the `round`-th shuffle they have had every fact whose rank is at most `upTo`. */
export interface FactsRead {
  readonly round: number
  readonly upTo: number
}

export const noneRead: FactsRead = { round: 0, upTo: -1 }

/** The facts of a topic, or of all: what holds and stands by itself as a sentence. */
export const factsOf = (knowledge: Knowledge, topic?: Topic): readonly Statement[] =>
  [...knowledge.entities.values()].flatMap(({ kind, statements }) =>
    statements.filter(
      statement => statement.until === undefined && (topic === undefined || topicOf(statement, kind) === topic),
    ),
  )

/**
 * A shuffle that needs no list of what was seen: facts are ranked by a hash of the person, the round and the fact, so that one number says
 * how far one is. A fact that is added later comes in this round or in the next, and none is lost when another is taken away.
 */
export function nextFact(
  facts: readonly Statement[],
  person: string,
  read: FactsRead,
): { readonly fact: Statement; readonly read: FactsRead } | undefined {
  return nextIn(facts, person, read) ?? nextIn(facts, person, { round: read.round + 1, upTo: -1 })
}

function nextIn(facts: readonly Statement[], person: string, { round, upTo }: FactsRead): ReturnType<typeof nextFact> {
  let next: { fact: Statement; rank: number } | undefined
  for (const fact of facts) {
    // The fact first: what differs early is spread over all the digits.
    const rank = hash(`${fact.id} ${person} ${round}`)
    if (rank > upTo && (next === undefined || rank < next.rank)) next = { fact, rank }
  }
  return next && { fact: next.fact, read: { round, upTo: next.rank } }
}
