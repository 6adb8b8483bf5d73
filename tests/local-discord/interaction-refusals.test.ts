/** What Discord holds answers to interactions to: once, in time, of the right kind, by the right token. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import type { PersonScript } from '../../local-discord/people.ts'
import { begin, faultsIn, registerCommands, type Send, sender } from './rest.ts'

let discord: LocalDiscord
let send: Send
let ada: PersonScript

beforeAll(async () => {
  discord = await openLocalDiscord()
  send = sender(discord)
  await registerCommands(send, discord)
  ada = discord.person('ada')
})
afterAll(() => discord.close())

const slash = (person = ada) => begin(discord, () => person.slash('/ask'))
const reply = (data: object = { content: 'x' }): object => ({ type: 4, data })
const buttons = {
  content: 'x',
  components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'go', label: 'Go' }] }],
}

/** A message with a button that ada sees, and her press of it. */
async function pressed(data: object = buttons) {
  const asked = slash()
  await send('POST', asked.callback, reply(data))
  const shown = await asked.outcome
  return begin(discord, () => ada.press('Go', { on: shown }))
}

describe('the acknowledgement', () => {
  test('comes once: a second one is refused with 40060', async () => {
    const { callback } = slash()
    expect((await send('POST', callback, reply())).status).toBe(204)
    expect(await send('POST', callback, reply())).toMatchObject({ status: 400, body: { code: 40060 } })
  })

  test('comes within three seconds of the world: later it is refused with 10062, and the person is told', async () => {
    const { callback, outcome } = slash()
    await discord.turnClock('3001ms')
    await expect(outcome).rejects.toThrow('The application did not respond')
    expect(await send('POST', callback, reply())).toMatchObject({ status: 404, body: { code: 10062 } })
  })

  test('names the interaction and its token', async () => {
    const { callback, interaction } = slash()
    expect((await send('POST', callback.replace(interaction.token, 'another'), reply())).body['code']).toBe(10062)
    expect((await send('POST', callback.replace(interaction.id, '1'), reply())).body['code']).toBe(10062)
  })

  test('needs no bot token', async () => {
    expect((await send('POST', slash().callback, reply(), { token: null })).status).toBe(204)
  })

  test('with a bad body is refused and may be tried again', async () => {
    const { callback } = slash()
    const no = await send('POST', callback, reply({ content: 'x'.repeat(2001) }))
    expect(faultsIn(no.body)).toEqual(['data.content BASE_TYPE_MAX_LENGTH'])
    expect((await send('POST', callback, reply({}))).body['code']).toBe(50006)
    expect((await send('POST', callback, reply())).status).toBe(204)
  })

  test('gives the message back with with_response, and 204 without a content type otherwise', async () => {
    const withResponse = await send(
      'POST',
      `${slash().callback}?with_response=true`,
      reply({ content: 'x', flags: 64 }),
    )
    expect(withResponse).toMatchObject({
      status: 200,
      body: {
        interaction: { type: 2, response_message_ephemeral: true },
        resource: { type: 4, message: { content: 'x', flags: 64 } },
      },
    })
    const without = await send('POST', slash().callback, reply())
    expect(without.status).toBe(204)
    expect(without.headers.get('content-type')).toBeNull()
  })

  test.each([
    { what: 'an update of a slash command', type: 7 },
    { what: 'a deferred update of a slash command', type: 6 },
    { what: 'choices for a slash command', type: 8 },
    { what: 'a pong', type: 1 },
    { what: 'an activity', type: 12 },
    { what: 'nothing known', type: 99 },
  ])('is refused for $what', async ({ type }) => {
    expect(faultsIn((await send('POST', slash().callback, { type, data: { content: 'x' } })).body)).toEqual([
      'type BASE_TYPE_CHOICES',
    ])
  })

  test('of a button may update, of its modal too; a modal opens no modal', async () => {
    expect((await send('POST', (await pressed()).callback, { type: 7, data: { content: 'y' } })).status).toBe(204)
    const modal = {
      type: 9,
      data: {
        custom_id: 'm',
        title: 'M',
        components: [{ type: 18, label: 'L', component: { type: 4, custom_id: 't', style: 1, required: false } }],
      },
    }
    const fromButton = await pressed()
    await send('POST', fromButton.callback, modal)
    const opened = await fromButton.outcome
    const again = begin(discord, () => ada.submit(opened, {}))
    expect(faultsIn((await send('POST', again.callback, modal)).body)).toEqual(['type BASE_TYPE_CHOICES'])
    expect((await send('POST', again.callback, { type: 7, data: { content: 'z' } })).status).toBe(204)
  })

  test('by a modal that a slash command opened cannot update', async () => {
    const asked = slash()
    await send('POST', asked.callback, {
      type: 9,
      data: { custom_id: 'm', title: 'M', components: [{ type: 10, content: 'only words' }] },
    })
    const opened = await asked.outcome
    const sent = begin(discord, () => ada.submit(opened, {}))
    expect(faultsIn((await send('POST', sent.callback, { type: 7, data: { content: 'x' } })).body)).toEqual([
      'type BASE_TYPE_CHOICES',
    ])
  })

  test('a deferral takes no flag but EPHEMERAL', async () => {
    const { callback } = slash()
    expect(faultsIn((await send('POST', callback, { type: 5, data: { flags: 1 << 15 } })).body)).toEqual([
      'data.flags MESSAGE_FLAG_NOT_SETTABLE',
    ])
    expect((await send('POST', callback, { type: 5, data: { flags: 64 } })).status).toBe(204)
  })

  test('where the bot may not write by token, an answer still comes through', async () => {
    const asked = begin(discord, () => ada.slash('/ask', {}, { in: 'rules' }))
    expect((await send('POST', asked.callback, reply())).status).toBe(204)
    ada.goTo('general')
  })
})

describe('the token of an interaction', () => {
  test('opens nothing before the acknowledgement: 10015', async () => {
    const { webhook } = slash()
    expect((await send('POST', webhook, { content: 'x' })).body['code']).toBe(10015)
    expect((await send('GET', `${webhook}/messages/@original`)).body['code']).toBe(10015)
  })

  test('edits, reads and deletes @original, also written %40original', async () => {
    const { callback, webhook } = slash()
    await send('POST', callback, reply())
    expect((await send('PATCH', `${webhook}/messages/%40original`, { content: 'y' })).body['content']).toBe('y')
    expect((await send('GET', `${webhook}/messages/@original`)).body['content']).toBe('y')
    expect((await send('DELETE', `${webhook}/messages/@original`)).status).toBe(204)
    expect((await send('GET', `${webhook}/messages/@original`)).body['code']).toBe(10008)
  })

  test('is spent after fifteen minutes: 50027', async () => {
    const { callback, webhook } = slash()
    await send('POST', callback, reply())
    await discord.turnClock('14min 50s')
    expect((await send('PATCH', `${webhook}/messages/@original`, { content: 'y' })).status).toBe(200)
    await discord.turnClock('11s')
    expect(await send('PATCH', `${webhook}/messages/@original`, { content: 'z' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    })
  })

  test('reaches no message of another interaction', async () => {
    const one = slash()
    const two = slash()
    await send('POST', one.callback, reply())
    await send('POST', two.callback, reply())
    const { body } = await send('GET', `${one.webhook}/messages/@original`)
    expect((await send('PATCH', `${two.webhook}/messages/${String(body['id'])}`, { content: 'x' })).body['code']).toBe(
      10008,
    )
    expect((await send('POST', one.webhook.replace(discord.applicationId, '1'), { content: 'x' })).body['code']).toBe(
      10015,
    )
  })

  test('of choices opens no follow-up', async () => {
    const typed = begin(discord, () => ada.complete('/pick', { name: 'k' }))
    await send('POST', typed.callback, { type: 8, data: { choices: [] } })
    expect((await send('POST', typed.webhook, { content: 'x' })).body['code']).toBe(10015)
  })
})

test('an update of a message that is gone is refused with 10008, of a poll with 520003', async () => {
  const go = await pressed()
  const source = discord.channel('general').last()
  await send('DELETE', `/channels/${source.channelId}/messages/${source.id}`)
  expect((await send('POST', go.callback, { type: 7, data: { content: 'y' } })).body['code']).toBe(10008)
  const asked = slash()
  await send(
    'POST',
    asked.callback,
    reply({ poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } }),
  )
  expect((await send('PATCH', `${asked.webhook}/messages/@original`, { content: 'x' })).body['code']).toBe(520003)
})

test('a follow-up after the deferral was deleted stands for itself', async () => {
  const byWebhook = slash()
  await send('POST', byWebhook.callback, { type: 5 })
  await send('DELETE', `${byWebhook.webhook}/messages/@original`)
  expect((await byWebhook.outcome).kind).toBe('nothing')
  expect((await send('POST', byWebhook.webhook, { content: 'still here' })).status).toBe(200)
  const byChannel = slash()
  await send('POST', byChannel.callback, { type: 5 })
  const { channelId, id } = discord.channel('general').last()
  await send('DELETE', `/channels/${channelId}/messages/${id}`)
  expect((await send('POST', byChannel.webhook, { content: 'still here' })).status).toBe(200)
})

describe('privacy', () => {
  test('an ephemeral message is seen by its person only, and by no route of the channel', async () => {
    const { callback, webhook, outcome } = slash()
    await send('POST', callback, reply({ content: 'secret', flags: 64 }))
    const { message } = await outcome
    expect(message.private).toBe(true)
    expect(ada.last().text).toBe('secret')
    expect(
      discord
        .person('boris')
        .reads({ in: 'general' })
        .some(one => one.text === 'secret'),
    ).toBe(false)
    const channel = `/channels/${discord.channel('general').id}/messages`
    expect((await send('GET', `${channel}/${message.id}`)).body['code']).toBe(10008)
    expect((await send('PATCH', `${channel}/${message.id}`, { content: 'x' })).body['code']).toBe(10008)
    expect((await send('DELETE', `${channel}/${message.id}`)).body['code']).toBe(10008)
    expect((await send('GET', `${webhook}/messages/@original`)).body).toMatchObject({ content: 'secret', flags: 64 })
  })

  test('the deferral fixes it: the edit and the first follow-up have no say', async () => {
    const open = slash()
    await send('POST', open.callback, { type: 5 })
    const filled = await send('PATCH', `${open.webhook}/messages/@original`, { content: 'x', flags: 64 })
    expect(filled.body['flags']).toBe(0)
    const closed = slash()
    await send('POST', closed.callback, { type: 5, data: { flags: 64 } })
    const first = await send('POST', closed.webhook, { content: 'takes the place of the deferral' })
    expect(first.body['flags']).toBe(64)
    expect(await closed.outcome).toMatchObject({
      private: true,
      deferred: true,
      text: 'takes the place of the deferral',
    })
    expect((await send('POST', closed.webhook, { content: 'a second is itself' })).body['flags']).toBe(0)
  })

  test('a deferral shows as loading until it is filled, and is no edit', async () => {
    const { callback, webhook } = slash()
    await send('POST', callback, { type: 5 })
    expect((await send('GET', `${webhook}/messages/@original`)).body['flags']).toBe(128)
    expect((await send('PATCH', `${webhook}/messages/@original`, {})).body['code']).toBe(50006)
    expect((await send('PATCH', `${webhook}/messages/@original`, { content: 'x' })).body).toMatchObject({
      flags: 0,
      edited_timestamp: null,
    })
  })

  test('polls are never private', async () => {
    const poll = { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] }
    expect(faultsIn((await send('POST', slash().callback, reply({ poll, flags: 64 }))).body)).toEqual([
      'data.poll POLL_EPHEMERAL',
    ])
  })

  test("without Use External Apps, answers of a person's own app are only for them", async () => {
    const nora = discord.person('nora')
    const lobby = discord.server('Elsewhere').channel('lobby')
    ada.install()
    const open = begin(discord, () => ada.slash('/ask', {}, { in: lobby }))
    await send('POST', open.callback, reply())
    expect((await open.outcome).private).toBe(false)
    lobby.setPermissions('@everyone', { deny: ['USE_EXTERNAL_APPS'] })
    const closed = begin(discord, () => ada.slash('/ask', {}, { in: lobby }))
    await send('POST', closed.callback, reply())
    expect((await closed.outcome).private).toBe(true)
    const owners = begin(discord, () => nora.slash('/ask', {}, { in: lobby }))
    await send('POST', owners.callback, reply())
    expect((await owners.outcome).private).toBe(false)
    ada.uninstall()
    ada.goTo(discord.channel('general'))
  })
})

test('a person-installed application has five follow-ups, an installed one more', async () => {
  const nora = discord.person('nora')
  const own = slash(nora)
  await send('POST', own.callback, reply())
  for (let index = 0; index < 5; index++) expect((await send('POST', own.webhook, { content: 'x' })).status).toBe(200)
  expect(await send('POST', own.webhook, { content: 'x' })).toMatchObject({ status: 400, body: { code: 40094 } })
  const there = slash()
  await send('POST', there.callback, reply())
  for (let index = 0; index < 6; index++) expect((await send('POST', there.webhook, { content: 'x' })).status).toBe(200)
})

describe('choices', () => {
  const offer = async (choices: unknown) => {
    const typed = begin(discord, () => ada.complete('/pick', { name: 'k' }))
    return faultsIn((await send('POST', typed.callback, { type: 8, data: { choices } })).body)
  }
  const choice = (more: object = {}): object => ({ name: 'n', value: 'v', ...more })

  test.each([
    {
      rule: 'at most 25',
      choices: Array.from({ length: 26 }, () => choice()),
      fault: 'data.choices BASE_TYPE_MAX_LENGTH',
    },
    {
      rule: 'names of 100',
      choices: [choice({ name: 'n'.repeat(101) })],
      fault: 'data.choices.0.name BASE_TYPE_BAD_LENGTH',
    },
    { rule: 'names at all', choices: [choice({ name: ' ' })], fault: 'data.choices.0.name BASE_TYPE_REQUIRED' },
    {
      rule: 'values of 100',
      choices: [choice({ value: 'v'.repeat(101) })],
      fault: 'data.choices.0.value BASE_TYPE_BAD_LENGTH',
    },
    {
      rule: 'values of the type of the option',
      choices: [choice({ value: 7 })],
      fault: 'data.choices.0.value BASE_TYPE_CONVERT',
    },
  ])('$rule', async ({ choices, fault }) => {
    expect(await offer(choices)).toEqual([fault])
    expect(await offer([choice({ name: 'n'.repeat(100), value: 'v'.repeat(100) })])).toEqual([])
  })

  test('are the only answer to autocomplete', async () => {
    const typed = begin(discord, () => ada.complete('/pick', { name: 'k' }))
    expect(faultsIn((await send('POST', typed.callback, reply())).body)).toEqual(['type BASE_TYPE_CHOICES'])
  })
})

describe('a modal', () => {
  const field = (more: object = {}): object => ({
    type: 18,
    label: 'L',
    component: { type: 4, custom_id: 't', style: 1, ...more },
  })
  const open = async (data: object) => {
    const answer = await send('POST', slash().callback, {
      type: 9,
      data: { custom_id: 'm', title: 'M', components: [field()], ...data },
    })
    return answer.status === 204 ? [] : faultsIn(answer.body)
  }
  const options = (count: number, more: object = {}): object[] =>
    Array.from({ length: count }, (_, index) => ({ label: 'x', value: `${index}`, ...more }))
  const input = (id: string): object => ({ type: 4, custom_id: id, style: 1, label: 'x' })
  const inLabel = (component: object): object => ({ components: [{ type: 18, label: 'L', component }] })

  test.each([
    {
      rule: 'titles of 45',
      refused: { title: 'x'.repeat(46) },
      fault: 'data.title BASE_TYPE_BAD_LENGTH',
      allowed: { title: 'x'.repeat(45) },
    },
    { rule: 'a title', refused: { title: ' ' }, fault: 'data.title BASE_TYPE_REQUIRED', allowed: { title: 'x' } },
    {
      rule: 'custom ids of 100',
      refused: { custom_id: 'x'.repeat(101) },
      fault: 'data.custom_id BASE_TYPE_BAD_LENGTH',
      allowed: { custom_id: 'x'.repeat(100) },
    },
    {
      rule: 'five components',
      refused: { components: Array.from({ length: 6 }, (_, index) => field({ custom_id: `t${index}` })) },
      fault: 'data.components BASE_TYPE_BAD_LENGTH',
      allowed: { components: Array.from({ length: 5 }, (_, index) => field({ custom_id: `t${index}` })) },
    },
    {
      rule: 'labels of 45',
      refused: { components: [{ ...field(), label: 'x'.repeat(46) }] },
      fault: 'data.components.0.label BASE_TYPE_BAD_LENGTH',
      allowed: { components: [{ ...field(), label: 'x'.repeat(45) }] },
    },
    {
      rule: 'descriptions of 100',
      refused: { components: [{ ...field(), description: 'x'.repeat(101) }] },
      fault: 'data.components.0.description BASE_TYPE_BAD_LENGTH',
      allowed: { components: [{ ...field(), description: 'x'.repeat(100) }] },
    },
    {
      rule: 'unique custom ids',
      refused: { components: [field(), field()] },
      fault: 'data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
      allowed: { components: [field(), field({ custom_id: 'u' })] },
    },
    {
      rule: 'no label inside a Label',
      refused: { components: [field({ label: 'x' })] },
      fault: 'data.components.0.component.label TEXT_INPUT_LABEL_FORBIDDEN',
      allowed: {},
    },
    {
      rule: 'a label in an action row',
      refused: { components: [{ type: 1, components: [{ type: 4, custom_id: 't', style: 1 }] }] },
      fault: 'data.components.0.components.0.label BASE_TYPE_REQUIRED',
      allowed: { components: [{ type: 1, components: [{ type: 4, custom_id: 't', style: 1, label: 'x' }] }] },
    },
    {
      rule: 'one text input in an action row',
      refused: { components: [{ type: 1, components: [input('a'), input('b')] }] },
      fault: 'data.components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      allowed: { components: [{ type: 1, components: [input('a')] }] },
    },
    {
      rule: 'lengths in order',
      refused: { components: [field({ min_length: 5, max_length: 4 })] },
      fault: 'data.components.0.component.min_length TEXT_INPUT_MIN_LENGTH_TOO_LARGE',
      allowed: { components: [field({ min_length: 4, max_length: 4 })] },
    },
    {
      rule: 'values within the lengths',
      refused: { components: [field({ max_length: 4, value: '12345' })] },
      fault: 'data.components.0.component.value BASE_TYPE_BAD_LENGTH',
      allowed: { components: [field({ max_length: 4, value: '1234' })] },
    },
    {
      rule: 'placeholders of 100',
      refused: { components: [field({ placeholder: 'x'.repeat(101) })] },
      fault: 'data.components.0.component.placeholder BASE_TYPE_MAX_LENGTH',
      allowed: { components: [field({ placeholder: 'x'.repeat(100) })] },
    },
    {
      rule: 'no disabled select',
      refused: inLabel({ type: 3, custom_id: 's', options: options(2), disabled: true }),
      fault: 'data.components.0.component.disabled SELECT_COMPONENT_DISABLED_IN_MODAL',
      allowed: inLabel({ type: 3, custom_id: 's', options: options(2) }),
    },
    {
      rule: 'required selects without zero',
      refused: inLabel({ type: 3, custom_id: 's', options: options(2), min_values: 0 }),
      fault: 'data.components.0.component.min_values SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES',
      allowed: inLabel({ type: 3, custom_id: 's', options: options(2), min_values: 0, required: false }),
    },
    {
      rule: 'two to ten radio options',
      refused: inLabel({ type: 21, custom_id: 'r', options: options(1) }),
      fault: 'data.components.0.component.options BASE_TYPE_BAD_LENGTH',
      allowed: inLabel({ type: 21, custom_id: 'r', options: options(10) }),
    },
    {
      rule: 'one radio default',
      refused: inLabel({ type: 21, custom_id: 'r', options: options(2, { default: true }) }),
      fault: 'data.components.0.component.options SELECT_COMPONENT_TOO_MANY_DEFAULTS',
      allowed: inLabel({ type: 21, custom_id: 'r', options: options(2) }),
    },
    {
      rule: 'unique radio values',
      refused: inLabel({ type: 21, custom_id: 'r', options: [...options(1), ...options(1)] }),
      fault: 'data.components.0.component.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      allowed: inLabel({ type: 21, custom_id: 'r', options: options(2) }),
    },
    {
      rule: 'as many checks as options',
      refused: inLabel({ type: 22, custom_id: 'c', options: options(2), max_values: 3 }),
      fault: 'data.components.0.component.max_values SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
      allowed: inLabel({ type: 22, custom_id: 'c', options: options(2), max_values: 2 }),
    },
    {
      rule: 'no buttons',
      refused: { components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'b', label: 'x' }] }] },
      fault: 'data.components.0.components.0.type BASE_TYPE_CHOICES',
      allowed: {},
    },
  ])('$rule', async ({ refused, fault, allowed }) => {
    expect(await open(refused)).toContain(fault)
    expect(await open(allowed)).toEqual([])
  })
})
