/** People are held to what Discord's client holds them to: what it would not let through never reaches the bot. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import type { Reply } from '../../local-discord/people/reply.ts'
import type { PersonScript } from '../../local-discord/people.ts'
import { anything, digits, someText } from './expectations.ts'
import { begin, type Send, sender } from './rest.ts'

let discord: LocalDiscord
let send: Send
let ada: PersonScript

beforeAll(async () => {
  discord = await openLocalDiscord()
  send = sender(discord)
  ada = discord.person('ada')
  await send('PUT', `/applications/${discord.applicationId}/commands`, [
    {
      name: 'set',
      description: 'Sets',
      options: [
        {
          type: 2,
          name: 'daily',
          description: 'The daily post',
          options: [
            {
              type: 1,
              name: 'at',
              description: 'When and where',
              options: [
                { type: 3, name: 'time', description: 'When', required: true, min_length: 5, max_length: 5 },
                { type: 7, name: 'where', description: 'Channel', channel_types: [0, 5] },
                { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 9 },
                { type: 3, name: 'kind', description: 'What', choices: [{ name: 'A fact', value: 'fact' }] },
                { type: 6, name: 'person', description: 'Who' },
                { type: 8, name: 'role', description: 'Role' },
                { type: 9, name: 'either', description: 'Person or role' },
                { type: 5, name: 'quiet', description: 'Quietly' },
                { type: 10, name: 'share', description: 'A number' },
                { type: 11, name: 'file', description: 'A file' },
              ],
            },
          ],
        },
      ],
    },
  ])
})
afterAll(() => discord.close())

/** The payload that the bot would get. */
function payloadOf(act: () => Promise<unknown>): Record<string, unknown> {
  let payload: Record<string, unknown> = {}
  const stop = discord.live.subscribe(change => {
    if (change.kind === 'interaction-created') payload = change.payload
  })
  begin(discord, act)
  stop()
  return payload
}

/** Ada's /set, answered with this body. */
async function answered(data: object, person = ada): Promise<Reply> {
  const asked = begin(discord, () =>
    person.slash('/set daily at', { time: '09:00' }, { in: discord.channel('general') }),
  )
  expect((await send('POST', asked.callback, data)).status).toBe(204)
  return await asked.outcome
}

const at = (options: Record<string, string | number | boolean>) =>
  ada.slash('/set daily at', { time: '09:00', ...options }, { in: discord.channel('general') })

describe('a slash command', () => {
  test.each([
    ['a required option', () => ada.slash('/set daily at'), 'needs its option "time"'],
    ['options that exist', () => at({ colour: 'red' }), 'has no option "colour"'],
    ['sub-commands that exist', () => ada.slash('/set weekly'), 'has no sub-command "weekly"; it has daily'],
    ['a whole line', () => ada.slash('/set daily'), 'only the beginning: name one of at'],
    ['lengths', () => at({ time: '9:00' }), 'takes 5 to 5 characters'],
    ['bounds', () => at({ count: 10 }), 'takes a number from 1 to 9'],
    ['whole numbers', () => at({ count: 1.5 }), 'takes a number'],
    ['types', () => at({ quiet: 'yes' }), 'takes true or false'],
    ['choices', () => at({ kind: 'joke' }), 'takes one of A fact'],
    ['kinds of channels', () => at({ where: 'questions' }), 'takes a channel of the types 0, 5'],
    ['channels that exist', () => at({ where: 'nowhere' }), 'no channel of Silk Road Study Group is called "nowhere"'],
    ['members', () => at({ person: 'nora' }), 'nora is no member'],
    ['roles that exist', () => at({ role: 'kings' }), 'has no role "kings"'],
    ['files as files', () => at({ file: 'a.csv' }), 'takes a file'],
    [
      'places that are seen',
      () => ada.slash('/set daily at', { time: '09:00' }, { in: 'backroom' }),
      'ada does not see the channel backroom',
    ],
    ['commands that exist', () => ada.slash('/nothing'), 'is offered no command "nothing" here: there are set'],
    [
      'installs',
      () => discord.person('nora').slash('/set daily at', { time: '09:00' }),
      'installed neither here nor for this person',
    ],
    ['autocomplete where there is some', () => ada.complete('/set daily at', { time: '0' }), 'has no autocomplete'],
  ])('needs %s', async (_, act, words) => {
    await expect(act()).rejects.toThrow(words)
  })

  test('reaches the bot in the full shape that Discord gives it', () => {
    const boris = discord.person('boris')
    const payload = payloadOf(() =>
      ada.slash(
        '/set daily at',
        {
          time: '09:00',
          where: '#daily',
          count: 3,
          kind: 'A fact',
          person: boris,
          either: 'moderators',
          quiet: true,
          share: 0.5,
          file: { name: 'a.csv', bytes: 'a,b', contentType: 'text/csv' },
        },
        { in: discord.channel('general') },
      ),
    )
    expect(payload).toMatchObject({
      version: 1,
      type: 2,
      application_id: discord.applicationId,
      guild_id: discord.server().id,
      guild: { id: discord.server().id, locale: 'en-US' },
      guild_locale: 'en-US',
      locale: 'en-GB',
      context: 0,
      channel_id: discord.channel('general').id,
      channel: { name: 'general', type: 0 },
      entitlements: [],
      authorizing_integration_owners: { '0': discord.server().id },
      attachment_size_limit: 10_485_760,
      member: { user: { username: 'ada', global_name: 'Ada' }, permissions: digits },
      app_permissions: digits,
    })
    expect(payload).not.toHaveProperty('user')
    const data = payload['data'] as {
      options: { options: { options: { name: string; value: unknown }[] }[] }[]
      resolved: Record<string, Record<string, object>>
    }
    const values = Object.fromEntries(data.options[0]?.options[0]?.options.map(one => [one.name, one.value]) ?? [])
    expect(values).toMatchObject({
      time: '09:00',
      where: discord.channel('daily').id,
      count: 3,
      kind: 'fact',
      person: boris.id,
      quiet: true,
      share: 0.5,
    })
    expect(data.resolved['users']?.[boris.id]).toMatchObject({ username: 'boris' })
    expect(data.resolved['members']?.[boris.id]).not.toHaveProperty('user')
    expect(data.resolved['channels']?.[discord.channel('daily').id]).toMatchObject({
      name: 'daily',
      app_permissions: digits,
    })
    expect(Object.values(data.resolved['roles'] ?? {})).toMatchObject([{ name: 'moderators' }])
    expect(Object.values(data.resolved['attachments'] ?? {})).toMatchObject([
      { filename: 'a.csv', size: 3, content_type: 'text/csv' },
    ])
  })

  test('in direct messages comes with a user, no member, and the permissions of direct messages', () => {
    const payload = payloadOf(() => ada.slash('/set daily at', { time: '09:00' }, { in: 'dm' }))
    expect(payload).toMatchObject({
      context: 1,
      user: { username: 'ada' },
      channel: { type: 1 },
      authorizing_integration_owners: { '0': '0' },
    })
    expect(payload).not.toHaveProperty('member')
    expect(payload['app_permissions']).toBe(String((1n << 14n) | (1n << 15n) | (1n << 17n) | (1n << 18n)))
  })
})

const button = (label: string, more: object = {}): object => ({
  type: 2,
  style: 1,
  custom_id: `id-${label}`,
  label,
  ...more,
})
const row = (...components: object[]): object => ({ type: 1, components })

describe('a button', () => {
  test('must be there, enabled, no link, and on a message that the person sees', async () => {
    const reply = await answered({
      type: 4,
      data: {
        content: 'x',
        flags: 64,
        components: [
          row(button('Go'), button('Off', { disabled: true }), {
            type: 2,
            style: 5,
            label: 'Link',
            url: 'https://example.org',
          }),
        ],
      },
    })
    await expect(ada.press('Stop', { on: reply })).rejects.toThrow('has no button "Stop"; it has Go, Off, Link')
    await expect(ada.press('Off', { on: reply })).rejects.toThrow('is disabled')
    await expect(ada.press('Link', { on: reply })).rejects.toThrow('is a link')
    await expect(discord.person('boris').press('Go', { on: reply })).rejects.toThrow('only visible to another person')
    const payload = payloadOf(() => ada.press('Go', { on: reply }))
    expect(payload).toMatchObject({
      type: 3,
      data: { component_type: 2, custom_id: 'id-Go', id: 2 },
      message: { id: reply.message.id, flags: 64 },
    })
  })

  test('is looked for on the newest message that has it', async () => {
    await answered({ type: 4, data: { content: 'first', components: [row(button('Go'))] } })
    const second = await answered({ type: 4, data: { content: 'second', components: [row(button('Go'))] } })
    await answered({ type: 4, data: { content: 'third' } })
    expect(payloadOf(() => ada.press('Go'))).toMatchObject({ message: { id: second.message.id } })
    await expect(ada.press('Nowhere')).rejects.toThrow('no message here has a button "Nowhere"')
  })
})

test('a select takes as many of its options as it says', async () => {
  const options = ['a', 'b', 'c'].map(value => ({ label: value.toUpperCase(), value }))
  const reply = await answered({
    type: 4,
    data: {
      content: 'x',
      components: [
        row({ type: 3, custom_id: 's', placeholder: 'Letters', min_values: 1, max_values: 2, options }),
        row({ type: 8, custom_id: 'c', channel_types: [5] }),
        row({ type: 5, custom_id: 'u' }),
      ],
    },
  })
  await expect(ada.choose('Letters', [], { on: reply })).rejects.toThrow('takes 1 to 2 values, not 0')
  await expect(ada.choose('Letters', ['a', 'b', 'c'], { on: reply })).rejects.toThrow('takes 1 to 2 values, not 3')
  await expect(ada.choose('Letters', ['d'], { on: reply })).rejects.toThrow('no option "d"; it has A, B, C')
  await expect(ada.choose('c', ['general'], { on: reply })).rejects.toThrow('takes channels of the types 5')
  expect(payloadOf(() => ada.choose('Letters', ['A', 'c'], { on: reply }))).toMatchObject({
    data: { values: ['a', 'c'] },
  })
  expect(payloadOf(() => ada.choose('c', ['announcements'], { on: reply }))).toMatchObject({
    data: { resolved: { channels: anything } },
  })
  const boris = discord.person('boris')
  expect(payloadOf(() => ada.choose('u', ['boris'], { on: reply }))).toMatchObject({
    data: { values: [boris.id], resolved: { users: { [boris.id]: { username: 'boris' } } } },
  })
})

test('a modal is filled in by whom it was opened to, as its fields want', async () => {
  const label = (name: string, component: object): object => ({ type: 18, label: name, component })
  const options = ['a', 'b', 'c'].map(value => ({ label: value.toUpperCase(), value }))
  const reply = await answered({
    type: 9,
    data: {
      custom_id: 'm',
      title: 'Settings',
      components: [
        label('Time', { type: 4, custom_id: 'time', style: 1, min_length: 5, max_length: 5, value: '09:00' }),
        label('Days', { type: 22, custom_id: 'days', options, max_values: 2 }),
        label('One', { type: 21, custom_id: 'one', options, required: false }),
        label('Sure', { type: 23, custom_id: 'sure' }),
        label('Sheet', { type: 19, custom_id: 'sheet', file_types: ['.csv'], required: false }),
      ],
    },
  })
  expect(reply).toMatchObject({
    kind: 'modal',
    modal: {
      title: 'Settings',
      fields: [
        { label: 'Time' },
        { label: 'Days' },
        { label: 'One' },
        { label: 'Sure', required: false },
        { label: 'Sheet' },
      ],
    },
  })
  expect(() => reply.message).toThrow('the answer is the modal "Settings"')
  await expect(discord.person('boris').submit(reply, {})).rejects.toThrow('was opened to ada, not to boris')
  await expect(ada.submit(reply, { Colour: 'red' })).rejects.toThrow('has no field "Colour"')
  await expect(ada.submit(reply, {})).rejects.toThrow('"Days" takes 1 to 2 values, not 0')
  await expect(ada.submit(reply, { Days: ['A', 'B', 'C'] })).rejects.toThrow('takes 1 to 2 values, not 3')
  await expect(ada.submit(reply, { Days: ['A'], Time: '' })).rejects.toThrow('"Time" is required')
  await expect(ada.submit(reply, { Days: ['A'], Time: '9' })).rejects.toThrow('takes 5 to 5 characters')
  await expect(ada.submit(reply, { Days: ['A'], Sheet: { name: 'a.txt', bytes: 'a' } })).rejects.toThrow(
    'takes files of the types .csv',
  )
  const payload = payloadOf(() =>
    ada.submit(reply, { Days: ['A', 'b'], sure: true, Sheet: { name: 'a.csv', bytes: 'a' } }),
  )
  expect(payload).toMatchObject({
    type: 5,
    data: {
      custom_id: 'm',
      components: [
        { type: 18, component: { type: 4, custom_id: 'time', value: '09:00' } },
        { component: { type: 22, values: ['a', 'b'] } },
        { component: { type: 21, value: null } },
        { component: { type: 23, value: true } },
        { component: { type: 19, values: [someText] } },
      ],
      resolved: { attachments: anything },
    },
  })
  expect(payload).not.toHaveProperty('message')
})

test('people write where they may', () => {
  expect(() => ada.say('x', { in: 'backroom' })).toThrow('does not see')
  discord.channel('daily').setPermissions('@everyone', { deny: ['SEND_MESSAGES'] })
  expect(() => ada.say('x', { in: 'daily' })).toThrow('ada may not write in daily')
  expect(() => ada.say(' ', { in: 'general' })).toThrow('1 to 2000 characters')
  expect(() => ada.say('x'.repeat(2001))).toThrow('1 to 2000 characters')
  expect(
    discord
      .channel('general')
      .messages()
      .some(one => one.text.startsWith('xx')),
  ).toBe(false)
})

test('a person waits to see a message, and is told what stood there instead', async () => {
  const soon = ada.sees(/later, (\w+)/g, { in: discord.channel('quiz') })
  discord.person('boris').say('see you later, ada', { in: discord.channel('quiz') })
  expect((await soon).text).toBe('see you later, ada')
  await expect(ada.sees('never', { withinMs: 20 })).rejects.toThrow(
    'did not see never within 20 ms; the newest message here: "see you later, ada"',
  )
})

test('the text of a reply is all that can be read, in reading order', async () => {
  const embeds = await answered({
    type: 4,
    data: {
      content: 'before',
      embeds: [
        {
          author: { name: 'who' },
          title: 'title',
          description: 'text',
          fields: [{ name: 'f', value: 'v' }],
          footer: { text: 'end' },
        },
      ],
    },
  })
  expect(embeds.text).toBe('before\nwho\ntitle\ntext\nf\nv\nend')
  const picture = { media: { url: 'https://example.org/a.png' }, description: 'alt text' }
  const components = await answered({
    type: 4,
    data: {
      flags: 1 << 15,
      components: [
        {
          type: 17,
          components: [
            { type: 9, components: [{ type: 10, content: 'one' }], accessory: { type: 11, ...picture } },
            { type: 12, items: [picture] },
            { type: 10, content: 'two' },
            row(button('Not read')),
          ],
        },
        { type: 10, content: 'three' },
      ],
    },
  })
  expect(components.text).toBe('one\nalt text\nalt text\ntwo\nthree')
  expect(components.buttons.map(one => one.label)).toEqual(['Not read'])
})
