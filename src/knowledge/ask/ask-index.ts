/** All that questions are compared with, made ready once: names, words that ask for properties, and the words of every statement. */
import MiniSearch from 'minisearch'
import { accountsOf } from '../accounts.ts'
import { inLanguage } from '../language.ts'
import type {
  Account,
  Asking,
  Entity,
  Kind,
  Knowledge,
  QuestionWord,
  Script,
  Sector,
  Stage,
  Statement,
} from '../model.ts'
import { datesOf, entitiesNamedBy } from '../relations.ts'
import { withoutRussianEnding } from '../russian-endings.ts'
import { type Cell, cellsOf } from './cells.ts'
import { createTrie, type Trie } from './trie.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** What a phrase of `src/data/asking` says when it stands in a question. */
export type Cue =
  | { readonly says: 'property'; readonly property: string; readonly role: 'asked' | 'most' | 'least' }
  | { readonly says: 'kind'; readonly kind: Kind }
  | { readonly says: 'sector'; readonly sector: Sector }
  | { readonly says: 'stage'; readonly stage: Stage }
  | { readonly says: 'group'; readonly entities: readonly string[] }
  | { readonly says: Mark }

export type Mark =
  | QuestionWord
  | 'small'
  | 'filler'
  | 'count'
  | 'list'
  | 'difference'
  | 'negation'
  | 'future'
  | 'says'
  | 'must'
  | 'compare'
  | 'most'
  | 'least'
  | 'second'
  | 'opinion'
  | 'opinionStart'
  | 'bait'

export interface AskIndex {
  readonly knowledge: Knowledge
  /** Ids of entities under all their names, in every script. */
  readonly names: Trie<string>
  /** The stems of all of an entity's names together, and the years of its dates. */
  readonly nameWords: ReadonlyMap<string, ReadonlySet<string>>
  /** What is left of a name without the words of its kind: “first” of “first summit”. */
  readonly shortNames: Trie<{ readonly entity: string }>
  /** Countries by their capitals. */
  readonly capitals: ReadonlyMap<string, string>
  /** Stems that stand in the names of few entities, with those. */
  readonly rareNameWords: ReadonlyMap<string, readonly string[]>
  /** Made when a question in the language comes first, because each costs a tenth of a second. */
  readonly of: (language: string) => LanguageIndex
  readonly languages: readonly string[]
  readonly languageOfScript: (script: Script) => string | undefined
}

export interface LanguageIndex {
  readonly language: string
  readonly asking: Asking
  readonly cues: Trie<Cue>
  /** Of fillers whose stem other phrases or names have as well: the words that are fillers, by the stem. */
  readonly exactFillers: ReadonlyMap<string, ReadonlySet<string>>
  /** Stems of words that are left out of names, phrases and questions. */
  readonly small: ReadonlySet<string>
  /** Words that stand for a word. */
  readonly same: ReadonlyMap<string, readonly string[]>
  /** Other stems of the same word. */
  readonly byCase: ReadonlyMap<string, readonly string[]>
  /** Words and phrases that stand for each other, by the number of their group. */
  readonly sameGroups: Trie<number>
  /** The terms of a group, to search for. */
  readonly groupTerms: readonly (readonly string[])[]
  readonly statements: ReadonlyMap<string, StatementWords>
  /** Questions that people ask, by the statement that answers them. */
  readonly askedBy: ReadonlyMap<string, readonly AskedBy[]>
  /** The stems of the properties’ own names, in the language and in English. */
  readonly propertyNames: ReadonlyMap<string, ReadonlySet<string>>
  /** The stems of the phrases that ask for each property, of those that few others are asked for by. */
  readonly propertyWords: ReadonlyMap<string, ReadonlySet<string>>
  /** From 0.25 (in every other statement) to 1 (in hardly one, or none). */
  readonly rarity: (term: string) => number
  /** In no statement of the dataset. */
  readonly isUnknown: (stem: string) => boolean
  readonly vocabulary: Vocabulary
  readonly search: (terms: readonly string[]) => ReadonlyMap<string, number>
}

/** A question that people ask: its words, and how much they weigh together. */
export interface AskedBy {
  readonly terms: ReadonlySet<string>
  readonly weight: number
}

export interface StatementWords {
  readonly statement: Statement
  readonly entity: Entity
  /** Stems, and pairs of neighbouring Chinese characters. */
  readonly terms: ReadonlySet<string>
  /** Words of the questions that people type for it. */
  readonly asked: ReadonlySet<string>
  /** Of words that stand for each other the groups of which one stands in it. */
  readonly groups: ReadonlySet<number>
  /** Entities that are its value, on any side. */
  readonly values: ReadonlySet<string>
  /** For a view: in which years its sources published it. */
  readonly said: ReadonlySet<string>
  /** Entities that other statements of its entity name: a project's countries, whoever put an initiative forward. */
  readonly near: ReadonlySet<string>
  /** The kinds of its entity, its values and those named. */
  readonly kinds: ReadonlySet<Kind>
  /** Entities whose names stand in its text. */
  readonly named: ReadonlySet<string>
  readonly speaker?: string
  readonly years: ReadonlySet<string>
  /** Which kinds of answer stand in its text. */
  readonly gives: ReadonlySet<QuestionWord>
  /** Which kinds of answer its value is. */
  readonly isValue: ReadonlySet<QuestionWord>
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
    names,
    nameWords,
    shortNames,
    rareNameWords: rareWords(nameWords),
    capitals: capitalsOf(knowledge),
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

/** A word that more names share says of none that it is meant. */
const mostSharing = 2

function rareWords(nameWords: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const [id, words] of nameWords) for (const word of words) found.set(word, [...(found.get(word) ?? []), id])
  return new Map([...found].filter(([, ids]) => ids.length <= mostSharing))
}

const isDated = ({ kind }: Entity): boolean => kind === 'summit' || kind === 'event' || kind === 'document'

/** What is compared of a name or phrase: its stems without small words, or all of them where it has only such. */
export function stemsOf(cells: readonly Cell[], small: ReadonlySet<string>): readonly string[] {
  return withoutSmall(cells, small).map(({ stem }) => stem)
}

export function withoutSmall(cells: readonly Cell[], small: ReadonlySet<string>): readonly Cell[] {
  const isLatin = cells.every(({ script }) => script === 'Latin' || script === undefined)
  // The letter of 'A线' is no English article.
  const kept = cells.filter(
    ({ stem, word, script }) => !small.has(stem) || (!isLatin && script === 'Latin' && word.length === 1),
  )
  return kept.length > 0 ? kept : cells
}

/** Stems, and for Chinese, whose single characters say little, each two neighbours together. */
export function termsOf(cells: readonly Cell[]): readonly string[] {
  return cells.flatMap(({ stem, script }, at) => {
    if (script !== 'Han') return [stem]
    const next = cells[at + 1]
    return next?.script === 'Han' ? [stem + next.stem] : []
  })
}

function indexLanguage(
  knowledge: Knowledge,
  language: string,
  asking: Asking,
  names: Trie<string>,
  small: ReadonlySet<string>,
): LanguageIndex {
  const answers = propertyAnswers(asking)
  const sameGroups = createTrie<number>()
  for (const [group, words] of asking.same.entries())
    for (const word of words) sameGroups.add(stemsOf(cellsOf(word), small), group)
  const statements = new Map<string, StatementWords>()
  const vocabulary = createVocabulary()
  const frequency = new Map<string, number>()
  for (const entity of knowledge.entities.values()) {
    for (const spelling of [inLanguage(entity.name, language).text, entity.name.en, ...entity.aliases])
      vocabulary.add(cellsOf(spelling), 'name')
    for (const statement of entity.statements) {
      const words = wordsOf(statement, entity, knowledge, language, names, small, answers, asking.because, sameGroups)
      statements.set(statement.id, words)
      for (const term of new Set([...words.terms, ...words.asked])) frequency.set(term, (frequency.get(term) ?? 0) + 1)
      for (const text of [...textsOf(statement, language), ...questionsOf(knowledge, language, statement.id)])
        vocabulary.add(cellsOf(text), 'text')
    }
  }
  const propertyNames = new Map(
    [...knowledge.properties.values()].map(({ id, name }) => [
      id,
      new Set(termsOf(cellsOf(inLanguage(name, language).text))),
    ]),
  )
  const cues = createTrie<Cue>()
  for (const [phrase, cue] of cuesOf(asking)) {
    const cells = cellsOf(phrase)
    cues.add(stemsOf(cells, small), cue)
    vocabulary.add(cells, cue.says === 'property' || cue.says === 'kind' || cue.says === 'sector' ? 'cue' : 'common')
  }
  const search = new MiniSearch<{ id: string; terms: string; asked: string }>({
    fields: ['terms', 'asked'],
    tokenize: terms => terms.split(' '),
    processTerm: term => term,
  })
  search.addAll(
    [...statements.values()].map(({ statement, terms, asked }) => ({
      id: statement.id,
      terms: [...terms].join(' '),
      asked: [...asked].join(' '),
    })),
  )
  const rarest = Math.log(1 + statements.size)
  const rarity = (term: string): number =>
    Math.max(0.25, Math.log(1 + statements.size / (1 + (frequency.get(term) ?? 0))) / rarest)
  const weightless = new Set(
    [...asking.filler, ...questionFrames.flatMap(word => asking.questions[word] ?? [])]
      .map(phrase => stemsOf(cellsOf(phrase), small))
      .flatMap(stems => (stems.length === 1 ? stems : [])),
  )
  const askedBy = new Map(
    [...statements.keys()].map(id => [
      id,
      questionsOf(knowledge, language, id).map((question): AskedBy => {
        const terms = termsOf(withoutSmall(cellsOf(question), small)).filter(term => !weightless.has(term))
        return { terms: new Set(terms), weight: terms.reduce((sum, term) => sum + rarity(term), 0) }
      }),
    ]),
  )
  return {
    language,
    asking,
    askedBy,
    cues,
    exactFillers: exactFillers(asking, knowledge, small),
    small,
    same: sameStems(asking),
    byCase: stemsByCase(knowledge),
    sameGroups,
    groupTerms: asking.same.map(words => [...new Set(words.flatMap(word => termsOf(cellsOf(word))))]),
    statements,
    propertyNames,
    propertyWords: propertyWordsOf(asking, small),
    rarity,
    isUnknown: stem => !frequency.has(stem),
    vocabulary,
    search: terms =>
      new Map(search.search(terms.join(' '), { combineWith: 'OR' }).map(({ id, score }) => [id as string, score])),
  }
}

/** “Official” is a filler and an officer none, though their stem is one: such fillers are taken by the letter. */
function exactFillers(
  asking: Asking,
  { entities }: Knowledge,
  small: ReadonlySet<string>,
): LanguageIndex['exactFillers'] {
  const single = (phrases: Iterable<string>): readonly Cell[] =>
    [...phrases].flatMap(phrase => {
      const cells = withoutSmall(cellsOf(phrase), small)
      return cells.length === 1 ? cells : []
    })
  const fillers = Map.groupBy(single(asking.filler), ({ stem }) => stem)
  const others = [
    ...single([...asking.properties.values()].flatMap(({ asked, most, least }) => [...asked, ...most, ...least])),
    ...single(asking.same.flat()),
    ...[...entities.values()].flatMap(({ name, aliases }) =>
      [name.en, ...name.other.values(), ...aliases].flatMap(cellsOf),
    ),
  ]
  const shared = others.filter(({ word, stem }) => fillers.get(stem)?.every(filler => filler.word !== word))
  return new Map(shared.map(({ stem }) => [stem, new Set(fillers.get(stem)?.map(({ word }) => word))]))
}

const questionsOf = ({ asked }: Knowledge, language: string, statement: string): readonly string[] =>
  asked.get(language)?.get(statement) ?? []

const questionFrames = ['when', 'where', 'who', 'number', 'why'] as const

/** A word by which more properties than these are asked for says of none that it is meant. */
const mostAskedBy = 6

function propertyWordsOf(
  { properties, filler }: Asking,
  small: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const weightless = new Set(filler.flatMap(phrase => termsOf(cellsOf(phrase))))
  const words = [...properties].map(
    ([id, { asked }]) =>
      [
        id,
        new Set(
          asked.flatMap(phrase => termsOf(cellsOf(phrase))).filter(term => !weightless.has(term) && !small.has(term)),
        ),
      ] as const,
  )
  const owners = new Map<string, number>()
  for (const [, terms] of words) for (const term of terms) owners.set(term, (owners.get(term) ?? 0) + 1)
  return new Map(
    words.map(([id, terms]) => [id, new Set([...terms].filter(term => (owners.get(term) ?? 0) <= mostAskedBy))]),
  )
}

function* cuesOf(asking: Asking): Iterable<readonly [string, Cue]> {
  for (const [property, words] of asking.properties) {
    for (const role of ['asked', 'most', 'least'] as const)
      for (const phrase of words[role]) yield [phrase, { says: 'property', property, role }]
  }
  for (const [kind, phrases] of Object.entries(asking.kinds))
    for (const phrase of phrases) yield [phrase, { says: 'kind', kind: kind as Kind }]
  for (const [sector, phrases] of Object.entries(asking.sectors))
    for (const phrase of phrases) yield [phrase, { says: 'sector', sector: sector as Sector }]
  for (const [stage, phrases] of Object.entries(asking.stages))
    for (const phrase of phrases) yield [phrase, { says: 'stage', stage: stage as Stage }]
  for (const { words, entities } of asking.groups)
    for (const phrase of words) yield [phrase, { says: 'group', entities }]
  for (const [word, phrases] of Object.entries(asking.questions))
    for (const phrase of phrases) yield [phrase, { says: word as QuestionWord }]
  const marks = [
    'small',
    'filler',
    'count',
    'list',
    'difference',
    'negation',
    'future',
    'says',
    'must',
    'compare',
    'most',
    'least',
    'second',
    'opinion',
    'opinionStart',
    'bait',
  ] as const
  for (const mark of marks) for (const phrase of asking[mark]) yield [phrase, { says: mark }]
}

type Others = ReadonlyMap<string, readonly string[]>

/** Of each stem the others that are in a group with it. */
function othersIn(groups: Iterable<readonly string[]>): Others {
  const found = new Map<string, readonly string[]>()
  for (const stems of groups) {
    for (const stem of stems) {
      const others = [...(found.get(stem) ?? []), ...stems].filter(other => other !== stem)
      found.set(stem, [...new Set(others)])
    }
  }
  return found
}

/** Single words only: what a phrase of several means is its own. */
const sameStems = ({ same }: Asking): Others =>
  othersIn(
    same.map(words => words.map(cellsOf).flatMap(cells => (cells.length === 1 ? cells.map(({ stem }) => stem) : []))),
  )

/** The stemmer takes some Russian nouns for verbs in one case and not in another: Астан-а, Аста-на. */
function stemsByCase({ entities }: Knowledge): Others {
  const names = [...entities.values()].flatMap(({ name, aliases }) => [...name.other.values(), ...aliases])
  const cells = names.flatMap(cellsOf).filter(({ script }) => script === 'Cyrillic')
  const pairs = cells.map(({ word, stem }) => [stem, withoutRussianEnding(word)] as const)
  return othersIn(pairs.filter(([stem, other]) => other !== stem && other.startsWith(stem)))
}

function textsOf(statement: Statement, language: string): readonly string[] {
  return accountsOf(statement).flatMap(({ text, value }: Account) => [
    inLanguage(text, language).text,
    ...(value.type === 'text' ? [inLanguage(value.text, language).text] : []),
    ...(value.type === 'texts' ? inLanguage(value.texts, language).text : []),
  ])
}

function wordsOf(
  statement: Statement,
  entity: Entity,
  knowledge: Knowledge,
  language: string,
  names: Trie<string>,
  small: ReadonlySet<string>,
  answers: ReadonlyMap<string, ReadonlySet<QuestionWord>>,
  because: readonly string[],
  sameGroups: Trie<number>,
): StatementWords {
  const cells = textsOf(statement, language).map(cellsOf)
  const terms = new Set(cells.flatMap(termsOf))
  const asked = new Set(questionsOf(knowledge, language, statement.id).flatMap(question => termsOf(cellsOf(question))))
  const groups = new Set(
    cells.flatMap(each => {
      const stems = stemsOf(each, small).map(stem => [stem])
      return stems.flatMap((_, at) => sameGroups.at(stems, at).map(({ what }) => what))
    }),
  )
  const values = new Set(entitiesNamedBy(statement))
  const named = new Set(cells.flatMap(text => entitiesIn(text, names, small)))
  // Countries name their neighbours and friends: that says nothing of another statement.
  const near = new Set(entity.kind === 'country' ? [] : entity.statements.flatMap(entitiesNamedBy))
  const dates = accountsOf(statement).flatMap(({ value }) => (value.type === 'date' ? [value.date.from] : []))
  const years = new Set(
    [...cells.flat().map(({ word }) => word), ...dates.map(date => date.slice(0, 4))].filter(word => isYear(word)),
  )
  const kindsNamed = new Set(
    [...values, ...named].filter(id => id !== entity.id).map(id => knowledge.entities.get(id)?.kind),
  )
  const { property } = statement
  const gives = new Set<QuestionWord>(answers.get(property.id))
  if (property.type === 'date' || years.size > 0 || statement.since !== undefined) gives.add('when')
  if (property.type === 'number' || accountsOf(statement).some(({ text }) => hasNumber(text.en))) gives.add('number')
  if (entity.kind === 'person' || statement.standing === 'viewpoint') gives.add('who')
  const countries = [...named].filter(id => knowledge.entities.get(id)?.kind === 'country').length
  // One country is named in passing, several are those who do it.
  if (countries >= severalCountries) gives.add('who')
  if (values.size > 0 || kindsNamed.has('person') || kindsNamed.has('organisation')) gives.add('who')
  if (kindsNamed.has('place') || kindsNamed.has('country')) gives.add('where')
  const whole = (each: readonly Cell[]): string => each.map(({ stem }) => stem).join(' ')
  const phrases = because.map(phrase => whole(cellsOf(phrase)))
  const text = ` ${cells.map(whole).join(' | ')} `
  if (phrases.some(phrase => text.includes(` ${phrase} `))) gives.add('why')
  const said = new Set(
    statement.standing === 'viewpoint'
      ? statement.view.claim.citations.flatMap(({ source }) => source.date?.slice(0, 4) ?? [])
      : [],
  )
  const isValue = new Set<QuestionWord>()
  const kindsOfValue = new Set([...values].map(id => knowledge.entities.get(id)?.kind))
  if (property.type === 'date') isValue.add('when')
  if (property.type === 'number') isValue.add('number')
  if (kindsOfValue.has('person') || kindsOfValue.has('organisation')) isValue.add('who')
  if (kindsOfValue.has('place')) isValue.add('where')
  if (property.type === 'text' && !property.many) for (const word of answers.get(property.id) ?? []) isValue.add(word)
  const speaker = statement.standing === 'viewpoint' ? statement.view.speaker : undefined
  return {
    statement,
    entity,
    terms,
    asked,
    groups,
    values,
    near,
    kinds: new Set([entity.kind, ...[...values, ...named].flatMap(id => knowledge.entities.get(id)?.kind ?? [])]),
    named,
    ...(speaker === undefined ? {} : { speaker }),
    years,
    said,
    gives,
    isValue,
  }
}

const dates =
  /\b\d{1,2}(?:[-–]\d{1,2}| and \d{1,2})? (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b/g
const numberWords = /\b(?:three|four|seven|eight|nine|ten|eleven|twelve|hundred|half)\b/

/** A number that is no date; in English, as every statement has it. */
const hasNumber = (text: string): boolean => {
  const rest = text.replaceAll(dates, '')
  return /\d/.test(rest) || numberWords.test(rest)
}

/** Which kinds of answer a property gives, whatever its value: those whose question words stand among the phrases that ask for it. */
function propertyAnswers({ questions, properties }: Asking): ReadonlyMap<string, ReadonlySet<QuestionWord>> {
  const words = (['when', 'where', 'who', 'number'] as const).map(word => ({
    word,
    phrases: (questions[word] ?? []).map(phrase =>
      cellsOf(phrase)
        .map(cell => cell.word)
        .join(' '),
    ),
  }))
  return new Map(
    [...properties].map(([id, { asked }]) => {
      const texts = asked.map(
        phrase =>
          ` ${cellsOf(phrase)
            .map(cell => cell.word)
            .join(' ')} `,
      )
      const found = words.filter(({ phrases }) =>
        phrases.some(phrase => texts.some(text => text.includes(` ${phrase} `))),
      )
      return [id, new Set(found.map(({ word }) => word))]
    }),
  )
}

const severalCountries = 3

export const isYear = (word: string): boolean => /^(?:1[89]|20)\d\d$/.test(word)

/** The entities named in a text, the longest name at each place. */
function entitiesIn(cells: readonly Cell[], names: Trie<string>, small: ReadonlySet<string>): readonly string[] {
  const stems = stemsOf(cells, small).map(stem => [stem])
  const found: string[] = []
  for (let at = 0; at < stems.length; ) {
    const here = names.at(stems, at)
    const longest = Math.max(at + 1, ...here.map(({ to }) => to))
    found.push(...here.filter(({ to }) => to === longest).map(({ what }) => what))
    at = longest
  }
  return found
}
