/** Settings and preferences: who may, what they change, what survives. */
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../local-discord/people/reply.ts'
import { type Inn, openInn } from './open-inn.ts'

let inn: Inn
beforeAll(async () => {
  inn = await openInn()
})
afterAll(async () => {
  await inn[Symbol.asyncDispose]()
})
const person = (name: string) => inn.discord.person(name)

/** The line of a panel that says what is in force. */
const lineOf = (panel: Reply, name: string): string | undefined =>
  panel.text.split('\n').find(line => line.includes(`**${name}`))

describe('the settings of a server', () => {
  test('are offered to moderators alone', () => {
    expect(person('grace').commands()).toContain('/settings')
    expect(person('ada').commands()).not.toContain('/settings')
    expect(person('ada').commands({ in: 'dm' })).not.toContain('/settings')
  })

  test('say what is in force and where it comes from, and change it', async () => {
    const grace = person('grace')
    const panel = await grace.slash('/settings', {}, { in: 'general' })
    expect(panel.private).toBe(true)
    expect(lineOf(panel, 'Language')).toBe('**Language:** English (default)')
    expect(lineOf(panel, 'Answers')).toBe('**Answers:** for everyone (default)')

    const changed = await grace.choose('Detail …', ['full'], { on: panel })
    expect(changed.kind).toBe('update')
    expect(lineOf(changed, 'Detail')).toBe('**Detail:** full (set for the server)')
    expect(
      (await person('ada').slash('/country', { name: 'china' }, { in: 'general' })).buttons.map(({ label }) => label),
    ).toContain('Short')

    await grace.choose('Detail …', ['unset'], { on: changed })
    expect((await person('ada').slash('/country', { name: 'china' })).buttons.map(({ label }) => label)).toContain(
      'Full',
    )
  })

  test('a channel comes before its server, and its threads go with it', async () => {
    const grace = person('grace')
    const ofServer = await grace.slash('/settings', {}, { in: 'general' })
    await grace.choose('Language …', ['ru'], { on: ofServer })
    const ofChannel = await grace.slash('/settings', { channel: '#quiz' }, { in: 'general' })
    expect(lineOf(ofChannel, 'Language')).toBe('**Language:** Русский (set for the server)')
    expect(lineOf(await grace.choose('Language …', ['zh-CN'], { on: ofChannel }), 'Language')).toBe(
      '**Language:** 简体中文 (set for the channel)',
    )

    const text = async (channel: string): Promise<string> =>
      (await person('ada').slash('/country', { name: 'kazakhstan' }, { in: channel })).text
    expect(await text('general')).toContain('Столица')
    expect(await text('week-1')).toContain('Столица')
    expect(await text('quiz')).toContain('首都')

    await grace.press('Delete all that is set here', { on: ofServer })
    await grace.press('Delete all that is set here', { on: ofChannel })
    expect(await text('quiz')).toContain('Capital')
  })

  test('two moderators at the same moment lose nothing', async () => {
    const [grace, omar] = [person('grace'), person('omar')]
    const [one, other] = [
      await grace.slash('/settings', {}, { in: 'general' }),
      await omar.slash('/settings', {}, { in: 'general' }),
    ]
    await Promise.all([
      grace.choose('Detail …', ['full'], { on: one }),
      omar.choose('Layout …', ['text'], { on: other }),
      grace.choose('Answers …', ['private'], { on: one }),
      omar.choose('Language …', ['ru'], { on: other }),
    ])
    const panel = await grace.slash('/settings', {}, { in: 'general' })
    expect(['Language', 'Answers', 'Detail', 'Layout'].map(name => lineOf(panel, name))).toEqual([
      '**Language:** Русский (set for the server)',
      '**Answers:** only for the one who asks (set for the server)',
      '**Detail:** full (set for the server)',
      '**Layout:** text only (set for the server)',
    ])
    expect(lineOf(await grace.press('Delete all that is set here', { on: panel }), 'Detail')).toBe(
      '**Detail:** short (default)',
    )
  })

  test('the moderator role opens the panels, and cannot be handed on by it', async () => {
    const { discord } = inn
    const [grace, dilshod] = [person('grace'), person('dilshod')]
    const role = discord.server().addRole('helpers', [])
    discord.server().giveRole('dilshod', 'helpers')
    // In the Integrations page a server may show the command to whom it likes; the buttons ask for more.
    discord.server().setCommandPermissions('settings', [{ for: 'helpers', allow: true }])

    const before = await dilshod.slash('/settings', {}, { in: 'general' })
    const refused = await dilshod.choose('Объём ответов…', ['full'], { on: before })
    expect(refused.text).toContain('роль модератора')

    const panel = await grace.slash('/settings', {}, { in: 'general' })
    const withRole = await grace.choose('Moderator role …', ['helpers'], { on: panel })
    expect(lineOf(withRole, 'Moderator role')).toContain(role.id)

    const after = await dilshod.choose('Объём ответов…', ['full'], { on: before })
    expect(lineOf(after, 'Объём ответов')).toContain('подробно')
    expect(after.selects.map(({ placeholder }) => placeholder)).not.toContain('Роль модератора…')
    const reset = await dilshod.press('Сбросить всё, что задано здесь', { on: after })
    expect(lineOf(reset, 'Роль модератора')).toContain(role.id)
    expect(lineOf(reset, 'Объём ответов')).toContain('по умолчанию')
    expect(lineOf(await grace.choose('Moderator role …', [], { on: withRole }), 'Moderator role')).toBe(
      '**Moderator role:** none (default)',
    )
  })
})

describe('the preferences of a person', () => {
  test('hold wherever that person alone reads, and show in the new language at once', async () => {
    const aigerim = person('aigerim')
    const panel = await aigerim.slash('/preferences', {}, { in: 'general' })
    expect(panel.private).toBe(true)
    expect(lineOf(panel, 'Language')).toBe('**Language:** English (from Discord’s language)')
    const russian = await aigerim.choose('Language …', ['ru'], { on: panel })
    expect(lineOf(russian, 'Язык')).toBe('**Язык:** Русский (задано вами)')

    expect((await aigerim.slash('/country', { name: 'china', private: true }, { in: 'general' })).text).toContain(
      'Столица',
    )
    expect((await aigerim.slash('/country', { name: 'china', private: true }, { in: 'dm' })).text).toContain('Столица')
    expect((await aigerim.slash('/country', { name: 'china' }, { in: 'general' })).text).toContain('Capital')

    const gone = await aigerim.press('Сбросить всё, что задано здесь', { on: russian })
    expect(gone.text).toContain('Deleted')
    expect(lineOf(gone, 'Language')).toBe('**Language:** English (from Discord’s language)')
  })

  test('private by default, unless this once', async () => {
    const mei = person('mei')
    await mei.choose('回答可见范围……', ['private'], { on: await mei.slash('/preferences', {}, { in: 'general' }) })
    expect((await mei.slash('/country', { name: 'china' })).private).toBe(true)
    expect((await mei.slash('/country', { name: 'china', private: false })).private).toBe(false)
  })

  test('text only: the same words, no frame', async () => {
    const boris = person('boris')
    const rich = await boris.slash('/summit', { edition: 'xian-summit-2023', private: true }, { in: 'dm' })
    await boris.choose('Оформление…', ['text'], { on: await boris.slash('/preferences', {}, { in: 'dm' }) })
    const plain = await boris.slash('/summit', { edition: 'xian-summit-2023', private: true }, { in: 'dm' })
    const words = (text: string): string => text.replaceAll(/^(?:#+ |-# )|\*\*/gm, '')
    expect(words(rich.text)).toContain(words(plain.text).split('\n')[1])
    expect(plain.text).not.toMatch(/^#/m)
  })
})

test('what was set survives a restart of the bot, and so do the buttons', async () => {
  const { discord } = inn
  const mei = person('mei')
  const page = await mei.slash('/country', { name: 'china' }, { in: 'general' })
  expect(page.private).toBe(true)
  await discord.restartBot()
  expect((await mei.slash('/country', { name: 'china' })).private).toBe(true)
  expect((await mei.press('完整', { on: page })).kind).toBe('update')
})

test('a kill at the worst moment loses nothing that was confirmed', async () => {
  const { discord } = inn
  const grace = person('grace')
  await grace.choose('Detail …', ['full'], { on: await grace.slash('/settings', {}, { in: 'general' }) })
  await discord.killBot()
  await discord.startBot()
  expect(lineOf(await grace.slash('/settings', {}, { in: 'general' }), 'Detail')).toBe(
    '**Detail:** full (set for the server)',
  )
})

test('a record that cannot be read locks nobody out, and can be deleted', async () => {
  const { discord, database } = inn
  const grace = person('grace')
  await grace.choose('Layout …', ['text'], { on: await grace.slash('/settings', {}, { in: 'general' }) })
  const file = new DatabaseSync(database)
  const spoilt = file
    .prepare("UPDATE keyv SET value = 'garbage' WHERE key LIKE ?")
    .run(`%server:${discord.server().id}`)
  file.close()
  expect(spoilt.changes).toBe(1)

  expect((await person('ada').slash('/country', { name: 'china' }, { in: 'general' })).text).toContain('Beijing')
  expect(
    (await grace.choose('Detail …', ['full'], { on: await grace.slash('/settings', {}, { in: 'general' }) })).text,
  ).toContain('went wrong')
  const panel = await grace.slash('/settings', {}, { in: 'general' })
  expect((await grace.press('Delete all that is set here', { on: panel })).text).toContain('Deleted')
  expect(lineOf(await grace.choose('Detail …', ['full'], { on: panel }), 'Detail')).toContain('full')
})

test('Local Discord had nothing to refuse', () => {
  expect(inn.discord.refusals()).toEqual([])
})
