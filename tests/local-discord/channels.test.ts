/** Channels by the bot's token: where it may look and write, threads, nonces, pins, publishing, direct messages, pages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { faultsIn, type Send, sender } from './rest.ts'

let discord: LocalDiscord
let send: Send

beforeAll(async () => {
  discord = await openLocalDiscord()
  send = sender(discord)
})
afterAll(() => discord.close())

const channel = (name: string): string => `/channels/${discord.channel(name).id}`
const post = (name: string, body: object = { content: 'x' }) => send('POST', `${channel(name)}/messages`, body)

describe('where the bot', () => {
  test('may not write, it gets 50013; where it may not look, 50001; where nothing is, 10003', async () => {
    expect(await post('rules')).toMatchObject({ status: 403, body: { code: 50013 } })
    expect((await send('GET', `${channel('rules')}/messages`)).status).toBe(200)
    expect(await post('backroom')).toMatchObject({ status: 403, body: { code: 50001 } })
    expect(await send('GET', channel('backroom'))).toMatchObject({ status: 403, body: { code: 50001 } })
    expect(await send('POST', '/channels/1/messages', { content: 'x' })).toMatchObject({
      status: 404,
      body: { code: 10003 },
    })
    expect((await post('Study')).body['code']).toBe(50008)
    expect((await post('questions')).body['code']).toBe(40058)
  })

  test('lacks a permission for a part, the part is refused', async () => {
    discord.channel('quiz').setPermissions('bot', {
      deny: ['EMBED_LINKS', 'ATTACH_FILES', 'SEND_POLLS', 'READ_MESSAGE_HISTORY', 'CREATE_PUBLIC_THREADS'],
    })
    const said = discord.person('ada').say('hello', { in: 'quiz' })
    expect((await post('quiz')).status).toBe(200)
    expect((await post('quiz', { embeds: [{ title: 'x' }] })).body['code']).toBe(50013)
    expect(
      (await send('POST', `${channel('quiz')}/messages`, { content: 'x' }, { files: [{ name: 'a', bytes: 'a' }] }))
        .body['code'],
    ).toBe(50013)
    expect(
      (await post('quiz', { poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] } })).body[
        'code'
      ],
    ).toBe(50013)
    expect((await post('quiz', { content: 'x', message_reference: { message_id: said.id } })).body['code']).toBe(160002)
    expect((await send('GET', `${channel('quiz')}/messages`)).body).toEqual([])
    expect((await send('GET', `${channel('quiz')}/messages/${said.id}`)).body['code']).toBe(50013)
    expect((await send('POST', `${channel('quiz')}/messages/${said.id}/threads`, { name: 't' })).body['code']).toBe(
      50013,
    )
    discord.channel('quiz').setPermissions('bot', {})
  })

  test('has no token, it gets 401; on an unknown path 404, with a wrong method 405', async () => {
    expect(await send('GET', '/users/@me', undefined, { token: 'wrong' })).toMatchObject({
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
    })
    expect(await send('GET', '/users/@me', undefined, { token: null })).toMatchObject({ status: 401 })
    expect(await send('GET', '/nowhere')).toMatchObject({ status: 404, body: { code: 0, message: '404: Not Found' } })
    expect(await send('DELETE', '/gateway')).toMatchObject({ status: 405 })
    expect(
      discord
        .refusals()
        .slice(-4)
        .map(one => one.status),
    ).toEqual([401, 401, 404, 405])
  })
})

describe('a nonce', () => {
  test('that is enforced gives the earlier message back for a few minutes, in its channel', async () => {
    const body = { content: 'once', nonce: 'abc', enforce_nonce: true }
    const first = await post('daily', body)
    const again = await post('daily', { ...body, content: 'twice' })
    expect(again.body).toMatchObject({ id: first.body['id'], content: 'once', nonce: 'abc' })
    expect((await post('general', body)).body['id']).not.toBe(first.body['id'])
    expect((await post('daily', { content: 'x', nonce: 'abc' })).body['id']).not.toBe(first.body['id'])
    await discord.turnClock('6min')
    expect((await post('daily', body)).body['id']).not.toBe(first.body['id'])
  })
})

describe('a thread', () => {
  test('starts from a message once, takes messages, and is reopened by one', async () => {
    const message = await post('general')
    const path = `${channel('general')}/messages/${String(message.body['id'])}/threads`
    const thread = await send('POST', path, { name: 'talk', type: 11 })
    expect(thread).toMatchObject({
      status: 201,
      body: { id: message.body['id'], type: 11, parent_id: discord.channel('general').id },
    })
    expect((await send('POST', path, { name: 'talk' })).body['code']).toBe(160004)
    const inThread = `/channels/${String(thread.body['id'])}`
    const first = await send('POST', `${inThread}/messages`, { content: 'x' })
    expect((await send('PATCH', inThread, { archived: true })).status).toBe(200)
    expect(
      (await send('PATCH', `${inThread}/messages/${String(first.body['id'])}`, { content: 'y' })).body['code'],
    ).toBe(50083)
    expect((await send('PATCH', inThread, { name: 'other' })).body['code']).toBe(50083)
    expect((await send('POST', `${inThread}/messages`, { content: 'x' })).status).toBe(200)
    expect((await send('GET', inThread)).body).toMatchObject({ thread_metadata: { archived: false } })
  })

  test('that is locked takes nothing from a bot that does not manage threads', async () => {
    const thread = discord.server().addThread('closed', { in: 'general', by: 'grace', locked: true })
    expect((await send('POST', `/channels/${thread.id}/messages`, { content: 'x' })).body['code']).toBe(160005)
    expect((await send('PATCH', `/channels/${thread.id}`, { archived: true })).body['code']).toBe(50013)
  })

  test('in a forum is a post with its first message; a bad message leaves no post', async () => {
    const good = await send('POST', `${channel('questions')}/threads`, {
      name: 'A question',
      message: { content: 'Which?' },
    })
    expect(good).toMatchObject({ status: 201, body: { name: 'A question', message: { content: 'Which?' } } })
    const bad = await send('POST', `${channel('questions')}/threads`, {
      name: 'Bad',
      message: { content: 'x'.repeat(2001) },
    })
    expect(bad.body['code']).toBe(50035)
    expect(
      discord
        .channel('questions')
        .threads()
        .map(one => one.name),
    ).toEqual(['A question'])
  })

  test('without a message is private unless it says otherwise, and names have 100 characters', async () => {
    discord.channel('general').setPermissions('bot', { deny: ['CREATE_PRIVATE_THREADS'] })
    expect((await send('POST', `${channel('general')}/threads`, { name: 'x' })).body['code']).toBe(50013)
    expect((await send('POST', `${channel('general')}/threads`, { name: 'x', type: 11 })).status).toBe(201)
    expect(
      faultsIn((await send('POST', `${channel('general')}/threads`, { name: 'x'.repeat(101), type: 11 })).body),
    ).toEqual(['name BASE_TYPE_BAD_LENGTH'])
    expect((await send('POST', `${channel('Reading room')}/threads`, { name: 'x', type: 11 })).body['code']).toBe(50024)
  })
})

test('pins need Pin Messages, not Manage Messages', async () => {
  const message = await post('general')
  const pin = `${channel('general')}/messages/pins/${String(message.body['id'])}`
  expect((await send('PUT', pin)).status).toBe(204)
  expect(
    discord
      .channel('general')
      .pinned()
      .map(one => one.id),
  ).toEqual([message.body['id']])
  expect((await send('GET', `${channel('general')}/messages/pins`)).body).toMatchObject({
    has_more: false,
    items: [{ message: { id: message.body['id'] } }],
  })
  expect((await send('DELETE', pin)).status).toBe(204)
  discord.channel('general').setPermissions('bot', { deny: ['PIN_MESSAGES'], allow: ['MANAGE_MESSAGES'] })
  expect((await send('PUT', pin)).body['code']).toBe(50013)
  discord.channel('general').setPermissions('bot', {})
})

test('only messages of announcement channels are published, once', async () => {
  const news = await post('announcements')
  const path = `${channel('announcements')}/messages/${String(news.body['id'])}/crosspost`
  expect(await send('POST', path)).toMatchObject({ status: 200, body: { flags: 1 } })
  expect((await send('POST', path)).body['code']).toBe(40033)
  const other = await post('general')
  expect(
    (await send('POST', `${channel('general')}/messages/${String(other.body['id'])}/crosspost`)).body['code'],
  ).toBe(50024)
})

test("deleting another's message needs Manage Messages", async () => {
  const said = discord.person('ada').say('hello', { in: 'general' })
  const path = `${channel('general')}/messages/${said.id}`
  expect((await send('DELETE', path)).body['code']).toBe(50013)
  discord.channel('general').setPermissions('bot', { allow: ['MANAGE_MESSAGES'] })
  expect((await send('DELETE', path)).status).toBe(204)
  expect((await send('DELETE', path)).body['code']).toBe(10008)
  discord.channel('general').setPermissions('bot', {})
})

describe('direct messages', () => {
  test('reach who shares a server or installed the application, and nobody else', async () => {
    const open = async (id: string) => send('POST', '/users/@me/channels', { recipient_id: id })
    const ada = await open(discord.person('ada').id)
    expect(ada.body).toMatchObject({ type: 1, recipients: [{ username: 'ada' }] })
    expect((await open(discord.person('ada').id)).body['id']).toBe(ada.body['id'])
    expect((await send('POST', `/channels/${String(ada.body['id'])}/messages`, { content: 'hello' })).status).toBe(200)
    expect(discord.person('ada').dm.last().text).toBe('hello')
    const stranger = discord.addPerson({ name: 'stranger', joins: [] })
    const channelId = String((await open(stranger.id)).body['id'])
    expect((await send('POST', `/channels/${channelId}/messages`, { content: 'x' })).body['code']).toBe(50278)
    stranger.install()
    expect((await send('POST', `/channels/${channelId}/messages`, { content: 'x' })).status).toBe(200)
    expect((await open('1')).body['code']).toBe(10013)
    expect((await open(discord.applicationId)).body['code']).toBe(10013)
  })
})

test('what is not there is unknown, and what cannot be is refused', async () => {
  expect((await send('GET', '/users/1')).body['code']).toBe(10013)
  expect((await send('GET', `/guilds/${discord.server().id}/members/1`)).body['code']).toBe(10007)
  expect((await send('GET', `${channel('Study')}/messages`)).body['code']).toBe(50008)
  expect((await send('POST', `${channel('rules')}/typing`)).body['code']).toBe(50013)
  expect((await send('POST', `${channel('general')}/typing`)).status).toBe(204)
  const spoken = await post('Reading room')
  expect(
    (await send('POST', `${channel('Reading room')}/messages/${String(spoken.body['id'])}/threads`, { name: 't' }))
      .body['code'],
  ).toBe(50024)
  expect((await send('PUT', `${channel('general')}/thread-members/@me`)).body['code']).toBe(50024)
  const said = discord.person('ada').say('mine', { in: 'dm' })
  expect((await send('PATCH', `/channels/${said.channelId}`, { name: 'ours' })).body['code']).toBe(50003)
  expect((await send('DELETE', `/channels/${said.channelId}/messages/${said.id}`)).body['code']).toBe(50003)
})

test('a channel has 250 pins', async () => {
  const message = await post('daily')
  const kept = discord.world.value.channels[discord.channel('daily').id]
  if (kept === undefined) throw new Error('daily is there')
  const pin = `${channel('daily')}/messages/pins/${String(message.body['id'])}`
  kept.pinnedIds = Array.from({ length: 250 }, (_, index) => String(index + 1))
  expect((await send('PUT', pin)).body['code']).toBe(30003)
  kept.pinnedIds = kept.pinnedIds.slice(1)
  expect((await send('PUT', pin)).status).toBe(204)
})

test('mentions notify whom allowed_mentions lets them', async () => {
  const ada = discord.person('ada')
  const all = await post('general', { content: `${ada.mention} @everyone` })
  expect(all.body).toMatchObject({ mention_everyone: true, mentions: [{ username: 'ada' }] })
  const none = await post('general', { content: `${ada.mention} @everyone`, allowed_mentions: { parse: [] } })
  expect(none.body).toMatchObject({ mention_everyone: false, mentions: [] })
  const role = discord.server().addRole('study')
  const one = await post('general', {
    content: `<@&${role.id}> ${ada.mention}`,
    allowed_mentions: { roles: [role.id] },
  })
  expect(one.body).toMatchObject({ mention_roles: [role.id], mentions: [] })
  const inText = await post('general', { flags: 1 << 15, components: [{ type: 10, content: ada.mention }] })
  expect(inText.body).toMatchObject({ mentions: [{ username: 'ada' }] })
})

test('messages come in pages, newest first', async () => {
  const room = discord.server().addChannel('long')
  const ids: string[] = []
  for (let index = 0; index < 5; index++)
    ids.push(String((await send('POST', `/channels/${room.id}/messages`, { content: `${index}` })).body['id']))
  const page = async (query: string): Promise<string[]> => {
    const { body } = await send('GET', `/channels/${room.id}/messages?${query}`)
    return Object.values(body).map(one => (one as { content: string }).content)
  }
  expect(await page('limit=2')).toEqual(['4', '3'])
  expect(await page(`limit=2&before=${ids[3]}`)).toEqual(['2', '1'])
  expect(await page(`limit=2&after=${ids[1]}`)).toEqual(['3', '2'])
  expect(await page(`limit=3&around=${ids[2]}`)).toEqual(['3', '2', '1'])
  expect((await send('GET', `/channels/${room.id}/messages?limit=101`)).body['code']).toBe(50035)
})

test('the bot leaves a server and is refused there afterwards', async () => {
  const there = discord.server('丝路学社').id
  expect((await send('GET', `/guilds/${there}/members/${discord.applicationId}`)).status).toBe(200)
  expect((await send('DELETE', `/users/@me/guilds/${there}`)).status).toBe(204)
  expect(await send('GET', `/guilds/${there}`)).toMatchObject({ status: 403, body: { code: 50001 } })
  const servers = Object.values((await send('GET', '/users/@me/guilds')).body) as { id: string }[]
  expect(servers.map(one => one.id)).not.toContain(there)
  discord.server('丝路学社').inviteBot()
})
