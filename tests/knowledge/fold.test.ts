import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldWords } from '../../src/knowledge/fold.ts'

describe('one spelling', () => {
  test.each([
    ['Xi’an', 'xi an'],
    ["Xi'an", 'XI-AN'],
    ['Xīʼān', 'Xian'],
    ['soʻm', 'som'],
    ['Артём', 'артем'],
    ['Türkmenistan', 'TURKMENISTAN'],
    ['Қазақстан', 'Казакстан'],
    ['Тоҷикистон', 'точикистон'],
    ['Ўзбекистон', 'узбекистон'],
    ['İstanbul', 'istanbul'],
    ['Kırgızistan', 'kirgizistan'],
    ['中国—中亚峰会', '中国 中亚峰会'],
    ['ｋａｚａｋｈ', 'kazakh'],
    ['China – Central Asia', 'china-central asia'],
    ['卡西姆若马尔特·托卡耶夫', '卡西姆若马尔特托卡耶夫'],
  ])('%s is %s', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })
})

test.each([
  ['C+C5', 'c+c5'],
  ['  “Two   words”!  ', 'two words'],
  ['—', ''],
  ['\ud800', ''],
])('the words of “%s” are “%s”', (text, words) => {
  expect(foldWords(text)).toBe(words)
})

test('folding again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(foldWords(foldWords(text))).toBe(foldWords(text))
    }),
    { numRuns: 1000 },
  )
})
