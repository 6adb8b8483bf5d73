/** Names in running text: whole, in any script, with Russian endings; and nothing that is not there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexNames } from '../../src/knowledge/name-index.ts'
import { namesInText } from '../../src/knowledge/names-in-text.ts'
import { realKnowledge } from './real-dataset.ts'

const knowledge = await realKnowledge()
const index = indexNames(knowledge)
const ids = (text: string): readonly string[] => namesInText(index, text, 10).map(({ id }) => id)

describe('finds', () => {
  test.each([
    ['what did Xi Jinping say in Astana?', ['xi-jinping', 'astana']],
    ['Казахстана и Узбекистаном, а также Кыргызстану', ['kazakhstan', 'uzbekistan', 'kyrgyzstan']],
    ['встреча в Астане и в Ташкенте', ['astana', 'tashkent']],
    ['Кто председательствовал на первом саммите?', ['xian-summit-2023']],
    ['казахстанская экономика и узбекскому рынку', ['kazakhstan', 'uzbekistan']],
    ['письмо узбекскому президенту', ['shavkat-mirziyoyev']],
    ['«ШОС» и встреча «ШОС+»', ['sco', 'sco-plus-meeting-tianjin-2025']],
    ['встреча Токаева с Мирзиёевым и Жапаровым', ['kassym-jomart-tokayev', 'shavkat-mirziyoyev', 'sadyr-japarov']],
    ['о Сианьской декларации', ['xian-declaration']],
    ['哈萨克斯坦和乌兹别克斯坦的关系', ['kazakhstan', 'uzbekistan']],
    ['the Belt and Road Initiative, and the SCO.', ['belt-and-road-initiative', 'sco']],
    ['**Kazakhstan** _Kazakhstan_ KAZAKHSTAN', ['kazakhstan']],
    ['Xi’an Declaration', ['xian-declaration']],
  ])('in “%s”', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })
})

test.each([
  '',
  'hello there',
  'Mongolia and Japan',
  'kz',
  '@everyone',
  '你好',
  'привет всем',
  'кто будет вечером в игре?',
  '\uD83D',
])('finds nothing in “%s”', text => {
  expect(ids(text)).toEqual([])
})

test('the name of every entity is found when it stands alone', () => {
  const lost = [...knowledge.entities.values()].filter(({ id, name }) => !ids(name.en).includes(id))
  expect(lost.map(({ id, name }) => `${id}: ${name.en} → ${ids(name.en).join()}`)).toEqual([])
})

test('never throws and never exceeds the limit, on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6_500 }), fc.nat(12), (text, limit) => {
      expect(namesInText(index, text, limit).length).toBeLessThanOrEqual(limit)
    }),
  )
})
