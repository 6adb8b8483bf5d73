/** Countries, places, summits and documents with the spellings that people use, for finding. */

import type { Knowledge } from '../../src/knowledge/model.ts'
import { stamp } from '../../src/knowledge/stamp.ts'
import { type Files, knowledgeOf, smallDataset } from './small-dataset.ts'

interface Names {
  readonly en: string
  readonly ru?: string
  readonly zh?: string
  readonly aliases?: readonly string[]
  readonly date?: string
}

const entities: Readonly<Record<string, Names>> = {
  'countries/china': { en: 'China', ru: 'Китай', zh: '中国', aliases: ['PRC', 'КНР'] },
  'countries/kazakhstan': {
    en: 'Kazakhstan',
    ru: 'Казахстан',
    zh: '哈萨克斯坦',
    aliases: ['Qazaqstan', 'Қазақстан', 'Republic of Kazakhstan'],
  },
  'countries/kyrgyzstan': {
    en: 'Kyrgyzstan',
    ru: 'Киргизия',
    zh: '吉尔吉斯斯坦',
    aliases: ['Kirghizia', 'Кыргызстан'],
  },
  'countries/tajikistan': { en: 'Tajikistan', ru: 'Таджикистан', zh: '塔吉克斯坦', aliases: ['Тоҷикистон'] },
  'countries/turkmenistan': {
    en: 'Turkmenistan',
    ru: 'Туркмения',
    zh: '土库曼斯坦',
    aliases: ['Türkmenistan', 'Туркменистан'],
  },
  'countries/uzbekistan': {
    en: 'Uzbekistan',
    ru: 'Узбекистан',
    zh: '乌兹别克斯坦',
    aliases: ['Oʻzbekiston', 'Ўзбекистон'],
  },
  'places/xian': { en: 'Xi’an', ru: 'Сиань', zh: '西安' },
  'places/astana': { en: 'Astana', ru: 'Астана', zh: '阿斯塔纳', aliases: ['Nur-Sultan'] },
  'places/astara': { en: 'Astara' },
  'places/korgas': { en: 'Khorgos', ru: 'Хоргос', zh: '霍尔果斯' },
  'people/tokayev': { en: 'Kassym-Jomart Tokayev', ru: 'Касым-Жомарт Токаев', zh: '卡西姆若马尔特·托卡耶夫' },
  'people/artyom': { en: 'Artyom Pyotrov', ru: 'Артём Пётров' },
  'summits/virtual-summit': { en: 'Virtual Summit', ru: 'Видеосаммит', date: '2022-01-25' },
  'summits/xian-summit': {
    en: 'Xi’an Summit',
    ru: 'Саммит в Сиане',
    zh: '西安峰会',
    date: '2023-05-18/2023-05-19',
    aliases: ['first summit'],
  },
  'summits/astana-summit': {
    en: 'Astana Summit',
    ru: 'Саммит в Астане',
    zh: '阿斯塔纳峰会',
    date: '2025-06-17',
    aliases: ['second summit', 'China–Central Asia Summit'],
  },
  'summits/third-summit': { en: 'Third Summit' },
  'projects/cku': {
    en: 'The China-Kyrgyzstan-Uzbekistan Railway',
    ru: 'Железная дорога Китай — Кыргызстан — Узбекистан',
    zh: '中吉乌铁路',
    aliases: ['CKU'],
  },
}

function filesOf(path: string, { en, ru, zh, aliases, date }: Names): readonly (readonly [string, string])[] {
  const statements = date === undefined ? '{}' : `{ date: { value: ${date}, text: It was held., sources: [gov-2024] } }`
  const spelled = aliases === undefined ? '' : `aliases: ${JSON.stringify(aliases)}\n`
  const overlays = [['ru', ru] as const, ['zh-CN', zh] as const].flatMap(([language, name]) =>
    name === undefined ? [] : [[`${path}.${language}.yaml`, `name: ${name}\n`] as const],
  )
  return [
    [
      `${path}.yaml`,
      `name: ${en}\n${spelled}${path.startsWith('projects/') ? 'sector: railway\n' : ''}statements: ${statements}\n`,
    ],
    ...overlays,
  ]
}

const base = ['dataset.yaml', 'CHANGELOG.md', 'units.yaml', 'properties.yaml', 'sources/all.yaml'].map(
  path => [path, smallDataset.get(path) ?? ''] as const,
)
const unstamped: Files = new Map([
  ...base,
  ...Object.entries(entities).flatMap(([path, names]) => filesOf(path, names)),
])

export const lookupKnowledge: Knowledge = knowledgeOf(new Map([...unstamped, ...stamp(unstamped)]))
