/** What a phrase of `src/data/asking` says when it stands in a question. */
import type { Kind, QuestionWord, Sector, Stage } from '../model.ts'

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
  | 'third'
  | 'total'
  | 'or'
  | 'before'
  | 'after'
  | 'opinion'
  | 'opinionStart'
  | 'bait'
