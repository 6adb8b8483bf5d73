/** All that questions are compared with: names in every script, and what each language has ready. */
import type { Entity, Kind, Knowledge, Script } from '../model.ts'
import { datesOf, entitiesNamedBy } from '../relations.ts'
import { cellsOf } from './cells.ts'
import { indexLanguage, type LanguageIndex } from './language-index.ts'
import { stemsOf, termsOf } from './terms.ts'
import { createTrie, type Trie } from './trie.ts'

export interface AskIndex {
  readonly knowledge: Knowledge
  /** Stems of the words of every language that are left out of names. */
  readonly small: ReadonlySet<string>
  /** Ids of entities under all their names, in every script. */
  readonly names: Trie<string>
  /** The stems of all of an entity's names together, and the years of its dates. */
  readonly nameWords: ReadonlyMap<string, ReadonlySet<string>>
  /** Ids of the entities in whose names a stem stands. */
  readonly namedWith: ReadonlyMap<string, readonly string[]>
  /** What is left of a name without the words of its kind: “first” of “first summit”. */
  readonly shortNames: Trie<{ readonly entity: string }>
  /** Countries by their capitals. */
  readonly capitals: ReadonlyMap<string, string>
  /** Countries by the places that lie in them. */
  readonly countryOf: ReadonlyMap<string, string>
  /** Made when a question in the language comes first, because each costs about a second. */
  readonly of: (language: string) => LanguageIndex
  readonly languages: readonly string[]
  readonly languageOfScript: (script: Script) => string | undefined
}

export function indexForAsking(knowledge: Knowledge): AskIndex {
  const small = new Set(
    [...knowledge.asking.values()].flatMap(asking =>
      asking.small.flatMap(word => cellsOf(word).map(({ stem }) => stem)),
    ),
  )
  const names = createTrie<string>()
  const nameWords = new Map<string, ReadonlySet<string>>()
  for (const entity of knowledge.entities.values()) {
    const words = new Set<string>()
    for (const spelling of new Set([entity.name.en, ...entity.name.other.values(), ...entity.aliases])) {
      const cells = cellsOf(spelling)
      const stems = stemsOf(cells, small)
      // “Line A” is more than a line, though its letter is an article elsewhere.
      if (stems.length > 1 || cells.length === 1 || small.has(cells[0]?.stem ?? '')) names.add(stems, entity.id)
      for (const stem of termsOf(cellsOf(spelling))) if (!small.has(stem)) words.add(stem)
    }
    if (isDated(entity)) for (const { date } of datesOf(entity)) words.add(date.from.slice(0, 4))
    nameWords.set(entity.id, words)
  }

  const shortNames = createTrie<{ readonly entity: string }>()
  for (const entity of knowledge.entities.values()) {
    const ofKind = kindStems(knowledge, entity)
    for (const spelling of new Set([entity.name.en, ...entity.name.other.values(), ...entity.aliases])) {
      const stems = stemsOf(cellsOf(spelling), small)
      const kept = stems.filter(stem => !ofKind.has(stem))
      if (kept.length > 0 && kept.length < stems.length && kept.length <= 2) shortNames.add(kept, { entity: entity.id })
    }
  }

  const made = new Map<string, LanguageIndex>()
  const languages = [...knowledge.asking.keys()]
  return {
    knowledge,
    small,
    names,
    nameWords,
    shortNames,
    namedWith: invert(nameWords),
    capitals: capitalsOf(knowledge),
    countryOf: countriesOf(knowledge),
    languages,
    languageOfScript: script => languages.find(language => knowledge.asking.get(language)?.script === script),
    of(language) {
      const asking = knowledge.asking.get(language)
      if (!asking) throw new Error(`nobody has written how people ask in “${language}”`)
      const index = made.get(language) ?? indexLanguage(knowledge, language, asking, names, small)
      made.set(language, index)
      return index
    },
  }
}

/** The words of every language for what the entity is. */
function kindStems({ asking }: Knowledge, { kind, sector }: Entity): ReadonlySet<string> {
  const phrases = [...asking.values()].flatMap(({ kinds, sectors }) => [
    ...(kinds[kind] ?? []),
    ...(sector === undefined ? [] : (sectors[sector] ?? [])),
  ])
  return new Set(phrases.flatMap(phrase => cellsOf(phrase).map(({ stem }) => stem)))
}

function capitalsOf({ entities }: Knowledge): ReadonlyMap<string, string> {
  const statements = [...entities.values()].flatMap(entity => entity.statements)
  return new Map(
    statements
      .filter(({ property, until }) => property.id === 'capital' && until === undefined)
      .flatMap(statement => entitiesNamedBy(statement).map(city => [city, statement.entity] as const)),
  )
}

const countriesOf = ({ entities }: Knowledge): ReadonlyMap<string, string> =>
  new Map(
    [...entities.values()]
      .filter(({ kind }) => kind === 'place')
      .flatMap(place =>
        place.statements
          .filter(({ property }) => property.id === 'country')
          .flatMap(entitiesNamedBy)
          .map(country => [place.id, country] as const),
      ),
  )

function invert(nameWords: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [id, words] of nameWords) {
    for (const word of words) {
      const ids = found.get(word)
      if (ids) ids.push(id)
      else found.set(word, [id])
    }
  }
  return found
}

const dated: ReadonlySet<Kind> = new Set(['summit', 'event', 'document', 'principle', 'term'])
const isDated = ({ kind }: Entity): boolean => dated.has(kind)
