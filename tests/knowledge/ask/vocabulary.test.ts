/** Which word somebody meant who mistyped one, and where it is better not to guess. */
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../../src/knowledge/ask/cells.ts'
import { createVocabulary } from '../../../src/knowledge/ask/vocabulary.ts'

const vocabulary = createVocabulary()
vocabulary.add(cellsOf('Kazakhstan Kyrgyzstan Tajikistan Turkmenistan Xian Astana Казахстан Душанбе 西安'), 'name')
vocabulary.add(cellsOf('capital population railway столица'), 'cue')
vocabulary.add(cellsOf('please whichever'), 'common')
vocabulary.add(cellsOf('pleased asthma railways'), 'text')

const meant = (typed: string): readonly string[] => cellsOf(typed).flatMap(vocabulary.meant)

describe('a slip is seen through', () => {
  test.each([
    ['kazakstan', 'kazakhstan', 'a letter left out'],
    ['kazzakhstan', 'kazakhstan', 'a letter twice'],
    ['tajikstan', 'tajikistan', 'a syllable cut short'],
    ['turkmanestan', 'turkmenistan', 'two slips in a long word'],
    ['capitla', 'capital', 'two letters swapped'],
    ['кахахстан', 'казахстан', 'Cyrillic'],
    ['душамбе', 'душанбе', 'as it is heard'],
  ])('“%s” is “%s”: %s', (typed, word) => {
    expect(meant(typed)).toEqual(cellsOf(word).map(({ stem }) => stem))
  })
})

describe('nothing is guessed', () => {
  test.each([
    ['kazakhstan', 'a word that is known'],
    ['railways', 'another form of one that is known'],
    ['xien', 'a word so short that one slip makes another'],
    ['uzbekistan', 'a word that nothing is near'],
    ['afghanistan', 'another country’s name'],
    ['pakistan', 'another country’s name, near to one'],
    ['西按', 'Chinese'],
    ['20255', 'a figure'],
    ['x'.repeat(300), 'what is no word'],
  ])('for “%s”: %s', typed => {
    expect(meant(typed)).toEqual([])
  })
})

test('of equally near words names come before words that only stand in texts', () => {
  const both = createVocabulary()
  both.add(cellsOf('altana'), 'text')
  both.add(cellsOf('astana'), 'name')
  expect(cellsOf('aktana').flatMap(both.meant)[0]).toBe('astana')
})
