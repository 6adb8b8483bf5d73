/** Questions that people ask, of which it is known what answers them, or that nothing does: how near a question is to them. */
import type { Knowledge, Statement } from '../model.ts'
import { type Cell, cellsOf } from './cells.ts'
import type { Place } from './reading.ts'
import { stemsOf, termsOf, withoutSmall } from './terms.ts'
import type { Trie } from './trie.ts'

/** How near the nearest one is, 0 to 1: of the words of both, what is in both. */
export interface Nearest {
  readonly near: number
  readonly terms: readonly string[]
}

export interface NearestAsked {
  /** Of the questions that the statement answers. */
  readonly ofStatement: ReadonlyMap<string, Nearest>
  /** Of those that ask the same of anybody, by `matterOf`; compared are the words beside names and years. */
  readonly ofMatter: ReadonlyMap<string, Nearest>
  /** Of those that nothing answers, compared likewise. */
  readonly unanswered: number
  /** Of the same, with their names. */
  readonly unansweredByName: number
}

export interface AskedQuestions {
  readonly nearest: (places: readonly Place[]) => NearestAsked
  /** The words of each question that the statement answers. */
  readonly of: (statement: string) => readonly (readonly string[])[]
}

/** The same is asked of all that have a property, but for each of several sentences in words of its own. */
export const matterOf = ({ id, property }: Statement): string =>
  property.id === 'about' || (property.many && property.type === 'text') ? id : property.id

/** What stands for a word is a little further from it than the word. */
export const ofOther = 0.95

/** “When” and “where” ask for nothing by themselves, but for something else. */
const ofFrame = 0.3

interface Asked {
  readonly key: string
  /** Each once. */
  readonly terms: readonly string[]
  readonly weight: number
}

/** `questions` are those that each statement answers; `weightless` and `frames` are stems of fillers and of question words; `rarity` is how much a term weighs. */
export function indexAsked(
  knowledge: Knowledge,
  language: string,
  questions: ReadonlyMap<string, readonly (readonly Cell[])[]>,
  names: Trie<string>,
  small: ReadonlySet<string>,
  weightless: ReadonlySet<string>,
  frames: ReadonlySet<string>,
  rarity: (term: string) => number,
): AskedQuestions {
  const asked = (key: string, cells: readonly Cell[]): Asked => {
    const terms = [...new Set(termsOf(cells).filter(term => !weightless.has(term) && !frames.has(term)))]
    const framed = [...new Set(termsOf(cells).filter(term => frames.has(term)))]
    return {
      key,
      terms: [...terms, ...framed],
      weight: terms.reduce((sum, term) => sum + rarity(term), 0) + framed.length * ofFrame,
    }
  }
  const all = [...knowledge.statements.values()].flatMap(statement =>
    (questions.get(statement.id) ?? []).map(cells => ({ statement, cells: withoutSmall(cells, small) })),
  )
  const unnamed = all.map(({ statement, cells }) => asked(matterOf(statement), withoutNames(cells, names, small)))
  // What is nothing but a name is near to whatever is asked of it.
  const whole = all.flatMap(({ statement, cells }, nth) =>
    unnamed[nth]?.terms.every(term => frames.has(term)) ? [] : [asked(statement.id, cells)],
  )
  const inVain = (knowledge.unanswered.get(language) ?? []).map(question => withoutSmall(cellsOf(question), small))
  // One word beside a name is asked of many things.
  const unanswered = inVain
    .map(cells => asked('', withoutNames(cells, names, small)))
    .filter(({ terms }) => terms.filter(term => !frames.has(term)).length > 1)
  const search = {
    whole: searchable(whole),
    unnamed: searchable(unnamed),
    unanswered: searchable(unanswered),
    unansweredByName: searchable(inVain.map(cells => asked('', cells))),
  }
  const byStatement = Map.groupBy(whole, ({ key }) => key)
  return {
    of: statement => (byStatement.get(statement) ?? []).map(({ terms }) => terms),
    nearest(read) {
      const places = read.map(place =>
        place.weight === 0 && [place.cell.stem, ...place.pairs].some(term => frames.has(term))
          ? { ...place, weight: ofFrame }
          : place,
      )
      const beside = places.map(place => (place.mentions.length > 0 || place.isYear ? { ...place, weight: 0 } : place))
      return {
        ofStatement: search.whole(places),
        ofMatter: search.unnamed(beside),
        unanswered: search.unanswered(beside).get('')?.near ?? 0,
        unansweredByName: search.unansweredByName(places).get('')?.near ?? 0,
      }
    },
  }
}

function withoutNames(cells: readonly Cell[], names: Trie<string>, small: ReadonlySet<string>): readonly Cell[] {
  const stems = stemsOf(cells, small).map(stem => [stem])
  const spans = stems.flatMap((_, from) => names.at(stems, from).map(({ to }) => ({ from, to })))
  return cells.filter((_, at) => !spans.some(({ from, to }) => from <= at && at < to))
}

/** The nearest of each key that shares a word. */
function searchable(all: readonly Asked[]): (places: readonly Place[]) => ReadonlyMap<string, Nearest> {
  const byTerm = new Map<string, number[]>()
  for (const [nth, { terms }] of all.entries()) {
    for (const term of terms) {
      const list = byTerm.get(term)
      if (list) list.push(nth)
      else byTerm.set(term, [nth])
    }
  }
  // Of every question, used again and again because there are thousands: what it shares, and the last place that it shares.
  const shared = new Float64Array(all.length)
  const lastPlace = new Int32Array(all.length)
  return places => {
    const total = places.reduce((sum, { weight }) => sum + weight, 0)
    const touched: number[] = []
    for (const [at, { cell, alternatives, pairs, weight }] of places.entries()) {
      if (weight === 0) continue
      const isHan = cell.script === 'Han'
      for (const [nth, term] of (isHan ? pairs : alternatives).entries()) {
        for (const question of byTerm.get(term) ?? []) {
          if (lastPlace[question] === at + 1) continue
          if (lastPlace[question] === 0) touched.push(question)
          lastPlace[question] = at + 1
          shared[question] = (shared[question] ?? 0) + (nth === 0 || isHan ? weight : weight * ofOther)
        }
      }
    }
    const nearest = new Map<string, Nearest>()
    for (const nth of touched) {
      const question = all[nth]
      const both = shared[nth] ?? 0
      shared[nth] = 0
      lastPlace[nth] = 0
      if (!question) continue
      const near = both / Math.max(total, total + question.weight - both)
      if (near > (nearest.get(question.key)?.near ?? 0)) nearest.set(question.key, { near, terms: question.terms })
    }
    return nearest
  }
}
