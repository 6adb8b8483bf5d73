/** Sequences are found wherever they begin, whole and only whole, and what was read as something else is counted. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTrie } from '../../../src/knowledge/ask/trie.ts'

const trieOf = (...phrases: readonly string[]) => {
  const trie = createTrie<string>()
  for (const phrase of phrases) trie.add(phrase.split(' '), phrase)
  return trie
}
const text = (...places: readonly string[]): readonly (readonly string[])[] => places.map(place => place.split('/'))

test('every sequence that begins at a place, shorter ones too', () => {
  const trie = trieOf('central', 'central asia', 'central asia summit', 'asia')
  expect(trie.at(text('the', 'central', 'asia', 'line'), 1)).toEqual([
    { what: 'central', to: 2, corrected: 0 },
    { what: 'central asia', to: 3, corrected: 0 },
  ])
})

test('neither a beginning of a sequence nor one with a word between', () => {
  const trie = trieOf('central asia summit')
  expect(trie.at(text('central', 'asia'), 0)).toEqual([])
  expect(trie.at(text('central', 'big', 'asia', 'summit'), 0)).toEqual([])
})

test('places read as what was meant are counted', () => {
  const trie = trieOf('central asia')
  expect(trie.at(text('centrel/central', 'asia'), 0)).toEqual([{ what: 'central asia', to: 2, corrected: 1 }])
  expect(trie.at(text('centrel/central', 'azia/asia'), 0)).toEqual([{ what: 'central asia', to: 2, corrected: 2 }])
})

test('several may have the same name, and an empty one stands nowhere', () => {
  const trie = createTrie<number>()
  trie.add(['georgia'], 1)
  trie.add(['georgia'], 2)
  trie.add([], 3)
  expect(trie.at(text('georgia'), 0).map(({ what }) => what)).toEqual([1, 2])
  expect(trie.at([], 0)).toEqual([])
})

test('what is found is what a search word by word finds', () => {
  const word = fc.constantFrom('a', 'b', 'c')
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 8 }), fc.array(word, { maxLength: 10 }), (phrases, read) => {
      const trie = createTrie<number>()
      for (const [nth, each] of phrases.entries()) trie.add(each, nth)
      const places = read.map(each => [each])
      for (const from of read.keys()) {
        const expected = [...phrases.keys()].filter(
          nth => phrases[nth]?.every((each, at) => each === read[from + at]) === true,
        )
        const found = trie.at(places, from).map(({ what }) => what)
        expect(found.toSorted((one, other) => one - other)).toEqual(expected)
      }
    }),
  )
})
