/** Finds sources by the words of their title and publisher, and what rests on one. */
import { accountsOf } from './accounts.ts'
import { foldWords } from './fold.ts'
import type { Entity, Knowledge, Source, Statement } from './model.ts'

/** Every word typed begins a word of the title, the publisher or the id; newest first. Nothing typed finds all. */
export function findSources(knowledge: Knowledge, typed: string, limit: number): readonly Source[] {
  const wanted = foldWords(typed.slice(0, 100)).split(' ').filter(Boolean)
  return inOrder(knowledge)
    .filter(({ words }) => wanted.every(part => words.some(word => word.startsWith(part))))
    .slice(0, limit)
    .map(({ source }) => source)
}

interface Indexed {
  readonly source: Source
  readonly words: readonly string[]
}

const indexed = new WeakMap<Knowledge, readonly Indexed[]>()

function inOrder(knowledge: Knowledge): readonly Indexed[] {
  const known = indexed.get(knowledge)
  if (known) return known
  const all = [...knowledge.sources.values()]
    .toSorted((one, other) => ((one.date ?? '') < (other.date ?? '') ? 1 : -1))
    .map(source => ({ source, words: foldWords(`${source.title} ${source.publisher ?? ''} ${source.id}`).split(' ') }))
  indexed.set(knowledge, all)
  return all
}

/** The entities with a statement that cites the source, and those statements. */
export function restingOn(
  knowledge: Knowledge,
  source: Source,
): readonly { entity: Entity; statements: readonly Statement[] }[] {
  return [...knowledge.entities.values()].flatMap(entity => {
    const statements = entity.statements.filter(statement =>
      accountsOf(statement).some(({ citations }) => citations.some(citation => citation.source === source)),
    )
    return statements.length > 0 ? [{ entity, statements }] : []
  })
}
