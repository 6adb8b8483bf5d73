/** All that a question in one language is compared with, made ready once. */
import MiniSearch from 'minisearch'
import { inLanguage } from '../language.ts'
import type { Asking, Kind, Knowledge, QuestionWord, Sector, Stage } from '../model.ts'
import { withoutRussianEnding } from '../russian-endings.ts'
import { type AskedQuestions, indexAsked } from './asked-questions.ts'
import { type Cell, cellsOf } from './cells.ts'
import type { Cue } from './cue.ts'
import { type Cut, cut, type ReadBy, type StatementWords, wholeOf, wordsOf } from './statement-words.ts'
import { stemsOf, termsOf, withoutSmall } from './terms.ts'
import { createTrie, type Trie } from './trie.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

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
  readonly asked: AskedQuestions
  /** For how many questions a statement is the answer: the mean of the natural logarithms of one more. */
  readonly usuallyAsked: number
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

export function indexLanguage(
  knowledge: Knowledge,
  language: string,
  asking: Asking,
  names: Trie<string>,
  small: ReadonlySet<string>,
): LanguageIndex {
  const sameGroups = createTrie<number>()
  for (const [group, words] of asking.same.entries())
    for (const word of words) sameGroups.add(stemsOf(cellsOf(word), small), group)
  const by: ReadBy = {
    knowledge,
    names,
    small,
    answers: propertyAnswers(asking),
    because: asking.because.map(phrase => wholeOf(cellsOf(phrase))),
    sameGroups,
  }
  const statements = new Map<string, StatementWords>()
  const questions = new Map<string, Cut['questions']>()
  const vocabulary = createVocabulary()
  const frequency = new Map<string, number>()
  for (const entity of knowledge.entities.values()) {
    for (const spelling of [inLanguage(entity.name, language).text, entity.name.en, ...entity.aliases])
      vocabulary.add(cellsOf(spelling), 'name')
    for (const statement of entity.statements) {
      const said = cut(knowledge, language, statement)
      const words = wordsOf(statement, entity, said, by)
      questions.set(statement.id, said.questions)
      statements.set(statement.id, words)
      for (const term of new Set([...words.terms, ...words.asked])) frequency.set(term, (frequency.get(term) ?? 0) + 1)
      for (const cells of [...said.texts, ...said.questions]) vocabulary.add(cells, 'text')
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
  const search = new MiniSearch<{ id: string; terms: string }>({
    fields: ['terms'],
    tokenize: terms => terms.split(' '),
    processTerm: term => term,
  })
  search.addAll(
    [...statements.values()].map(({ statement, terms, asked }) => ({
      id: statement.id,
      terms: [...terms, ...asked].join(' '),
    })),
  )
  const usuallyAsked =
    [...statements.values()].reduce((sum, { askedOften }) => sum + Math.log(1 + askedOften), 0) /
    Math.max(1, statements.size)
  const rarest = Math.log(1 + statements.size)
  const rarity = (term: string): number =>
    Math.max(0.25, Math.log(1 + statements.size / (1 + (frequency.get(term) ?? 0))) / rarest)
  const phrases = (list: readonly string[]): readonly (readonly Cell[])[] =>
    list.map(phrase => withoutSmall(cellsOf(phrase), small))
  const weightless = new Set(
    phrases(asking.filler).flatMap(cells => (cells.length === 1 ? cells.map(({ stem }) => stem) : [])),
  )
  const frames = new Set(
    phrases(questionFrames.flatMap(word => asking.questions[word] ?? [])).flatMap(cells =>
      cells.length === 1 || cells.every(({ script }) => script === 'Han') ? termsOf(cells) : [],
    ),
  )
  return {
    language,
    asking,
    asked: indexAsked(knowledge, language, questions, names, small, weightless, frames, rarity),
    usuallyAsked,
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
    search: terms => {
      const postings = (term: string): number => frequency.get(term) ?? 0
      let left = mostPostings
      const affordable = terms
        .toSorted((a, b) => postings(a) - postings(b))
        .filter(term => {
          left -= postings(term)
          return left >= 0
        })
      const found = search.search(affordable.join(' '), { combineWith: 'OR' })
      return new Map(found.map(({ id, score }) => [id as string, score]))
    },
  }
}

/** Of a long question the words that stand all over the dataset add nothing but time. */
const mostPostings = 1700

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
    'third',
    'total',
    'or',
    'before',
    'after',
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

/** Which kinds of answer a property gives, whatever its value: those whose question words stand among the phrases that ask for it. */
function propertyAnswers({ questions, properties }: Asking): ReadonlyMap<string, ReadonlySet<QuestionWord>> {
  const typed = (phrase: string): string =>
    cellsOf(phrase)
      .map(({ word }) => word)
      .join(' ')
  const words = (['when', 'where', 'who', 'number', 'why'] as const).map(word => ({
    word,
    phrases: (questions[word] ?? []).map(phrase => ` ${typed(phrase)} `),
  }))
  return new Map(
    [...properties].map(([id, { asked }]) => {
      const text = ` ${asked.map(typed).join(' | ')} `
      const found = words.filter(({ phrases }) => phrases.some(phrase => text.includes(phrase)))
      return [id, new Set(found.map(({ word }) => word))]
    }),
  )
}
