/** Every spelling under which an entity can be found, brought to the form in which spellings are compared. Built once; ranks nothing. */

import { fold, foldWords } from './fold.ts'
import type { Entity, Knowledge } from './model.ts'

export interface Spelling {
  readonly entity: Entity
  /** As it stands in the dataset. */
  readonly text: string
  /** Folded, the second time without “the” or “Republic of” before it. */
  readonly keys: readonly string[]
  readonly words: readonly string[]
  /** The key from each of its words on, so that typing may begin with any word; in Chinese from each character on. */
  readonly tails: readonly Tail[]
}

export interface Tail {
  readonly key: string
  readonly letters: number
}

export interface NameIndex {
  readonly entities: readonly Entity[]
  readonly spellings: readonly Spelling[]
}

const han = /\p{Script=Han}/u
const leadingWords = /^(?:(?:the|republic of|республика) )+/u

export function hasHan(text: string): boolean {
  return han.test(text)
}

/** What is typed or spelled, as words; without leading words that people leave out, if others follow. */
export function withoutLeadingWords(words: string): string {
  return words.replace(leadingWords, '')
}

/**
 * A set of letters in 32 bits: where `a & ~b` has bits, `b` lacks at least that many letters of `a`. Letters may share a bit,
 * which only makes the bound looser.
 */
export function letterSet(key: string): number {
  let set = 0
  for (let at = 0; at < key.length; at++) set |= 1 << (key.charCodeAt(at) % 32)
  return set
}

function tailsOf(words: readonly string[]): readonly Tail[] {
  const starts = words.flatMap((word, index) => {
    const rest = words.slice(index + 1).join('')
    if (!hasHan(word)) return [word + rest]
    const letters = Array.from(word)
    return letters.map((_, from) => letters.slice(from).join('') + rest)
  })
  return starts.map(key => ({ key, letters: letterSet(key) }))
}

function spellingsOf(entity: Entity): readonly Spelling[] {
  const texts = new Set([entity.name.en, ...entity.name.other.values(), ...entity.aliases])
  return [...texts].map(text => {
    const folded = foldWords(text)
    const words = folded.split(' ')
    const keys = [...new Set([fold(text), withoutLeadingWords(folded).replaceAll(' ', '')])]
    return { entity, text, keys, words, tails: tailsOf(words) }
  })
}

export function indexNames(knowledge: Knowledge): NameIndex {
  const entities = [...knowledge.entities.values()]
  return { entities, spellings: entities.flatMap(spellingsOf) }
}
