/** Every command, every button and every select of its page, in three languages; pressed by who asked and by somebody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../local-discord/people/reply.ts'
import { loadLanguages } from '../../src/locales/load.ts'
import { type Inn, openInn } from './open-inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
})
afterAll(async () => {
  await inn[Symbol.asyncDispose]()
})
const person = (name: string) => inn.discord.person(name)
const languages = await loadLanguages()

const commands: readonly [line: string, options: Record<string, string | number>][] = [
  ['/country', { name: 'kazakhstan' }],
  ['/country', { name: 'uzbekistan', section: 'trade' }],
  ['/summit', {}],
  ['/summit', { edition: 'xian-summit-2023' }],
  ['/principle', {}],
  ['/principle', { name: 'four-principles' }],
  ['/project', {}],
  ['/project', { type: 'education', status: 'planned' }],
  ['/project', { name: 'cku-railway' }],
  ['/term', { name: 'sco' }],
  ['/compare', { first: 'kazakhstan', second: 'uzbekistan' }],
  ['/compare', { first: 'xian-summit-2023', second: 'astana-summit-2025' }],
  ['/compare', { first: 'line-d', second: 'cku-railway' }],
  ['/timeline', { year: 2023 }],
  ['/timeline', { country: 'turkmenistan', topic: 'principles' }],
  ['/fact', { topic: 'trade' }],
  ['/source', {}],
  ['/source', { name: 'xinhua' }],
  ['/changes', {}],
  // What is refused has a way on, too.
  ['/country', { name: 'Mongolia' }],
  ['/project', { country: 'Mongolia' }],
  ['/timeline', { country: 'Mongolia' }],
  ['/compare', { first: 'kazakhstan', second: 'line-d' }],
  ['/compare', { first: 'Mongolia', second: 'china' }],
  ['/source', { name: 'qqqq' }],
  ['/changes', { since: 'yesterday' }],
]

type Control = { readonly button: string } | { readonly select: string; readonly value: string }

const controlsOf = ({ buttons, selects }: Reply): readonly Control[] => [
  ...buttons.map(({ label }): Control => ({ button: label })),
  ...selects.flatMap(({ id, options }): Control[] => {
    const value = options.at(-1)?.value
    return value === undefined ? [] : [{ select: id, value }]
  }),
]

const use = (who: string, control: Control, on: Reply): Promise<Reply> =>
  'button' in control
    ? person(who).press(control.button, { on })
    : person(who).choose(control.select, [control.value], { on })

const letters = { en: /[a-z]/, ru: /[а-я]/, 'zh-CN': /\p{Script=Han}/u } as const

describe.each([
  ['ada', 'en', 'boris', 'ru'],
  ['boris', 'ru', 'mei', 'zh-CN'],
  ['mei', 'zh-CN', 'ada', 'en'],
] as const)('for %s (%s)', (who, language, other, otherLanguage) => {
  const readable = ({ text }: Reply, tag: keyof typeof letters): void => {
    const words = languages.get(tag)?.words
    if (!words) throw new Error(`no words in ${tag}`)
    expect(text).toMatch(letters[tag])
    expect(text).not.toContain(words.refusals.oldComponent)
    expect(text).not.toContain(words.refusals.broken('').slice(0, 20))
    if (tag !== 'en') expect(text).not.toContain(words.page.inEnglish)
  }

  test.each(commands)('%s %o and all that can be pressed on it', async (line, options) => {
    const ask = (): Promise<Reply> => person(who).slash(line, { ...options, private: true }, { in: 'general' })
    const first = await ask()
    readable(first, language)
    expect(controlsOf(first).length).toBeGreaterThan(0)
    for (const control of controlsOf(first)) {
      // Pressing changes the page in place, so each is pressed on a page of its own. Facts differ, their buttons do not.
      const led = await use(who, control, await ask())
      expect(led.kind).toBe('update')
      readable(led, language)
      expect(controlsOf(led).length).toBeGreaterThan(0)
    }
  })

  test.each(commands)('%s %o, when somebody else presses', async (line, options) => {
    const shown = await person(who).slash(line, { ...options, private: false }, { in: 'general' })
    // A refusal is private: nobody else has it to press.
    if (shown.private) return expect(shown.text).toMatch(letters[language])
    for (const control of controlsOf(shown)) {
      const opened = await use(other, control, shown)
      expect(opened.kind).toBe('reply')
      expect(opened.private).toBe(true)
      readable(opened, otherLanguage)
    }
    expect(shown.now()?.text).toBe(shown.text)
  })
})

const thereAndBack = async (page: Reply): Promise<Reply> => {
  const sources = await person('ada').press('Sources', { on: page })
  expect(sources.text).toMatch(/\(<https?:/)
  return person('ada').press('Back', { on: sources })
}

describe('the way back', () => {
  test.each([
    ['/project', { country: 'tajikistan', type: 'road' }, 'china-tajikistan-highway'],
    ['/timeline', { year: 2023, topic: 'projects' }, undefined],
    ['/compare', { first: 'kazakhstan', second: 'uzbekistan' }, 'uzbekistan'],
    ['/source', { name: 'xinhua' }, undefined],
    ['/principle', {}, undefined],
  ] as const)('%s %o: to what was opened, on from there, and back to the very page', async (line, options, wanted) => {
    const ada = person('ada')
    const beginning = await ada.slash(line, options)
    const open = beginning.selects.find(({ placeholder }) => placeholder?.startsWith('Open'))
    const value = wanted ?? open?.options[0]?.value
    if (!open || value === undefined) throw new Error('nothing to open')
    const opened = await ada.choose(open.id, [value], { on: beginning })
    await inn.discord.restartBot()
    // A source is its own source.
    const again = line === '/source' ? opened : await thereAndBack(opened)
    expect(again.text).toBe(opened.text)
    expect((await ada.press('Back', { on: again })).text).toBe(beginning.text)
  })

  test('of a message looked up', async () => {
    const said = person('ada').say('Tokayev beat Xi Jinping at chess in Astana', { in: 'general' })
    const named = await person('ada').use('Look this up', said, { in: 'general' })
    const [select] = named.selects
    const leader = await person('ada').choose(select?.id ?? '', ['xi-jinping'], { on: named })
    const back = await person('ada').press('Back', { on: leader })
    expect(back.text).toBe(named.text)
  })

  test('several pages deep', async () => {
    const ada = person('ada')
    const country = await ada.slash('/country', { name: 'kazakhstan' })
    const projects = await ada.press('Projects', { on: country })
    const open = projects.selects.find(({ placeholder }) => placeholder?.startsWith('Open'))
    const project = await ada.choose(open?.id ?? '', ['aktau-port'], { on: projects })
    const again = await ada.press('Kazakhstan', { on: project })
    let here = await ada.press('Timeline', { on: again })
    for (const before of [again, project, projects, country]) {
      here = await ada.press('Back', { on: here })
      expect(here.text).toBe(before.text)
    }
    expect(here.buttons.map(({ label }) => label)).not.toContain('Back')
  })
})

test('Local Discord had nothing to refuse, and the log has no error', () => {
  expect(inn.discord.refusals()).toEqual([])
  expect(inn.discord.botOutput().filter(line => /"level":"(?:error|fatal)"/.test(line.text))).toEqual([])
})
