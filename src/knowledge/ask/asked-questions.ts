/** Questions that people ask, of which it is known what answers them, or that nothing does: how near a question is to them. */
import type { Knowledge, Statement } from '../model.ts'
import { type Cell, cellsOf } from './cells.ts'
import type { Place } from './reading.ts'
import { stemsOf, termsOf, withoutSmall } from './terms.ts'
import type { Trie } from './trie.ts'

/** How near the nearest one is, 0 to 1: of the words of both, what is in both. */
export interface Nearest {
  readonly near: number
  readonly terms: ReadonlySet<string>
}

export interface NearestAsked {
  /** Of the questions that the statement of this id answers. */
  readonly ofStatement: (id: string) => Nearest
  /** Of those that ask the same of anybody, by `matterOf`; compared are the words beside names and years. */
  readonly ofMatter: (matter: string) => Nearest
  /** Of those that nothing answers, compared likewise. */
  readonly unanswered: number
  /** Of the same, with their names. */
  readonly unansweredByName: number
}

export interface AskedQuestions {
  /** Holds until the next question: the figures behind it are kept once. Throws if it is asked later. */
  readonly nearest: (places: readonly Place[]) => NearestAsked
  /** The words of each question that the statement answers. */
  readonly of: (statement: string) => readonly ReadonlySet<string>[]
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
  readonly terms: ReadonlySet<string>
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
  const asked = (key: string, cells: readonly Cell[]): Asked => ({
    key,
    terms: new Set(termsOf(cells).filter(term => frames.has(term) || !weightless.has(term))),
  })
  const all = [...knowledge.statements.values()].flatMap(statement =>
    (questions.get(statement.id) ?? []).map(cells => ({ statement, cells: withoutSmall(cells, small) })),
  )
  const unnamed = all.map(({ statement, cells }) => asked(matterOf(statement), withoutNames(cells, names, small)))
  // What is nothing but a name is near to whatever is asked of it.
  const whole = all.flatMap(({ statement, cells }, nth) =>
    unnamed[nth]?.terms.isSubsetOf(frames) ? [] : [asked(statement.id, cells)],
  )
  const inVain = (knowledge.unanswered.get(language) ?? []).map(question => withoutSmall(cellsOf(question), small))
  // One word beside a name is asked of many things.
  const besideNames = (cells: readonly Cell[]): number =>
    asked('', withoutNames(cells, names, small)).terms.difference(frames).size
  const unanswered = inVain
    .filter(cells => besideNames(cells) > 1)
    .map(cells => asked('', withoutNames(cells, names, small)))
  const weightOf = (term: string): number => (frames.has(term) ? ofFrame : rarity(term))
  const search = {
    whole: searchable(whole, weightOf),
    unnamed: searchable(unnamed, weightOf),
    unanswered: searchable(unanswered, weightOf),
    unansweredByName: searchable(
      inVain.filter(cells => besideNames(cells) > 0).map(cells => asked('', cells)),
      weightOf,
    ),
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
        unanswered: search.unanswered(beside)('').near,
        unansweredByName: search.unansweredByName(places)('').near,
      }
    },
  }
}

function withoutNames(cells: readonly Cell[], names: Trie<string>, small: ReadonlySet<string>): readonly Cell[] {
  const stems = stemsOf(cells, small).map(stem => [stem])
  const spans = stems.flatMap((_, from) => names.at(stems, from).map(({ to }) => ({ from, to })))
  return cells.filter((_, at) => !spans.some(({ from, to }) => from <= at && at < to))
}

/** No question shares a word. */
export const nothing: Nearest = { near: 0, terms: new Set() }

/** The nearest of each key; `weightOf` is how much a term of theirs weighs. */
function searchable(
  all: readonly Asked[],
  weightOf: (term: string) => number,
): (places: readonly Place[]) => (key: string) => Nearest {
  const byTerm = new Map<string, number[]>()
  const byKey = new Map<string, number[]>()
  const addTo = (lists: Map<string, number[]>, key: string, nth: number): void => {
    const list = lists.get(key)
    if (list) list.push(nth)
    else lists.set(key, [nth])
  }
  for (const [nth, { key, terms }] of all.entries()) {
    addTo(byKey, key, nth)
    for (const term of terms) addTo(byTerm, term, nth)
  }
  const weights = Float64Array.from(all, ({ terms }) => [...terms].reduce((sum, term) => sum + weightOf(term), 0))
  // Of every question, of which there are thousands: what of the one that is asked it shares, the weight of its own words in that, and the last place that it shares, counted from 1.
  // Kept from one to the next: new ones each time would have the garbage collected in the middle of an answer.
  const shared = new Float32Array(all.length)
  const met = new Float32Array(all.length)
  const lastPlace = new Uint8Array(all.length)
  let turn = 0
  return places => {
    const mine = ++turn
    const total = places.reduce((sum, { weight }) => sum + weight, 0)
    for (const figures of [shared, met, lastPlace]) figures.fill(0)
    const counted = new Set<string>()
    for (const [at, { cell, alternatives, pairs, weight }] of places.entries()) {
      if (weight === 0) continue
      const isHan = cell.script === 'Han'
      for (const [nth, term] of (isHan ? pairs : alternatives).entries()) {
        const share = nth === 0 || isHan ? weight : weight * ofOther
        const its = counted.has(term) ? 0 : weightOf(term)
        counted.add(term)
        for (const question of byTerm.get(term) ?? []) {
          const isMore = lastPlace[question] !== at + 1
          // A word that stands for two of its words is one of them; a Chinese character is a part of both its pairs.
          if (isMore || isHan) met[question] = (met[question] ?? 0) + its
          if (!isMore) continue
          lastPlace[question] = at + 1
          shared[question] = (shared[question] ?? 0) + share
        }
      }
    }
    const found = new Map<string, Nearest>()
    return key => {
      if (mine !== turn) throw new Error('another question was asked since, and the figures of this one are gone')
      const before = found.get(key)
      if (before) return before
      let near = 0
      let nth = -1
      for (const question of byKey.get(key) ?? []) {
        const both = shared[question] ?? 0
        const its = both / (total + (weights[question] ?? 0) - (met[question] ?? 0))
        if (its > near) [near, nth] = [its, question]
      }
      const nearest = near === 0 ? nothing : { near, terms: all[nth]?.terms ?? nothing.terms }
      found.set(key, nearest)
      return nearest
    }
  }
}
