/** What the bot knows: entities, statements about them, and the sources that say so. Shapes only; `parse` is the one way to make them. */

export const kinds = [
  'country',
  'summit',
  'principle',
  'term',
  'project',
  'organisation',
  'person',
  'event',
  'place',
  'document',
] as const
export type Kind = (typeof kinds)[number]

export const topics = ['summits', 'mechanism', 'countries', 'relations', 'principles', 'projects', 'trade'] as const
export type Topic = (typeof topics)[number]

/** What a project is, for browsing; what exactly it is its statements say. */
export const sectors = ['railway', 'road', 'pipeline', 'energy', 'logistics', 'industry', 'city', 'education'] as const
export type Sector = (typeof sectors)[number]

/** How far a project is, for browsing; its statement `status` says it exactly, with source and date. */
export const stages = ['operating', 'extending', 'building', 'planned'] as const
export type Stage = (typeof stages)[number]

export const sourceKinds = ['official', 'agency', 'press', 'reference', 'academic'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** English always stands; a language without a text of its own falls back to it, and the reader is told (`inLanguage`). */
export interface Localised<T> {
  readonly en: T
  readonly other: ReadonlyMap<string, T>
}

/** A calendar date as precise as its source: `2023`, `2023-05` or `2023-05-18`. */
export type CalendarDate = string

export interface DateSpan {
  readonly from: CalendarDate
  /** The last day of an event of several days; absent for a single date. */
  readonly to?: CalendarDate
}

export const approximations = ['about', 'over', 'under', 'up-to'] as const
export type Approximation = (typeof approximations)[number]

export interface Quantity {
  readonly amount: number
  /** Upper end where the source gives a range; the same unit. */
  readonly upTo?: number
  readonly unit: Unit
  readonly approximation?: Approximation
}

export interface Unit {
  readonly id: string
  /** A pattern with `{n}` for the number, as in `{n} km`. */
  readonly pattern: Localised<string>
  /** Large amounts are written with words for thousands and millions (“26 billion yuan”) instead of all their digits. */
  readonly compact: boolean
}

export type Value =
  | { readonly type: 'text'; readonly text: Localised<string> }
  | { readonly type: 'texts'; readonly texts: Localised<readonly string[]> }
  | { readonly type: 'number'; readonly quantity: Quantity }
  | { readonly type: 'date'; readonly date: DateSpan }
  | { readonly type: 'entity'; readonly entity: string }
  | { readonly type: 'entities'; readonly entities: readonly string[] }
export type ValueType = Value['type']

/** A property: what a statement says of its entity. The list is closed (`src/data/properties.yaml`). */
export interface Property {
  readonly id: string
  readonly type: ValueType
  /** Kinds of entity that may carry it. */
  readonly on: readonly Kind[]
  /** For `entity` and `entities`: the kinds that the value may be. */
  readonly of: readonly Kind[]
  /** For `number`: the units allowed. A value names its unit where there are several. */
  readonly units: readonly string[]
  /** It can change, so that a statement must say as of when it holds. */
  readonly ages: boolean
  /** An entity may hold several statements of it at once (members, visits, figures by year). */
  readonly many: boolean
  /** Absent: the topic of the entity's kind. */
  readonly topic?: Topic
  readonly name: Localised<string>
  /** A question that a statement of it answers, with `{entity}` for the name of its entity. */
  readonly question: Localised<string>
}

export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher: string | null
  readonly date: CalendarDate | null
  readonly url: string | null
  /** BCP 47 tag of the language it is written in. */
  readonly language: string
  readonly kind: SourceKind
  /** Says why `url`, `publisher` or `date` is null, or what to know when reading it. */
  readonly note?: string
}

export interface Citation {
  readonly source: Source
  /** Where in the source: a paragraph, a heading, a page. */
  readonly at?: string
}

/** One version of what is held: a sentence that stands by itself, its value, and who says so. */
export interface Account {
  readonly value: Value
  readonly text: Localised<string>
  readonly citations: readonly [Citation, ...Citation[]]
}

interface StatementBase {
  /** `entity.statement`, unique in the dataset and stable over time: it is what buttons, reports and reviews keep. */
  readonly id: string
  readonly entity: string
  readonly property: Property
  readonly since?: CalendarDate
  readonly until?: CalendarDate
  /** The date of the latest knowledge that went into it. */
  readonly asOf?: CalendarDate
}

/**
 * What the dataset holds. Only settled and expected statements have a bare account; a viewpoint's account is reached together with
 * its speaker and a dispute's only as the list of its sides, so that no view can print either as a fact.
 */
export type Statement = StatementBase &
  (
    | { readonly standing: 'settled'; readonly account: Account }
    | { readonly standing: 'expected'; readonly account: Account }
    | { readonly standing: 'viewpoint'; readonly view: { readonly speaker: string; readonly claim: Account } }
    | { readonly standing: 'disputed'; readonly sides: readonly [Account, Account, ...Account[]] }
  )
export type Standing = Statement['standing']

export interface Entity {
  readonly id: string
  readonly kind: Kind
  readonly name: Localised<string>
  /** A flag or other sign that stands before the name; it never carries meaning alone. */
  readonly sign?: string
  /** Other spellings in any script, in every language's files together; only for finding, never for showing. */
  readonly aliases: readonly string[]
  /** Entities worth reading next that no statement's value names. */
  readonly related: readonly string[]
  readonly place?: { readonly latitude: number; readonly longitude: number }
  /** Of a project. */
  readonly sector?: Sector
  /** Of a project whose status the dataset holds. */
  readonly stage?: Stage
  readonly statements: readonly Statement[]
}

/** How people ask in one language: words and phrases as they type them (`src/data/asking/<language>.yaml`). */
export interface Asking {
  /** The Unicode script by which a question is taken to be in this language. */
  readonly script: Script
  /** By which two forms of a word are compared; absent: words are compared as they are. */
  readonly stemmer?: Stemmer
  /** Left out of names and phrases when they are compared. */
  readonly small: readonly string[]
  /** A question says the same with and without them. */
  readonly filler: readonly string[]
  /** What asks for a kind of answer. */
  readonly questions: Readonly<Partial<Record<QuestionWord, readonly string[]>>>
  readonly count: readonly string[]
  /** Asks for all of a kind. */
  readonly list: readonly string[]
  readonly difference: readonly string[]
  readonly negation: readonly string[]
  readonly future: readonly string[]
  /** Asks what somebody says or thinks. */
  readonly says: readonly string[]
  /** What people often ask for and the dataset hardly holds (“GDP”, “Mongolia”): no answer is one that does not speak of it. */
  readonly must: readonly string[]
  /** By which a text gives a reason. */
  readonly because: readonly string[]
  readonly compare: readonly string[]
  readonly most: readonly string[]
  readonly least: readonly string[]
  /** With those: not the first in the order but the one after it, and the one after that. */
  readonly second: readonly string[]
  readonly third: readonly string[]
  readonly total: readonly string[]
  readonly or: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly opinion: readonly string[]
  /** Asks for a judgement where it begins a question. */
  readonly opinionStart: readonly string[]
  readonly bait: readonly string[]
  readonly kinds: Readonly<Partial<Record<Kind, readonly string[]>>>
  readonly sectors: Readonly<Partial<Record<Sector, readonly string[]>>>
  readonly stages: Readonly<Partial<Record<Stage, readonly string[]>>>
  readonly groups: readonly { readonly words: readonly string[]; readonly entities: readonly string[] }[]
  /** Words of one line stand for each other. */
  readonly same: readonly (readonly string[])[]
  /** By the id of the property. */
  readonly properties: ReadonlyMap<string, Asked>
}

export const scripts = ['Latin', 'Cyrillic', 'Han'] as const
export type Script = (typeof scripts)[number]
export const stemmers = ['english', 'russian'] as const
export type Stemmer = (typeof stemmers)[number]

/** `yes-no` begins a question, `yes-no-end` ends it, `yes-no-any` stands anywhere in it. */
export const questionWords = ['when', 'where', 'who', 'number', 'why', 'yes-no', 'yes-no-any', 'yes-no-end'] as const
export type QuestionWord = (typeof questionWords)[number]

/** The words by which a question asks for a property, for the most of it and for the least. */
export interface Asked {
  readonly asked: readonly string[]
  readonly most: readonly string[]
  readonly least: readonly string[]
}

export interface Knowledge {
  readonly version: string
  /** The day the dataset as a whole was last gone through. */
  readonly date: CalendarDate
  readonly entities: ReadonlyMap<string, Entity>
  readonly statements: ReadonlyMap<string, Statement>
  readonly sources: ReadonlyMap<string, Source>
  readonly properties: ReadonlyMap<string, Property>
  readonly units: ReadonlyMap<string, Unit>
  /** By language. */
  readonly asking: ReadonlyMap<string, Asking>
  /** By language and by the id of the statement: questions that people ask and it answers (`src/data/asked/<language>.yaml`). */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>
  /** By language: questions that people ask and no statement answers (`src/data/unanswered/<language>.yaml`). */
  readonly unanswered: ReadonlyMap<string, readonly string[]>
  /** Newest first. */
  readonly changes: readonly Edition[]
}

/** What an edition of the dataset brought. */
export interface Edition {
  readonly version: string
  readonly date: CalendarDate
  readonly points: Localised<readonly string[]>
}

/** One thing wrong with the dataset. `entry` names the place inside the file: a statement, a source, a property. */
export interface Fault {
  readonly file: string
  readonly entry: string
  readonly reason: string
}
