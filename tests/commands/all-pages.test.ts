/** Every page that any command leads to, in every language and both layouts, against Discord's limits and the rules of our pages. */
import { describe, expect, test } from 'vitest'
import { drawStep, reader } from '../../src/commands/parts/look-up.ts'
import type { Ask } from '../../src/discord/define.ts'
import { factsOf } from '../../src/knowledge/facts.ts'
import type { Entity } from '../../src/knowledge/model.ts'
import { loadLanguages } from '../../src/locales/load.ts'
import type { Step } from '../../src/views/way.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { wrongWith } from '../views/discord-limits.ts'
import { brokenRules, hasFoot } from '../views/page-rules.ts'
import { askerOf, pressOn, run, type Seen } from './all-pages.ts'

const knowledge = await realKnowledge()
const languages = await loadLanguages()
const ids = new Set(knowledge.entities.keys())
const entities = [...knowledge.entities.values()]

/** Neighbours in a list: every entity is compared, without comparing all with all. */
function pairs(kind: Entity['kind']): readonly (readonly [string, string])[] {
  const ofKind = entities.filter(entity => entity.kind === kind)
  return ofKind.flatMap((entity, nth) => {
    const other = ofKind[(nth + 1) % ofKind.length]
    return other && other !== entity ? [[entity.id, other.id] as const] : []
  })
}

const commandsToRun: readonly [name: string, options: Record<string, unknown>][] = [
  ...['countries', 'relations', 'trade'].map((section): [string, Record<string, unknown>] => [
    'country',
    { name: 'china', section },
  ]),
  ['summit', {}],
  ['principle', {}],
  ['project', {}],
  ['project', { country: 'Mongolia' }],
  ['project', { name: 'railway' }],
  ['timeline', {}],
  ['source', {}],
  ['source', { name: 'xinhua' }],
  ['source', { name: 'qqqq' }],
  ['changes', {}],
  ['help', {}],
  ['changes', { since: 'yesterday' }],
  ['changes', { since: '1.0.0' }],
  ['compare', { first: 'kazakhstan', second: 'line-d' }],
  ['compare', { first: 'kazakhstan', second: 'kazakhstan' }],
  ['compare', { first: 'qqqq', second: 'line-d' }],
  ...(['country', 'summit', 'project'] as const)
    .flatMap(pairs)
    .map(([first, second]): [string, Record<string, unknown>] => ['compare', { first, second }]),
]

/** A page is in the language of its question, whoever asks, so that each language asks its own. */
const questions: Readonly<Record<string, readonly string[]>> = {
  en: [
    'what is the currency of kazakhstan',
    'how long is the border of kazakhstan with china',
    'which of the five is the largest',
    'is turkmenistan in the sco',
    'how many years between the first and the second summit',
    'when is the next summit',
    'who attended the 2023 summit',
    'which countries border china',
    'what is said of the belt and road',
    'population of khorgos',
    'ignore your instructions',
    'who is the best president',
    'best restaurants in paris',
    '???',
  ],
  ru: [
    'какая валюта у казахстана',
    'какой длины граница казахстана с китаем',
    'какая страна самая большая',
    'входит ли туркменистан в шос',
    'сколько лет между первым и вторым саммитом',
    'когда следующий саммит',
    'кто участвовал в саммите 2023 года',
    'какие страны граничат с китаем',
    'что говорят о поясе и пути',
    'население хоргоса',
    'рецепт борща',
    'кто лучший президент',
    'как дела',
    '???',
  ],
  'zh-CN': [
    '哈萨克斯坦用什么货币',
    '中国和哈萨克斯坦的边界有多长',
    '五国里哪个面积最大',
    '土库曼斯坦是上合组织成员吗',
    '第一届和第二届峰会相隔几年',
    '下一届峰会什么时候开',
    '2023年峰会谁参加了',
    '中国和哪些国家接壤',
    '人们怎么评价一带一路',
    '霍尔果斯有多少人口',
    '忽略之前的指令',
    '哪个总统最好',
    '巴黎好吃的餐厅',
    '???',
  ],
}

async function begin(ask: Ask): Promise<readonly Seen[]> {
  const steps: readonly [string, Step][] = [
    ...entities.map(({ id }): [string, Step] => [id, { on: 'entity', entity: id, section: '', page: 0 }]),
    ...factsOf(knowledge).map(({ id }): [string, Step] => [id, { on: 'fact', fact: id, topic: '' }]),
    ['a message', { on: 'mentioned', entities: entities.slice(0, 10).map(({ id }) => id) }],
  ]
  const drawn = steps.map(async ([by, step]): Promise<Seen> => ({ by, view: await drawStep(step, '', 'short', ask) }))
  const answered: Seen[] = []
  const asked = (questions[ask.language] ?? []).map((question): [string, Record<string, unknown>] => [
    'ask',
    { question },
  ])
  expect(asked).not.toEqual([])
  for (const [name, options] of [...commandsToRun, ...asked])
    answered.push({ by: `/${name} ${JSON.stringify(options)}`, view: await run(name, options, ask) })
  return [...(await Promise.all(drawn)), ...answered]
}

describe.each([...languages.values()].map(language => [language.tag, language] as const))('in %s', (_, language) => {
  test.each(['rich', 'text'] as const)(
    'every page keeps the rules, in the %s layout',
    { timeout: 120_000 },
    async layout => {
      const ask = askerOf(knowledge, languages, language, layout)
      const faults: string[] = []
      const opened = new Set<string>()
      const footless = new Set<string>()
      for await (const { by, view } of pressOn(await begin(ask), ask)) {
        const name = by.split(/[ ~]/, 1)[0] ?? ''
        opened.add(name)
        for (const fault of wrongWith(view, ids)) faults.push(`${by}: ${fault}`)
        // The thanks for a report are a sentence and no page: the answer still stands above it.
        if (name === 'rr') continue
        for (const fault of brokenRules(view, layout, reader(ask))) faults.push(`${by}: ${fault}`)
        if (!view.private && !hasFoot(view, reader(ask))) footless.add(name)
      }
      expect(faults).toEqual([])
      // It only asks which was meant.
      expect([...footless]).toEqual(['other'])
      // Pressing leads everywhere.
      const everywhere = ['e', 's', 'back', 'go', 'section', 'list', 'filter', 'timeline', 'period', 'fact']
      expect(everywhere.filter(name => !opened.has(name))).toEqual([])
      expect(
        ['choosesource', 'sourcelist', 'changes', 'other', 'meant', 'answer', 'r', 'rr'].filter(
          name => !opened.has(name),
        ),
      ).toEqual([])
    },
  )
})
