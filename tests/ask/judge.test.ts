/** That the judge lets no wrong answer pass and fails no right one for how it is written. */
import { ActionRowBuilder, ButtonBuilder, TextDisplayBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { hasAll, judge, sentencesOf } from './judge.ts'

describe('what is written differently is the same', () => {
  test.each([
    ['Astana', '## ASTANA', 'case'],
    ['Xi’an', 'in Xi\\-an? No: Xian', 'apostrophes'],
    ['Шёлковый', 'Великий шелковый путь', 'ё'],
    ['Erdoğan', 'Erdogan', 'diacritics'],
    ['all-weather', 'an all weather partnership', 'hyphens'],
    ['"capital"', 'It means “capital” in Kazakh', 'quotation marks'],
    ['17 июн', '16–17\u00a0июня 2025\u00a0г.', 'blanks that do not break'],
    ['5月17', '2025 年 5 月 17 日', 'blanks in Chinese'],
    ['10 член', '10 членов', 'an ending'],
    ['447400', '447,400 km²', 'thousands, English'],
    ['488 100', '488\u202f100 км²', 'thousands, Russian'],
    ['199,951', '199951', 'thousands without separators'],
    ['10,65', '$10.65 billion', 'a fraction with a comma'],
    ['1.234 million', '1,234 million', 'a fraction with three digits'],
    ['2 724 900', '2,724,900', 'millions'],
    ['10 721', '10 721 000', 'as far as thousands are given'],
    ['10.72', '10.721 million', 'as many decimals as are given'],
    ['80 %', '80%', 'percent'],
    ['C+C5', 'the C\\+C5 format', 'plus'],
    ['Russian an official language', 'Is **Russian** an *official* language', 'markdown'],
  ])('“%s” is in “%s”: %s', (words, text) => {
    expect(hasAll(text, [words])).toBe(true)
  })
})

describe('what only looks alike is not', () => {
  test.each([
    ['Astana', 'Almaty', 'another word'],
    ['19', '1992', 'the beginning of a year'],
    ['18', '2018', 'the end of a year'],
    ['82', '43.82', 'decimals'],
    ['10', '10.65', 'a whole number of a fraction'],
    ['447400', '447 401', 'another number'],
    ['1.234', '12.34', 'a shifted point'],
    ['1819', '18–19 May', 'a range'],
    ['2025100', '2025 100 km', 'a year before a number'],
    ['Yes', 'yesterday', 'a short word in a longer one'],
    ['oil', 'turmoil', 'a short word at the end of one'],
    ['мая', 'прямая', 'a short Russian word'],
  ])('“%s” is not in “%s”: %s', (words, text) => {
    expect(hasAll(text, [words])).toBe(false)
  })
})

test('every item is needed, and of a list any one', () => {
  expect(hasAll('18–19 May 2023', ['18', '19', ['May', 'мая']])).toBe(true)
  expect(hasAll('18–19 May 2023', ['18', '20'])).toBe(false)
  expect(hasAll('18–19 May 2023', [['June', 'July']])).toBe(false)
})

test.each([
  ['right', { ask: '?', contains: ['Astana'] }, 'Astana'],
  ['wrong', { ask: '?', contains: ['Astana'] }, 'Almaty'],
  ['wronglyDeclined', { ask: '?', contains: ['Astana'] }, undefined],
  ['rightlyDeclined', { ask: '?', decline: 'opinion' }, undefined],
  ['answeredUnheld', { ask: '?', decline: 'opinion' }, 'Astana'],
] as const)('%s', (verdict, question, answer) => {
  expect(judge(question, answer)).toBe(verdict)
})

test('only what answers counts: no foot, and no label', () => {
  const texts = ['## Astana\nAstana is the capital.', '-# Government, 2024'].map(content =>
    new TextDisplayBuilder().setContent(content).toJSON(),
  )
  const button = new ButtonBuilder().setCustomId('a').setLabel('Kazakhstan').setStyle(ButtonStyle.Secondary)
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button).toJSON()
  expect(sentencesOf({ components: [...texts, row] })).toBe('## Astana\nAstana is the capital.')
})
