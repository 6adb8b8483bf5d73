/** The control API: people driven from outside, the stream that a page watches, and who is turned away. */
import { request } from 'node:http'
import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Control, openControl } from '../../local-discord/control.ts'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { connectBot, type TestBot } from './client.ts'
import { registerCommands, sender } from './rest.ts'

let discord: LocalDiscord
let control: Control
let bot: TestBot

beforeAll(async () => {
  discord = await openLocalDiscord()
  control = await openControl(discord)
  await registerCommands(sender(discord), discord)
  bot = await connectBot(discord)
  bot.on(async interaction => {
    if (interaction.isAutocomplete()) return interaction.respond([{ name: 'Kazakhstan', value: 'kz' }])
    if (interaction.isMessageContextMenuCommand()) return interaction.reply({ content: 'looked up', flags: 64 })
    if (interaction.isButton()) {
      const input = new TextInputBuilder().setCustomId('t').setStyle(TextInputStyle.Short)
      const label = new LabelBuilder().setLabel('What').setTextInputComponent(input)
      return interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('Say more').addLabelComponents(label))
    }
    if (interaction.isModalSubmit())
      return interaction.reply({ content: `more: ${interaction.fields.getTextInputValue('t')}`, flags: 64 })
    if (interaction.isStringSelectMenu()) return interaction.reply(`chose ${interaction.values.join()}`)
    if (!interaction.isChatInputCommand()) return undefined
    return interaction.reply({
      content: 'hello',
      components: [
        { type: 1, components: [{ type: 2, style: 1, label: 'More', customId: 'more' }] },
        {
          type: 1,
          components: [{ type: 3, customId: 's', placeholder: 'Which', options: [{ label: 'One', value: '1' }] }],
        },
      ],
    })
  })
})
afterAll(async () => {
  await bot[Symbol.asyncDispose]()
  await control.close()
  await discord.close()
})

type Answer = Record<string, unknown> & { error?: string }

async function post(path: string, body: object): Promise<Answer> {
  const response = await fetch(`${control.url}/control${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Answer
}

async function get(path: string): Promise<Answer> {
  return (await (await fetch(`${control.url}/control${path}`)).json()) as Answer
}

test('people type, press, choose, fill in, look up and say', async () => {
  const reply = await post('/slash', { as: 'ada', command: '/ask', in: 'general' })
  expect(reply).toMatchObject({
    kind: 'reply',
    text: 'hello',
    private: false,
    buttons: [{ label: 'More' }],
    message: { content: 'hello', author: { bot: true } },
  })
  expect(await post('/complete', { as: 'ada', command: '/pick', options: { name: 'k' } })).toEqual({
    choices: [{ name: 'Kazakhstan', value: 'kz' }],
  })
  const { id } = reply['message'] as { id: string }
  const opened = await post('/press', { as: 'ada', button: 'More', on: id })
  expect(opened).toMatchObject({ kind: 'modal', modal: { title: 'Say more', fields: [{ label: 'What' }] } })
  const { interactionId } = opened['modal'] as { interactionId: string }
  expect(await post('/submit', { as: 'ada', interactionId, values: { What: 'this' } })).toMatchObject({
    text: 'more: this',
    private: true,
  })
  expect(await post('/choose', { as: 'boris', select: 'Which', values: ['One'], in: 'general' })).toMatchObject({
    text: 'chose 1',
  })
  const said = await post('/say', { as: 'mei', text: '你好' })
  expect(said).toMatchObject({ message: { content: '你好', author: { username: 'mei' } } })
  expect(
    await post('/use', { as: 'ada', command: 'Look this up', target: (said['message'] as { id: string }).id }),
  ).toMatchObject({ text: 'looked up' })
})

test('shows people, servers, channels and messages as one person sees them', async () => {
  expect((await get('/people'))['people']).toContainEqual(expect.objectContaining({ name: 'aigerim', locale: 'en-US' }))
  const channelsOf = async (name: string): Promise<string[]> => {
    const { servers } = (await get(`/servers?as=${name}`)) as unknown as {
      servers: { name: string; channels: { name: string }[] }[]
    }
    return servers.find(one => one.name === 'Silk Road Study Group')?.channels.map(one => one.name) ?? []
  }
  expect(await channelsOf('ada')).toContain('general')
  expect(await channelsOf('ada')).not.toContain('backroom')
  expect(await channelsOf('grace')).toContain('backroom')
  await post('/use', { as: 'ada', command: 'Look this up', target: discord.channel('general').last().id })
  const texts = async (name: string): Promise<unknown> =>
    ((await get(`/messages?as=${name}&in=general`))['messages'] as { text: string }[]).map(one => one.text)
  expect(await texts('ada')).toContain('looked up')
  expect(await texts('boris')).not.toContain('looked up')
  const channelId = discord.channel('general').id
  expect((await get(`/commands?as=ada&in=${channelId}`))['commands']).toContainEqual(
    expect.objectContaining({ name: 'pick', options: [expect.objectContaining({ autocomplete: true })] }),
  )
})

test('turns the clock, orders faults, lists requests and refusals, saves and loads', async () => {
  const before = (await get('/clock'))['offsetMs'] as number
  expect((await post('/clock', { by: '26h' }))['offsetMs']).toBe(before + 93_600_000)
  await post('/faults', { kind: 'status', status: 418, path: '/users/@me', times: 1 })
  expect((await get('/faults'))['orders']).toHaveLength(1)
  expect((await sender(discord)('GET', '/users/@me')).status).toBe(418)
  await sender(discord)('GET', '/nowhere')
  expect((await get('/requests?limit=2'))['requests']).toMatchObject([
    { status: 418, fault: 'status' },
    { status: 404 },
  ])
  expect((await get('/refusals?limit=1'))['refusals']).toMatchObject([{ path: '/nowhere', status: 404 }])
  expect(await get('/bot')).toMatchObject({ state: 'none', connected: true })
  const { world } = await get('/world')
  expect(world).toMatchObject({ version: 1 })
  expect((await post('/faults', { kind: 'earthquake' })).error).toContain('lost-answer')
})

test("says what Discord's client would not allow, and what is not there", async () => {
  expect((await post('/slash', { as: 'ada', command: '/nothing' })).error).toContain('is offered no command "nothing"')
  expect((await post('/slash', { as: 'nobody', command: '/ask' })).error).toContain('nobody is called "nobody"')
  expect((await post('/slash', { command: '/ask' })).error).toContain('"as" is expected as text')
  expect((await get('/nowhere')).error).toContain('/control/nowhere')
})

test('streams what one person may see', async () => {
  const watch = async (
    name: string,
  ): Promise<{ events: { event: string; message?: { content: string } }[]; socket: WebSocket }> => {
    const socket = new WebSocket(`${control.url.replace('http', 'ws')}/control/stream?as=${name}`)
    const events: { event: string }[] = []
    socket.on('message', data => events.push(JSON.parse((data as Buffer).toString()) as { event: string }))
    await expect.poll(() => events.length).toBe(1)
    return { events, socket }
  }
  const ada = await watch('ada')
  const boris = await watch('boris')
  await post('/use', {
    as: 'ada',
    command: 'Look this up',
    target: discord.person('ada').say('see', { in: 'general' }).id,
  })
  await post('/say', { as: 'grace', text: 'hidden', in: 'backroom' })
  await post('/clock', { by: '1s' })
  const names = (of: typeof ada): string[] =>
    of.events.map(one => one.event + (one.message === undefined ? '' : ` ${one.message.content}`))
  await expect.poll(() => names(boris)).toEqual(['hello', 'message-created see', 'clock-turned'])
  expect(names(ada)).toEqual([
    'hello',
    'message-created see',
    'interaction-created',
    'message-created looked up',
    'interaction-acknowledged',
    'clock-turned',
  ])
  ada.socket.close()
  boris.socket.close()
})

describe('turns away', () => {
  const status = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      request(`${control.url}/control/people`, { headers }, response => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })

  test('pages of elsewhere, by their Origin and by their Host', async () => {
    const { host, port } = new URL(control.url)
    expect(await status({ origin: 'https://evil.example' })).toBe(403)
    expect(await status({ origin: 'null' })).toBe(403)
    expect(await status({ origin: `http://127.0.0.1:${Number(port) + 1}` })).toBe(403)
    expect(await status({ host: `rebound.example:${port}` })).toBe(403)
    expect(await status({ origin: `http://${host}` })).toBe(200)
    expect(await status({ host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200)
  })

  test('sockets of elsewhere', async () => {
    const socket = new WebSocket(`${control.url.replace('http', 'ws')}/control/stream`, {
      origin: 'https://evil.example',
    })
    const code = await new Promise(resolve =>
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode)).on('error', () => undefined),
    )
    expect(code).toBe(403)
  })

  test('forms, which cannot announce JSON', async () => {
    const response = await fetch(`${control.url}/control/clock`, {
      method: 'POST',
      body: new URLSearchParams({ by: '1h' }),
    })
    expect(response.status).toBe(415)
  })
})
