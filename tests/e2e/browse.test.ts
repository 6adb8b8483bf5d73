/** The other ways into the dataset: terms, comparisons, timeline, facts, sources, changes, help, and a message looked up. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { loadLanguages } from '../../src/locales/load.ts'

import { realKnowledge } from '../knowledge/real-dataset.ts'

import { type Inn, openInn } from './open-inn.ts'

const languages = await loadLanguages()

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
})
afterAll(async () => {
  await inn[Symbol.asyncDispose]()
})
const person = (name: string) => inn.discord.person(name)

/** The three readers, each alone with the answer in their own language. */
const readers = [
  ['ada', 'en'],
  ['boris', 'ru'],
  ['mei', 'zh-CN'],
] as const

describe.each(readers)('for %s (%s)', (who, language) => {
  const inLanguage = { en: /[a-z]/, ru: /[а-я]/, 'zh-CN': /\p{Script=Han}/u }[language]
  const english = { en: undefined, ru: '(на английском)', 'zh-CN': '（英文）' }[language]

  test.each<[string, Record<string, string | number>]>([
    ['/country', { name: 'uzbekistan', section: 'trade' }],
    ['/summit', { edition: 'astana-summit-2025' }],
    ['/principle', { name: 'china-central-asia-spirit' }],
    ['/project', { name: 'line-d' }],
    ['/term', { name: 'sco' }],
    ['/compare', { first: 'kazakhstan', second: 'uzbekistan' }],
    ['/compare', { first: 'xian-summit-2023', second: 'astana-summit-2025' }],
    ['/timeline', { year: 2023 }],
    ['/timeline', { country: 'tajikistan', topic: 'projects' }],
    ['/fact', { topic: 'trade' }],
    ['/source', {}],
    ['/changes', {}],
  ])('%s %o answers in their language', async (command, options) => {
    const reply = await person(who).slash(command, { ...options, private: true }, { in: 'general' })
    expect(reply.private).toBe(true)
    expect(reply.text).toMatch(inLanguage)
    if (english) expect(reply.text).not.toContain(english)
  })

  test('a message is looked up, in any language and with Russian endings', async () => {
    const said = person('ada').say('Токаев встретил Си Цзиньпина в Астане; what about the SCO and 乌兹别克斯坦?', {
      in: 'general',
    })
    const reply = await person(who).use(
      { en: 'Look this up', ru: 'Найти в справочнике', 'zh-CN': '查一查' }[language],
      said,
      { in: 'general' },
    )
    expect(reply.private).toBe(true)
    const [select] = reply.selects
    expect(select?.options.map(({ value }) => value)).toEqual([
      'kassym-jomart-tokayev',
      'xi-jinping',
      'astana',
      'sco',
      'uzbekistan',
    ])
    expect((await person(who).choose(select?.id ?? '', ['sco'], { on: reply })).kind).toBe('update')
  })
})

describe('comparing', () => {
  test('two of different kinds, or one with itself, is refused in a sentence', async () => {
    const mixed = await person('ada').slash('/compare', { first: 'kazakhstan', second: 'line-d' })
    expect(mixed.private).toBe(true)
    expect(mixed.text).toContain('Only two of a kind')
    const same = await person('ada').slash('/compare', { first: 'kazakhstan', second: 'Kazakhstan' })
    expect(same.private).toBe(true)
    expect(same.text).toContain('one and the same')
  })

  test('short names are understood as two of a kind', async () => {
    expect((await person('ada').slash('/compare', { first: 'xian', second: 'astana' })).text).toContain(
      "Xi'an summit · Astana summit",
    )
  })

  test('figures that say little alone come with their sentence', async () => {
    const first = await person('ada').slash('/compare', { first: 'kazakhstan', second: 'uzbekistan' })
    const { kind, text } = await person('ada').press('Next', { on: first })
    expect(kind).toBe('update')
    expect(text).toMatch(/customs/i)
  })

  test('an unknown name is met with the nearest', async () => {
    const reply = await person('ada').slash('/compare', { first: 'Mongolia', second: 'china' })
    expect(reply.buttons).toHaveLength(3)
  })
})

describe('projects', () => {
  test('are browsed by country, kind and state, and the filters stay when the page turns', async () => {
    const ada = person('ada')
    const roads = await ada.slash('/project', { type: 'road', country: 'tajikistan' })
    expect(roads.text).toContain('Roads · Tajikistan')
    expect(roads.selects[0]?.options.map(({ value }) => value)).toContain('china-tajikistan-highway')
    expect(roads.selects[0]?.options.map(({ value }) => value)).not.toContain('cku-railway')
    const used = await ada.slash('/project', { status: 'operating' })
    const next = await ada.press('Next', { on: used })
    expect(next.text).toContain('In use')
    expect((await ada.slash('/project', { type: 'education', status: 'planned' })).text).toContain(
      'no project like that',
    )
  })
})

describe('the timeline', () => {
  test('opens at the newest year and goes back a year at a time', async () => {
    const newest = await person('ada').slash('/timeline')
    const [back] = newest.buttons
    if (!back) throw new Error('no way back')
    const earlier = await person('ada').press(back.label, { on: newest })
    expect(earlier.kind).toBe('update')
    expect(earlier.text).not.toBe(newest.text)
  })

  test('a year in which nothing happened shows the nearest that has something', async () => {
    const reply = await person('ada').slash('/timeline', { year: 1905 })
    expect(reply.text).toMatch(/Timeline · 19\d\d/)
    expect(reply.text).toContain('Nothing in my dataset is dated 1905')
  })
})

describe('facts', () => {
  test('none comes twice to the same person before all have come, also over a restart', async () => {
    const seen: string[] = []
    const fact = async (): Promise<string> => (await person('aigerim').slash('/fact', { topic: 'trade' })).text
    for (let nth = 0; nth < 8; nth++) seen.push(await fact())
    await inn.discord.restartBot()
    for (let nth = 0; nth < 8; nth++) seen.push(await fact())
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('“Another” brings another, and leads to what it is about', async () => {
    const first = await person('ada').slash('/fact')
    const second = await person('ada').press('Another', { on: first })
    expect(second.text).not.toBe(first.text)
    expect((await person('ada').press('Read on', { on: second })).text).toContain(
      second.text.split('\n')[0]?.replace(/^## \S+ /, '') ?? '?',
    )
  })

  test('two requests at the same moment bring two facts', async () => {
    const [one, other] = await Promise.all([
      person('grace').slash('/fact', {}, { in: 'general' }),
      person('grace').slash('/fact', {}, { in: 'quiz' }),
    ])
    expect(one.text).not.toBe(other.text)
  })
})

describe('sources', () => {
  test('are found by the words of title and publisher, and say what rests on them', async () => {
    const choices = await person('ada').complete('/source', { name: 'xinhua' })
    const [first] = choices
    if (!first) throw new Error('no source of Xinhua')
    const page = await person('ada').slash('/source', { name: String(first.value) })
    expect(page.text).toContain('My dataset rests this on it')
    const [select] = page.selects
    const [option] = select?.options ?? []
    expect((await person('ada').choose(select?.id ?? '', [option?.value ?? ''], { on: page })).text).toContain(
      option?.label,
    )
  })

  test('that nobody knows are refused', async () => {
    expect((await person('ada').slash('/source', { name: 'qqqq zzzz' })).text).toContain('I know no source')
  })
})

test('changes since a version or a day, or a word that is neither', async () => {
  const [newest] = (await realKnowledge()).changes
  expect((await person('ada').slash('/changes', { since: newest?.version ?? '' })).text).toContain(
    'Nothing has changed',
  )
  const sinceTheFirst = (await person('ada').slash('/changes', { since: '1.0.0' })).text
  expect(sinceTheFirst).toContain('1.1.0')
  expect(sinceTheFirst).not.toContain('The first edition')
  expect((await person('ada').slash('/changes', { since: '2026-01-01' })).text).toContain('1.0.0')
  expect((await person('ada').slash('/changes', { since: 'yesterday' })).text).toContain('I expected')
})

describe('help', () => {
  test('shows a member what a member can do, and a moderator more', async () => {
    const ofAda = await person('ada').slash('/help', {}, { in: 'general' })
    expect(ofAda.private).toBe(true)
    expect(ofAda.text).toMatch(/<\/country:\d+>/)
    expect(ofAda.text).not.toContain('settings:')
    expect((await person('grace').slash('/help', {}, { in: 'general' })).text).toMatch(/<\/settings:\d+>/)
    expect((await person('grace').slash('/help', {}, { in: 'dm' })).text).not.toContain('settings:')
  })

  test.each(readers)('its examples work when %s copies them (%s)', async (who, language) => {
    const help = await person(who).slash('/help', {}, { in: 'general' })
    const words = languages.get(language)?.commands ?? {}
    // Discord's client reads a pasted command by the names that it shows there.
    const inEnglish = new Map(
      Object.entries(words).flatMap(([name, { name: own, options = {} }]) => [
        [own ?? name, name] as const,
        ...Object.entries(options).map(([option, { name: shown }]) => [`${name} ${shown ?? option}`, option] as const),
      ]),
    )
    const examples = [...help.text.matchAll(/`\/([\p{L}-]+)((?: [^`]*)?)`/gu)]
    expect(examples.length).toBeGreaterThan(20)
    for (const [whole, shown = '', rest = ''] of examples) {
      const name = inEnglish.get(shown) ?? shown
      if (name === 'preferences') continue
      const options = Object.fromEntries(
        [...rest.matchAll(/ ([\p{L}]+): (.*?)(?=(?: [\p{L}]+: )|$)/gu)].map(([, option = '', value = '']) => {
          const key = inEnglish.get(`${name} ${option}`) ?? option
          return [key, key === 'year' ? Number(value) : value]
        }),
      )
      expect(Object.keys(options), whole).toHaveLength(rest === '' ? 0 : (rest.match(/: /g)?.length ?? 0))
      const reply = await person(who).slash(`/${name}`, options, { in: 'general' })
      // What is not understood would be private.
      expect(reply.private, `${whole}: ${reply.text.slice(0, 80)}`).toBe(false)
    }
  })
})

test('a page goes back to where one came from', async () => {
  const country = await person('ada').slash('/country', { name: 'kazakhstan' })
  const capital = await person('ada').choose('Go on to …', ['astana'], { on: country })
  expect(capital.text).toContain('Astana')
  const full = await person('ada').press('Full', { on: capital })
  expect((await person('ada').press('Back', { on: full })).text).toContain('Capital')
})

test('a message that names nothing known gets a friendly word', async () => {
  const said = person('ada').say('**@everyone** hello there', { in: 'general' })
  const reply = await person('ada').use('Look this up', said, { in: 'general' })
  expect(reply.private).toBe(true)
  expect(reply.text).toContain('I found no name')
})

test('Local Discord had nothing to refuse, and the log has no error', () => {
  expect(inn.discord.refusals()).toEqual([])
  expect(inn.discord.botOutput().filter(line => /"level":"(?:error|fatal)"/.test(line.text))).toEqual([])
})
