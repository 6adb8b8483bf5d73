/** That spellings, inflections and ways to write a year meet in the same cells, and that what means something else does not. */
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../../src/knowledge/ask/cells.ts'

const words = (text: string): string =>
  cellsOf(text)
    .map(({ word }) => word)
    .join(' ')
const stems = (text: string): readonly string[] => cellsOf(text).map(({ stem }) => stem)

test.each([
  ['CAPITAL of Kazakhstan??', 'capital of kazakhstan', 'case and punctuation'],
  ['Xi’an', 'xian', 'an apostrophe'],
  ["Xi'an's summit", 'xian summit', 'a possessive'],
  ['Қазақстан', 'казакстан', 'letters that Russian keyboards lack'],
  ['Шёлковый', 'шелковый', 'ё as it is typed'],
  ['майский', 'майский', 'й, which endings need'],
  ['中吉乌铁路', '中 吉 乌 铁 路', 'Chinese, a character each'],
  ['CKU铁路', 'cku 铁 路', 'scripts without a blank between them'],
  ['C+C5', 'c+c5', 'a plus inside of a name'],
  ['Bukhara+Kashkadarya', 'bukhara kashkadarya', 'a plus between two names'],
  ['51%', '51 percent', 'a percent sign'],
  ['<@1> @everyone', '1 everyone', 'mentions'],
  ['🚄 ', '', 'nothing to read'],
])('“%s” is read as “%s”: %s', (text, read) => {
  expect(words(text)).toBe(read)
})

test.each([
  ['a gauge of 1,435 mm', 'a gauge of 1435 mm', 'a comma between thousands'],
  ['1 435 мм', '1435 мм', 'a blank between thousands'],
  ['12,345,678', '12345678', 'several of them'],
  ['in 2023 100 people', 'in 2023 100 people', 'a year before a figure'],
  ['the 70bn target', 'the 70 billion target', 'an amount and its unit in one'],
  ['450km', '450 km', 'a length and its unit in one'],
  ['the 2nd', 'the 2nd', 'an ordinal'],
])('“%s” is read as “%s”: %s', (text, read) => {
  expect(words(text)).toBe(read)
})

describe('years', () => {
  test.each([
    ["in '92", 'in 1992', 'an apostrophe'],
    ['in 23?', 'in 2023', 'two figures at the end'],
    ['between 22 and 23?', 'between 2022 and 2023', 'two of them'],
    ['in 24 hours', 'in 24 hours', 'how long'],
    ['25年峰会', '2025 年 峰 会', 'two figures before 年'],
    ['в 25 году', 'в 2025 году', 'two figures before the Russian word'],
    ['в 25-м', 'в 2025', 'two figures with an ending'],
    ['2018го', '2018', 'an ending'],
    ['2025-м', '2025', 'an ending after a hyphen'],
    ['3 года', '3 года', 'how long'],
    ['1.25年', '1 25 年', 'a fraction'],
    ['45 году', '45 году', 'a year that has not come'],
    ['25 км', '25 км', 'what is no year'],
  ])('“%s” is read as “%s”: %s', (text, read) => {
    expect(words(text)).toBe(read)
  })
})

describe('stems', () => {
  test.each([
    ['summit', 'summits'],
    ['sign', 'signed'],
    ['столица', 'столицы'],
    ['договор', 'договоров'],
    ['железная', 'железной'],
  ])('“%s” and “%s” meet', (one, other) => {
    expect(stems(one)).toEqual(stems(other))
  })

  test.each([
    ['Kazakhstan', 'Kyrgyzstan', 'names'],
    ['эра', 'эр', 'a short Russian word keeps what may be no ending'],
    ['西安', '安西', 'the order of characters'],
  ])('“%s” and “%s” do not: %s', (one, other) => {
    expect(stems(one)).not.toEqual(stems(other))
  })
})

test('the script is that of the letters; figures have none', () => {
  expect(cellsOf('summit саммит 峰 2025').map(({ script }) => script)).toEqual(['Latin', 'Cyrillic', 'Han', undefined])
})
