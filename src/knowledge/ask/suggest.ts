/** The questions that the dataset itself has: a property's question about each entity that holds it. Suggests them as somebody types, and knows them when they come back. */
import { fold } from '../fold.ts'
import { inLanguage } from '../language.ts'
import { findEntities, type Tier } from '../lookup.ts'
import type { Entity, Knowledge, Property } from '../model.ts'
import { hasHan, type NameIndex } from '../name-index.ts'
import type { AskIndex } from './ask-index.ts'
import { type Cell, cellsOf } from './cells.ts'
import { stemsOf, termsOf } from './terms.ts'

export interface HeldQuestion {
  readonly text: string
  readonly entity: Entity
  readonly property: Property
}

/** Discord's limit of a suggestion: what is longer could not come back whole. */
const longestQuestion = 100

/** “What else is worth knowing” is a question only where there is no better one. */
const vague: ReadonlySet<string> = new Set(['remark', 'significance'])

interface Held {
  readonly questions: readonly HeldQuestion[]
  readonly byText: ReadonlyMap<string, HeldQuestion>
  readonly terms: Terms
  /** Stems that names are compared without. */
  readonly small: ReadonlySet<string>
}

/** The words of names and of properties, and how much each says: the fewer share it, the more. */
interface Terms {
  readonly entities: Weighted
  readonly properties: Weighted
  /** Of properties only their names and questions. */
  readonly called: Weighted
}

interface Weighted {
  readonly owners: ReadonlyMap<string, readonly string[]>
  readonly weight: (term: string) => number
}

const made = new WeakMap<Knowledge, Map<string, Held>>()

export function questionsIn(knowledge: Knowledge, language: string): readonly HeldQuestion[] {
  return heldIn(knowledge, language).questions
}

/** The question that the text is, letter by letter but for case and punctuation, in any language that questions are understood in. */
export function askedExactly(
  knowledge: Knowledge,
  text: string,
): { readonly question: HeldQuestion; readonly language: string } | undefined {
  const key = fold(text)
  for (const language of languagesOf(knowledge)) {
    const question = heldIn(knowledge, language).byText.get(key)
    if (question) return { question, language }
  }
  return undefined
}

const languagesOf = ({ asking }: Knowledge): ReadonlySet<string> => new Set(['en', ...asking.keys()])

/** Best first; a varied dozen where nothing is typed. */
export function suggestQuestions(
  ask: AskIndex,
  names: NameIndex,
  typed: string,
  language: string,
  limit: number,
): readonly string[] {
  const { knowledge } = ask
  const held = heldIn(knowledge, languagesOf(knowledge).has(language) ? language : 'en')
  const text = typed.slice(0, longestTyped)
  const words = cellsOf(text)
  if (words.length === 0) return varied(held.questions).slice(0, limit)
  const properties = scoreTerms(words, held.terms.properties)
  // What it is called says more than all the ways to ask for it.
  for (const [id, score] of scoreTerms(words, held.terms.called)) properties.set(id, (properties.get(id) ?? 0) + score)
  const entities = scoreTerms(words, held.terms.entities)
  const last = words.at(-1)?.stem ?? ''
  const isAsking = words.length > 1 && held.terms.properties.owners.has(last)
  const named = namedIn(ask, words, held.small)
  const begun = isAsking ? new Map<string, number>() : begunIn(names, text, language)
  for (const id of new Set([...named.keys(), ...begun.keys()]))
    entities.set(id, (entities.get(id) ?? 0) + Math.max(named.get(id) ?? 0, begun.get(id) ?? 0))
  // “capital” alone is a property before it is a word of a city's other name.
  const isProperty = termsOf(words).length === 1 && properties.size > 0
  const entityShare = isProperty ? propertysWords : 1
  const scored = held.questions.flatMap(question => {
    const entity = (entities.get(question.entity.id) ?? 0) * entityShare
    const property = (properties.get(question.property.id) ?? 0) * whatIsAsked
    return entity + property === 0
      ? []
      : [{ question, score: entity + property + (entity > 0 && property > 0 ? entityShare : 0) }]
  })
  const ranked = scored.toSorted((one, other) => other.score - one.score)
  const least = (ranked[0]?.score ?? 0) * leastShare
  return ranked
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ question }) => question.text)
}

const longestTyped = 300
/** Of the best score: what is further behind was not meant. */
const leastShare = 0.3
const propertysWords = 0.2
/** Many words are of names, few of what is asked of them. */
const whatIsAsked = 1.5

function heldIn(knowledge: Knowledge, language: string): Held {
  const languages = made.get(knowledge) ?? new Map<string, Held>()
  made.set(knowledge, languages)
  const held = languages.get(language) ?? gather(knowledge, language)
  languages.set(language, held)
  return held
}

function gather(knowledge: Knowledge, language: string): Held {
  const byText = new Map<string, HeldQuestion>()
  for (const entity of knowledge.entities.values()) {
    const all = [...new Set(entity.statements.map(({ property }) => property))]
    const telling = all.filter(({ id }) => !vague.has(id))
    for (const property of telling.length > 0 ? telling : all) {
      const text = questionOf(entity, property, language)
      const key = fold(text)
      if (text.length <= longestQuestion && !byText.has(key)) byText.set(key, { text, entity, property })
    }
  }
  const small = [...knowledge.asking.values()].flatMap(asking => asking.small)
  return {
    questions: [...byText.values()],
    byText,
    terms: termsIn(knowledge, language),
    small: new Set(small.flatMap(word => cellsOf(word).map(({ stem }) => stem))),
  }
}

export const questionOf = (entity: Entity, property: Property, language: string): string =>
  inLanguage(property.question, language).text.replaceAll('{entity}', inLanguage(entity.name, language).text)

/** Of properties the words in every language: who reads English may type Russian. */
function termsIn({ entities, properties, asking }: Knowledge, language: string): Terms {
  const asked = asking.get(language)?.properties
  const called = [...properties.values()].map(
    ({ id, name, question }) =>
      [
        id,
        [
          name.en,
          ...name.other.values(),
          ...[question.en, ...question.other.values()].map(text => text.replaceAll('{entity}', ' ')),
        ],
      ] as const,
  )
  return {
    entities: weighted(
      [...entities.values()].map(({ id, name, aliases }) => [id, [name.en, ...name.other.values(), ...aliases]]),
    ),
    called: weighted(called),
    properties: weighted(called.map(([id, texts]) => [id, [...texts, ...(asked?.get(id)?.asked ?? [])]])),
  }
}

function weighted(texts: readonly (readonly [string, readonly string[]])[]): Weighted {
  const owners = new Map<string, string[]>()
  for (const [id, spellings] of texts) {
    for (const term of new Set(spellings.flatMap(spelling => termsOf(cellsOf(spelling))))) {
      const known = owners.get(term)
      if (known) known.push(id)
      else owners.set(term, [id])
    }
  }
  const rarest = Math.log(1 + texts.length)
  return { owners, weight: term => Math.log(1 + texts.length / (owners.get(term)?.length ?? 1)) / rarest }
}

/** What a word that is still being typed is worth, of a whole one. */
const ofBegun = 0.7
const shortestBegun = 2

function scoreTerms(cells: readonly Cell[], { owners, weight }: Weighted): Map<string, number> {
  const scores = new Map<string, number>()
  const credit = (term: string, share: number): void => {
    for (const id of owners.get(term) ?? []) scores.set(id, (scores.get(id) ?? 0) + weight(term) * share)
  }
  for (const term of new Set(termsOf(cells))) credit(term, 1)
  const last = cells.at(-1)
  if (last && last.script !== 'Han' && last.word.length >= shortestBegun && !owners.has(last.stem)) {
    const best = new Map<string, number>()
    for (const [term, ids] of owners) {
      if (!term.startsWith(last.word)) continue
      for (const id of ids) best.set(id, Math.max(best.get(id) ?? 0, weight(term) * ofBegun))
    }
    for (const [id, score] of best) scores.set(id, (scores.get(id) ?? 0) + score)
  }
  return scores
}

const worthOf: Readonly<Record<Tier, number>> = { exact: 3, prefix: 2.5, alias: 2, fuzzy: 1.2 }
/** A whole name anywhere in the text, and what the last words may begin. */
const wholeName = 3
const lastWords = 0.7
const mostNames = 10
/** Words in which most names are said. */
const mostWhole = 3

/** Whole names anywhere in the text; the longer the surer. */
function namedIn({ names }: AskIndex, cells: readonly Cell[], small: ReadonlySet<string>): ReadonlyMap<string, number> {
  const stems = stemsOf(cells, small).map(stem => [stem])
  const found = new Map<string, number>()
  for (const [at] of stems.entries()) {
    for (const { what, to } of names.at(stems, at))
      found.set(what, Math.max(found.get(what) ?? 0, wholeName + (to - at) / 10))
  }
  return found
}

/** Names that are half typed or have a slip: what all of the text begins where it is short, else what its end does. */
function begunIn(names: NameIndex, typed: string, language: string): ReadonlyMap<string, number> {
  const words = typed.trim().split(/\s+/)
  for (const count of words.length <= mostWhole ? [words.length, 1] : [2, 1]) {
    const text = words.slice(-count).join(' ')
    const key = fold(text)
    if (key.length < shortestBegun && !hasHan(key)) continue
    const share = count === words.length ? 1 : lastWords
    const matches = findEntities(names, text, { language, limit: mostNames })
    if (matches.length > 0)
      return new Map(matches.map(({ entity, tier }, rank) => [entity.id, (worthOf[tier] - rank / 50) * share]))
    if (words.length === 1) break
  }
  return new Map()
}

const dozen = 12

/** One of each kind of entity after another, no property and no entity twice. */
function varied(questions: readonly HeldQuestion[]): readonly string[] {
  const byKind = [...Map.groupBy(questions, ({ entity }) => entity.kind).values()].map(each => [...each])
  const chosen: HeldQuestion[] = []
  const seen = new Set<Entity | Property>()
  while (chosen.length < dozen) {
    const before = chosen.length
    for (const ofKind of byKind) {
      const next = ofKind.find(
        ({ entity, property }) => property.id !== 'about' && !seen.has(entity) && !seen.has(property),
      )
      if (!next || chosen.length === dozen) continue
      seen.add(next.entity).add(next.property)
      chosen.push(next)
    }
    if (chosen.length === before) break
  }
  return chosen.map(({ text }) => text)
}
