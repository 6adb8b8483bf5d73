/** A question as it was read: names, words that ask for something, years, and how much each place counts. Shapes, and what follows from them. */
import type { QuestionWord } from '../model.ts'
import type { Cell } from './cells.ts'
import type { Cue, Mark } from './cue.ts'
import type { LanguageIndex } from './language-index.ts'

/** From the first place to before the last, among the places of a `Reading`. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface Mention extends Span {
  readonly entity: string
}

export interface CueSpan extends Span {
  readonly cue: Cue
}

/** Names that no longer one covers; a name may be that of several. */
export interface SubjectSpan extends Span {
  readonly entities: readonly string[]
}

/** One place: a word, in Chinese a character. */
export interface Place {
  readonly cell: Cell
  /** What it may be read as: its own stem first, then words that were meant, then words that stand for those. */
  readonly alternatives: readonly string[]
  /** Of a Chinese character: it together with its neighbours. */
  readonly pairs: readonly string[]
  /** How much depends on its being understood, 0 to 1. */
  readonly weight: number
  readonly isYear: boolean
  /** What covers it. */
  readonly mentions: readonly string[]
  readonly cues: readonly Cue[]
  /** Groups of words that stand for each other, by their number. */
  readonly same: readonly number[]
}

export interface Reading {
  readonly language: string
  readonly index: LanguageIndex
  /** Without small words. */
  readonly places: readonly Place[]
  /** Every name, also inside of longer ones. */
  readonly mentions: readonly Mention[]
  readonly subjects: readonly SubjectSpan[]
  readonly cues: readonly CueSpan[]
  /** Sentences that ask nothing, beside others that do. */
  readonly asides: readonly Span[]
  readonly years: readonly string[]
  /** The kinds of answer that are asked for. */
  readonly wanted: readonly QuestionWord[]
  /** How surely each property is asked for: the more, the fewer others the same words ask for. */
  readonly strengths: ReadonlyMap<string, number>
  /** Some word of weight asks for a property. */
  readonly asks: boolean
  /** It names somebody or something, and nothing more: “what is the CKU”. */
  readonly isNameAlone: boolean
}

export const covers = ({ from, to }: Span, place: number): boolean => from <= place && place < to
export const lengthOf = ({ from, to }: Span): number => to - from
export const isWithin = ({ from, to }: Span, other: Span): boolean => other.from <= from && to <= other.to
export const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

export const marked = ({ cues }: Reading, mark: Mark): readonly CueSpan[] => cues.filter(({ cue }) => cue.says === mark)

/** The words of a name of several words hardly ask for anything. */
export const isInName = (span: Span, subjects: readonly Span[]): boolean =>
  subjects.some(name => lengthOf(name) > 1 && isWithin(span, name))

export const weightOf = ({ places }: Reading, { from, to }: Span): number =>
  places.slice(from, to).reduce((sum, { weight }) => sum + weight, 0)
