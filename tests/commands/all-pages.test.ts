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
import { brokenRules } from '../views/page-rules.ts'
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

/** By the language in which they are asked and answered, whoever reads it. */
const questions: Readonly<Record<string, readonly string[]>> = {
  en: [
    'What is the capital of Kazakhstan?',
    'how many countries border china',
    'which of the five is the largest',
    'who attended the 2023 summit',
    'is turkmenistan in the sco',
    'how many years between the first and the second summit',
    'what is the gdp of kyrgyzstan',
    'population of khorgos',
    'best restaurants in paris',
    'is china good for central asia',
    'tell me a joke',
    '???',
  ],
  ru: [
    'у какой страны самое большое население',
    'сколько км труба до китая',
    'население хоргоса',
    'кто лучший президент',
  ],
  'zh-CN': ['中国与哈萨克斯坦的边界有多长？', '中吉乌铁路啥时候启动的', '霍尔果斯有多少人口', '哪个总统最好'],
}

async function begin(ask: Ask): Promise<readonly Seen[]> {
  const steps: readonly [string, Step][] = [
    ...entities.map(({ id }): [string, Step] => [id, { on: 'entity', entity: id, section: '', page: 0 }]),
    ...factsOf(knowledge).map(({ id }): [string, Step] => [id, { on: 'fact', fact: id, topic: '' }]),
    ['a message', { on: 'mentioned', entities: entities.slice(0, 10).map(({ id }) => id) }],
  ]
  const drawn = steps.map(async ([by, step]): Promise<Seen> => ({ by, view: await drawStep(step, '', 'short', ask) }))
  const answered: Seen[] = []
  const asked = (questions[ask.language] ?? []).map((question): (typeof commandsToRun)[number] => ['ask', { question }])
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
      for await (const { by, view } of pressOn(await begin(ask), ask)) {
        opened.add(by.split(/[ ~]/, 1)[0] ?? '')
        const broken = by.startsWith('rr~') ? [] : brokenRules(view, layout, reader(ask), !by.startsWith('other~'))
        for (const fault of [...wrongWith(view, ids), ...broken]) faults.push(`${by}: ${fault}`)
      }
      expect(faults).toEqual([])
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
