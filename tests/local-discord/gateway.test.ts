/** The gateway as Discord documents it: what it says, whom it tells what, with which codes it closes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { begin, registerCommands, sender } from './rest.ts'

let discord: LocalDiscord

beforeAll(async () => {
  discord = await openLocalDiscord({ maxConcurrency: 1_000 })
  await registerCommands(sender(discord), discord)
})
afterAll(() => discord.close())

interface Payload {
  op: number
  t: string | null
  s: number | null
  d: unknown
}

interface Line extends Disposable {
  send(op: number, d: unknown): void
  raw(text: string): void
  /** The next payload of this opcode, or event of this name. */
  next(what: number | string): Promise<Payload>
  /** Events that came so far and were not waited for. */
  rest(): string[]
  closed: Promise<number>
  cut(): void
}

function connect(to = discord, query = '?v=10&encoding=json'): Line {
  const socket = new WebSocket(`${to.apiUrl.replace('http', 'ws').replace('/api', '')}/${query}`)
  const got: Payload[] = []
  const waiting: { fits: (one: Payload) => boolean; take: (one: Payload) => void }[] = []
  socket.on('message', data => {
    const payload = JSON.parse((data as Buffer).toString()) as Payload
    const at = waiting.findIndex(one => one.fits(payload))
    if (at >= 0) waiting.splice(at, 1)[0]?.take(payload)
    else got.push(payload)
  })
  const closed = new Promise<number>(resolve => socket.on('close', resolve))
  socket.on('error', () => undefined)
  return {
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    raw: text => socket.send(text),
    next(what) {
      const fits = (one: Payload): boolean => (typeof what === 'number' ? one.op === what : one.t === what)
      const at = got.findIndex(fits)
      if (at >= 0) return Promise.resolve(got.splice(at, 1)[0] as Payload)
      return new Promise(take => waiting.push({ fits, take }))
    },
    rest: () => got.map(one => one.t ?? String(one.op)),
    closed,
    cut: () => socket.terminate(),
    [Symbol.dispose]: () => socket.close(1000),
  }
}

const identity = (more: object = {}): object => ({ token: discord.token, intents: 0, properties: {}, ...more })

async function identified(more: object = {}): Promise<{ line: Line; ready: Payload & { d: Record<string, unknown> } }> {
  const line = connect()
  await line.next(10)
  line.send(2, identity(more))
  return { line, ready: (await line.next('READY')) as Payload & { d: Record<string, unknown> } }
}

function entry<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`there is no ${index} in a list of ${list.length}`)
  return found
}

describe('closes with', () => {
  test.each([
    { code: 4001, what: 'an unknown opcode', act: (line: Line) => line.send(99, {}) },
    { code: 4002, what: 'no JSON', act: (line: Line) => line.raw('hello') },
    { code: 4003, what: 'a presence before IDENTIFY', act: (line: Line) => line.send(3, {}) },
    { code: 4004, what: 'a wrong token', act: (line: Line) => line.send(2, identity({ token: 'wrong' })) },
    { code: 4010, what: 'a shard beyond the count', act: (line: Line) => line.send(2, identity({ shard: [2, 2] })) },
    { code: 4013, what: 'unknown intents', act: (line: Line) => line.send(2, identity({ intents: 1 << 30 })) },
    { code: 4013, what: 'no intents', act: (line: Line) => line.send(2, identity({ intents: undefined })) },
    {
      code: 4014,
      what: 'an intent that was not granted',
      act: (line: Line) => line.send(2, identity({ intents: 1 << 15 })),
    },
  ])('$code: $what', async ({ code, act }) => {
    using line = connect()
    await line.next(10)
    act(line)
    expect(await line.closed).toBe(code)
  })

  test('4012: another version', async () => {
    using line = connect(discord, '?v=8&encoding=json')
    expect(await line.closed).toBe(4012)
  })

  test('4005: a second IDENTIFY', async () => {
    const { line } = await identified()
    line.send(2, identity())
    expect(await line.closed).toBe(4005)
  })

  test('4007: a RESUME from the future', async () => {
    const { line, ready } = await identified()
    line.cut()
    using again = connect()
    await again.next(10)
    again.send(6, { token: discord.token, session_id: ready.d['session_id'], seq: 99 })
    expect(await again.closed).toBe(4007)
  })

  test('4008: more than 120 events in a minute', async () => {
    using line = connect()
    await line.next(10)
    for (let index = 0; index < 120; index++) line.send(1, null)
    for (let index = 0; index < 120; index++) await line.next(11)
    line.send(1, null)
    expect(await line.closed).toBe(4008)
  })

  test('4011: a shard of more servers than one holds', async () => {
    await using crowded = await openLocalDiscord()
    crowded.addServers(2_700)
    using line = connect(crowded)
    await line.next(10)
    line.send(2, { ...identity(), token: crowded.token })
    expect(await line.closed).toBe(4011)
    using half = connect(crowded)
    await half.next(10)
    half.send(2, { ...identity({ shard: [1, 2] }), token: crowded.token })
    expect((await half.next('READY')).op).toBe(0)
  })

  test('4009: a bot whose heart has stopped', { timeout: 20_000 }, async () => {
    await using quick = await openLocalDiscord({ heartbeatMs: 100 })
    using line = connect(quick)
    await line.next(10)
    expect(await line.closed).toBe(4009)
  })
})

describe('a session', () => {
  test('begins with the shard of its servers as stubs, and brings them only with the Guilds intent', async () => {
    const all = Object.keys(discord.world.value.servers).filter(
      id => discord.world.value.servers[id]?.members[discord.applicationId] !== undefined,
    )
    const { line, ready } = await identified()
    expect((ready.d['guilds'] as { id: string }[]).map(one => one.id).toSorted()).toEqual(all.toSorted())
    line.send(1, 1)
    await line.next(11)
    expect(line.rest()).toEqual([])
    line.cut()
    const { line: told } = await identified({ intents: 1 })
    for (const _ of all)
      expect(((await told.next('GUILD_CREATE')).d as { unavailable: boolean }).unavailable).toBe(false)
    told.cut()
    const shards = await Promise.all([0, 1].map(index => identified({ shard: [index, 2] })))
    const counts = shards.map(one => (one.ready.d['guilds'] as unknown[]).length)
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(all.length)
    for (const one of shards) one.line.cut()
  })

  test('hears of messages only by intent, of their content only where it concerns the bot', async () => {
    const { line: deaf } = await identified()
    const { line } = await identified({ intents: (1 << 9) | (1 << 12) })
    const ada = discord.person('ada')
    ada.say('to everybody', { in: discord.channel('general') })
    expect((await line.next('MESSAGE_CREATE')).d).toMatchObject({
      content: '',
      author: { username: 'ada' },
      guild_id: discord.server().id,
    })
    ada.say(`<@${discord.applicationId}> hear me`)
    expect((await line.next('MESSAGE_CREATE')).d).toMatchObject({ content: `<@${discord.applicationId}> hear me` })
    ada.say('just us', { in: 'dm' })
    expect((await line.next('MESSAGE_CREATE')).d).toMatchObject({ content: 'just us' })
    discord.person('grace').say('behind closed doors', { in: 'backroom' })
    line.send(1, 1)
    await line.next(11)
    deaf.send(1, 1)
    await deaf.next(11)
    expect([line.rest(), deaf.rest()]).toEqual([[], []])
    line.cut()
    deaf.cut()
  })

  test('gets interactions on the shard of their server, those of direct messages on the first', async () => {
    const shards = await Promise.all([0, 1].map(index => identified({ shard: [index, 2] })))
    const ada = discord.person('ada')
    const home = discord.server().id
    const shard = Number((BigInt(home) >> 22n) % 2n)
    const { interaction } = begin(discord, () => ada.slash('/ask', {}, { in: discord.channel('general') }))
    expect((await entry(shards, shard).line.next('INTERACTION_CREATE')).d).toMatchObject({
      id: interaction.id,
      guild_id: home,
    })
    const direct = begin(discord, () => ada.slash('/ask', {}, { in: 'dm' }))
    expect((await entry(shards, 0).line.next('INTERACTION_CREATE')).d).toMatchObject({
      id: direct.interaction.id,
      context: 1,
      user: { username: 'ada' },
    })
    for (const one of shards) one.line.cut()
    ada.goTo(discord.channel('general'))
  })

  test('resumes with all that it missed, once', async () => {
    const { line, ready } = await identified({ intents: 1 << 9 })
    line.cut()
    await line.closed
    await expect.poll(() => discord.sessions().some(one => !one.connected)).toBe(true)
    const said = discord.person('ada').say('while you were away', { in: discord.channel('general') })
    const again = connect()
    await again.next(10)
    again.send(6, { token: discord.token, session_id: ready.d['session_id'], seq: 1 })
    expect((await again.next('MESSAGE_CREATE')).d).toMatchObject({ id: said.id })
    expect((await again.next('RESUMED')).s).toBe(3)
    discord.person('ada').say('and now')
    expect((await again.next('MESSAGE_CREATE')).s).toBe(4)
    again.cut()
  })

  test('is gone after a normal close, and unknown ones cannot be resumed', async () => {
    const { line, ready } = await identified()
    line[Symbol.dispose]()
    await line.closed
    using again = connect()
    await again.next(10)
    again.send(6, { token: discord.token, session_id: ready.d['session_id'], seq: 1 })
    expect((await again.next(9)).d).toBe(false)
    again.send(6, { token: discord.token, session_id: 'unknown', seq: 1 })
    expect((await again.next(9)).d).toBe(false)
  })
})

test('one IDENTIFY in five seconds is all that max_concurrency 1 allows', async () => {
  await using strict = await openLocalDiscord({ maxConcurrency: 1 })
  const limits = await sender(strict)('GET', '/gateway/bot')
  expect(limits.body['session_start_limit']).toMatchObject({ max_concurrency: 1, remaining: 1000 })
  using first = connect(strict)
  await first.next(10)
  first.send(2, { ...identity(), token: strict.token })
  await first.next('READY')
  using second = connect(strict)
  await second.next(10)
  second.send(2, { ...identity(), token: strict.token })
  expect((await second.next(9)).d).toBe(false)
  expect((await sender(strict)('GET', '/gateway/bot')).body['session_start_limit']).toMatchObject({ remaining: 999 })
})
