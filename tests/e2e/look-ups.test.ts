/** The four look-ups as people use them, in three languages, through the real client. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Inn, openInn } from './open-inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
})
afterAll(async () => {
  await inn[Symbol.asyncDispose]()
})
const person = (name: string) => inn.discord.person(name)

describe('a name in any spelling', () => {
  test.each([
    ['ada', 'kazak', 'Kazakhstan'],
    ['ada', 'Казах', 'Kazakhstan'],
    ['ada', '哈萨克', 'Kazakhstan'],
    ['boris', 'казах', 'Казахстан'],
    ['boris', 'kazak', 'Казахстан'],
    ['mei', '哈萨克', '哈萨克斯坦'],
    ['mei', 'казах', '哈萨克斯坦'],
  ])('%s types “%s” and is offered %s first', async (who, typed, first) => {
    const choices = await person(who).complete('/country', { name: typed })
    expect(choices[0]).toEqual({ name: first, value: 'kazakhstan' })
  })

  test('an empty box offers all six', async () => {
    const choices = await person('ada').complete('/country', { name: '' })
    expect(new Set(choices.map(({ value }) => value))).toEqual(
      new Set(['china', 'kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan', 'uzbekistan']),
    )
  })

  test.each(['project', 'principle'])(
    '/%s offers no more than Discord takes, and never an empty list for an empty box',
    async name => {
      const choices = await person('ada').complete(`/${name}`, { name: '' })
      expect(choices.length).toBeGreaterThan(0)
      expect(choices.length).toBeLessThanOrEqual(25)
    },
  )

  test('what nobody could mean offers nothing and breaks nothing', async () => {
    expect(await person('ada').complete('/country', { name: 'qqqqqqqqzzzz' })).toEqual([])
    expect(await person('ada').complete('/country', { name: '\u202E\u0000**@everyone**' })).toEqual([])
  })
})

describe('a page', () => {
  test.each([
    ['ada', 'Kazakhstan', 'Capital', 'Astana', 'Source', 'as of'],
    ['boris', 'Казахстан', 'Столица', 'Астана', 'Источник', 'по состоянию на'],
    ['mei', '哈萨克斯坦', '首都', '阿斯塔纳', '来源', '数据时间'],
  ])('of a country, alone for %s, is in their language, with source and date', async (who, ...words) => {
    const reply = await person(who).slash('/country', { name: 'kazakhstan', private: true })
    expect(reply.private).toBe(true)
    for (const word of words) expect(reply.text).toContain(word)
  })

  test('for everyone is in the server’s language, whoever asks', async () => {
    inn.discord.server().setLocale('ru')
    const reply = await person('mei').slash('/country', { name: '乌兹别克斯坦' })
    expect(reply.private).toBe(false)
    expect(reply.text).toContain('Ташкент')
    inn.discord.server().setLocale('en-US')
    expect((await person('mei').slash('/country', { name: '乌兹别克斯坦' })).text).toContain('Tashkent')
  })

  test('answers commands by their names in other languages', async () => {
    expect((await person('boris').slash('/страна', { name: 'Бишкек', private: true })).text).toBeTruthy()
    expect((await person('mei').slash('/国家', { name: '中国', private: true })).text).toContain('北京')
  })

  test.each([
    ['/summit', { edition: 'xian-summit-2023' }, ["Xi’an|Xi'an", 'May 2023', 'Xi Jinping']],
    ['/principle', { name: 'four-principles' }, ['mutual respect']],
    ['/project', { name: 'cku-railway' }, ['Disputed']],
  ])('of %s says what it is about', async (command, options, words) => {
    const reply = await person('ada').slash(command, options)
    for (const word of words) expect(reply.text).toMatch(new RegExp(word, 'i'))
  })

  test.each(['/summit', '/principle', '/project'])('%s without a name is a list to open things from', async command => {
    const list = await person('ada').slash(command)
    const [select] = list.selects
    const [option] = select?.options ?? []
    if (!select || !option) throw new Error('no select')
    const page = await person('ada').choose(select.id, [option.value], { on: list })
    expect(page.kind).toBe('update')
    expect(page.text).toContain(option.label)
  })

  test('turns, unfolds, shows its sources and comes back, in place', async () => {
    const ada = person('ada')
    const short = await ada.slash('/country', { name: 'kyrgyzstan' })
    const full = await ada.press('Full', { on: short })
    expect(full.kind).toBe('update')
    expect(full.message.id).toBe(short.message.id)
    expect(full.text.length).toBeGreaterThan(short.text.length)
    const sources = await ada.press('Sources', { on: full })
    expect(sources.text).toMatch(/\[.+\]\(<https?:\/\/.+>\)/)
    const back = await ada.press('Back', { on: sources })
    expect(back.text).toBe(full.text)
    const section = await ada.choose('Choose a section', ['trade'], { on: back })
    expect(section.text).toContain('Trade')
    expect((await ada.choose('Go on to …', ['bishkek'], { on: section })).text).toContain('Bishkek')
  })

  test('pressed by somebody else opens for them alone, in their language, and stays as it was', async () => {
    const page = await person('ada').slash('/country', { name: 'tajikistan' })
    const opened = await person('boris').press('Full', { on: page })
    expect(opened.kind).toBe('reply')
    expect(opened.private).toBe(true)
    expect(opened.text).toContain('Душанбе')
    expect(page.now()?.text).toBe(page.text)
    expect(
      person('mei')
        .reads()
        .map(({ id }) => id),
    ).not.toContain(opened.message.id)
  })
})

describe('a name that is not in the dataset', () => {
  test('is met with the nearest three, privately, and they open', async () => {
    const reply = await person('ada').slash('/country', { name: 'Mongolia' })
    expect(reply.private).toBe(true)
    expect(reply.text).toContain('I know no country by that name')
    expect(reply.text).not.toContain('Mongolia')
    expect(reply.buttons).toHaveLength(3)
    const [button] = reply.buttons
    if (!button) throw new Error('no button')
    expect((await person('ada').press(button.label, { on: reply })).text).toContain(button.label)
  })

  test('several that fit are offered as such, and what stands elsewhere is shown', async () => {
    const several = await person('ada').slash('/project', { name: 'railway' })
    expect(several.text).toContain('Which one?')
    expect(several.buttons.length).toBeGreaterThan(1)
    expect((await person('ada').slash('/term', { name: 'kazakhstan' })).text).toContain('Astana')
  })

  test('is answered in the language of the one who reads it', async () => {
    const reply = await person('boris').slash('/country', { name: 'Mongolia' }, { in: 'general' })
    expect(reply.private).toBe(true)
    expect(reply.text).toContain('Такой страны я не знаю')
  })

  test.each([
    ['markup', '**bold** [link](https://example.org) `code`'],
    ['pings', '@everyone <@&1> @here'],
    ['marks from right to left', '\u202Eнатсхазак\u202C'],
    ['only blanks', '   '],
    ['half a character', '\uDBFF'],
    ['a hundred letters', 'k'.repeat(100)],
  ])('nothing of %s comes back', async (_, name) => {
    const reply = await person('ada').slash('/project', { name })
    expect(reply.private).toBe(true)
    expect(reply.text).not.toContain(name)
    expect(reply.text).not.toMatch(/@everyone|https?:/)
  })
})

describe('everywhere', () => {
  test('in direct messages, in the person’s language', async () => {
    const reply = await person('boris').slash('/country', { name: 'uzbekistan', private: false }, { in: 'dm' })
    expect(reply.text).toContain('Uzbekistan')
    expect(
      (await person('boris').slash('/country', { name: 'uzbekistan', private: true }, { in: 'dm' })).text,
    ).toContain('Ташкент')
  })

  test('installed by a person, in a server that the bot is not in', async () => {
    const reply = await person('nora').slash('/country', { name: 'china' }, { in: 'lobby' })
    expect(reply.text).toContain('Beijing')
    expect((await person('nora').press('Full', { on: reply })).kind).toBe('update')
  })

  test('in direct messages between two people, of whom one has installed it', async () => {
    const nora = person('nora')
    const between = nora.privateChannelWith(person('ada'))
    const reply = await nora.slash('/country', { name: 'china' }, { in: between })
    expect(reply.text).toContain('Beijing')
    expect((await person('ada').press('Full', { on: reply, in: between })).text).toContain('Beijing')
  })

  // A server of READY is a stub to discord.js, and one that was joined later is not there at all: interactions come in two shapes.
  test('in a server that the bot joined after its start, with all that its moderators may do', async () => {
    const server = inn.discord.server('Elsewhere')
    server.inviteBot()
    try {
      const nora = person('nora')
      expect((await nora.slash('/country', { name: 'china' }, { in: 'lobby' })).text).toContain('Beijing')
      const panel = await nora.slash('/settings', {}, { in: 'lobby' })
      expect((await nora.choose('Language …', ['ru'], { on: panel })).kind).toBe('update')
      expect((await nora.slash('/country', { name: 'china' }, { in: 'lobby' })).text).toContain('Пекин')
      expect(await nora.complete('/country', { name: 'казах' })).toContainEqual({
        name: 'Kazakhstan',
        value: 'kazakhstan',
      })
      await inn.discord.restartBot()
      expect((await nora.slash('/country', { name: 'china' }, { in: 'lobby' })).text).toContain('Пекин')
    } finally {
      server.removeBot()
    }
  })

  test('in a channel where the bot may not write', async () => {
    expect((await person('ada').slash('/country', { name: 'china' }, { in: 'rules' })).text).toContain('Beijing')
  })

  test('in a thread', async () => {
    expect((await person('ada').slash('/country', { name: 'china' }, { in: 'week-1' })).text).toContain('Beijing')
  })
})

test('Local Discord had nothing to refuse, and nobody was pinged', () => {
  expect(inn.discord.refusals()).toEqual([])
  expect(inn.discord.botOutput().filter(line => /"level":"(?:error|fatal)"/.test(line.text))).toEqual([])
})
