/** The words that questions are made of, and which of them somebody meant who mistyped one. Knows no meaning. */
import { editDistance } from '../edit-distance.ts'
import { letterSet } from '../name-index.ts'
import type { Cell } from './cells.ts'

/** Where a word comes from; of equally near words the first source counts. */
const sources = ['name', 'cue', 'common', 'text'] as const
type Source = (typeof sources)[number]

export interface Vocabulary {
  readonly add: (cells: readonly Cell[], source: Source) => void
  /** Stems of the nearest words, at most two; none for a word that is known, that is short or that no word is near. */
  readonly meant: (cell: Cell) => readonly string[]
}

interface Entry {
  readonly word: string
  readonly stem: string
  readonly letters: number
  readonly source: number
}

/** Fewer letters become another word with one slip. */
const shortest = 5
const longest = 30
/** Of words without content the shortest become each other with a slip, and long ones become words with content. */
const shortestCommon = 5
const longestCommon = 6
/** From here on two slips still leave the word that was meant. */
const longEnoughForTwo = 9

export function createVocabulary(): Vocabulary {
  const entries = new Map<string, Entry>()
  const stems = new Set<string>()
  return {
    add(cells, source) {
      for (const { word, stem, script } of cells) {
        stems.add(stem)
        if (script === undefined || script === 'Han' || word.length < shortest || word.length > longest) continue
        const rank = sources.indexOf(source)
        if (source === 'common' && (word.length < shortestCommon || word.length > longestCommon)) continue
        const before = entries.get(word)
        if (before === undefined || before.source > rank)
          entries.set(word, { word, stem, letters: letterSet(word), source: rank })
      }
    },
    meant({ word, stem, script }) {
      if (stems.has(stem) || script === undefined || script === 'Han') return []
      if (word.length < shortest || word.length > longest) return []
      const slips = word.length < longEnoughForTwo ? 1 : 2
      const letters = letterSet(word)
      const near: { entry: Entry; distance: number }[] = []
      for (const entry of entries.values()) {
        if (Math.abs(entry.word.length - word.length) > slips) continue
        // Two slips and another first letter make another word.
        if (slips === 2 && entry.word[0] !== word[0] && entry.word[1] !== word[1]) continue
        if (bits(letters & ~entry.letters) > slips || bits(entry.letters & ~letters) > slips) continue
        const distance = editDistance(word, entry.word)
        if (distance <= slips) near.push({ entry, distance })
      }
      near.sort((a, b) => a.distance - b.distance || a.entry.source - b.entry.source)
      const least = near[0]?.distance
      return [...new Set(near.filter(({ distance }) => distance === least).map(({ entry }) => entry.stem))].slice(0, 2)
    },
  }
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}
