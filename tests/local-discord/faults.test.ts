/** Faults on order, met by a real discord.js client: it must live through them as it does through Discord's. */
import { Events, type Interaction } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { connectBot, type TestBot } from './client.ts'
import { registerCommands, sender } from './rest.ts'

let discord: LocalDiscord
let bot: TestBot

beforeEach(async () => {
  discord = await openLocalDiscord()
  await registerCommands(sender(discord), discord)
  bot = await connectBot(discord, { rest: { api: discord.apiUrl, retries: 3 } })
  bot.on(async (interaction: Interaction) => (interaction.isChatInputCommand() ? interaction.reply('here') : undefined))
})
afterEach(async () => {
  await bot[Symbol.asyncDispose]()
  await discord.close()
})

const post = (content: string, more: object = {}): Promise<unknown> =>
  bot.client.rest.post(`/channels/${discord.channel('general').id}/messages`, { body: { content, ...more } })
const posted = (): string[] =>
  discord
    .channel('general')
    .messages()
    .map(one => one.text)

describe('REST', () => {
  test('a 429 makes the client wait and try again', async () => {
    discord.faults.rateLimit({ method: 'POST', path: '/channels/:channel/messages', retryAfterSeconds: 0.2, times: 1 })
    await post('after all')
    expect(posted()).toEqual(['after all'])
    expect(
      discord
        .requests()
        .filter(one => one.method === 'POST' && one.path.endsWith('/messages'))
        .map(one => one.status),
    ).toEqual([429, 200])
  })

  test('a global 429 says so', async () => {
    discord.faults.rateLimit({ path: '/channels/**', retryAfterSeconds: 0.1, global: true, times: 1 })
    const answer = await sender(discord)('GET', `/channels/${discord.channel('general').id}`)
    expect(answer).toMatchObject({ status: 429, body: { global: true, retry_after: 0.1 } })
    expect(answer.headers.get('x-ratelimit-global')).toBe('true')
    expect(answer.headers.get('retry-after')).toBe('1')
  })

  test('a 5xx is tried again, for as often as the client likes', async () => {
    discord.faults.status(503, { method: 'POST', times: 2 })
    await post('third time')
    expect(posted()).toEqual(['third time'])
    const order = discord.faults.status(500, { method: 'POST' })
    await expect(post('never')).rejects.toThrow()
    discord.faults.cancel(order)
    await post('again')
    expect(posted()).toEqual(['third time', 'again'])
  })

  test('a lost answer was processed: without a nonce the message stands twice, with an enforced one once', async () => {
    discord.faults.loseAnswer({ method: 'POST', path: '/channels/:channel/messages', times: 1 })
    await post('twice').catch(() => post('twice'))
    expect(posted()).toEqual(['twice', 'twice'])
    discord.faults.loseAnswer({ method: 'POST', path: '/channels/:channel/messages', times: 1 })
    const once = (): Promise<unknown> => post('once', { nonce: 'n1', enforce_nonce: true })
    await once().catch(once)
    expect(posted()).toEqual(['twice', 'twice', 'once'])
  })

  test('a dropped connection was not processed', async () => {
    discord.faults.drop({ method: 'POST', path: '/channels/:channel/messages', times: 1 })
    await post('once').catch(() => post('once'))
    expect(posted()).toEqual(['once'])
  })

  test('a delayed acknowledgement past three seconds comes too late', async () => {
    discord.faults.delay(3_200, { path: '/interactions/**', times: 1 })
    await expect(discord.person('ada').slash('/ask')).rejects.toThrow('The application did not respond')
    await expect.poll(() => discord.refusals().map(one => one.code)).toContain(10062)
    expect((await discord.person('ada').slash('/ask')).text).toBe('here')
  })

  test('rate limits can be enforced: the sixth message in five seconds waits', async () => {
    await using strict = await openLocalDiscord({ rateLimits: true })
    const send = sender(strict)
    const path = `/channels/${strict.channel('general').id}/messages`
    for (let index = 0; index < 5; index++) expect((await send('POST', path, { content: 'x' })).status).toBe(200)
    const sixth = await send('POST', path, { content: 'x' })
    expect(sixth).toMatchObject({ status: 429, body: { global: false } })
    expect(Number(sixth.body['retry_after'])).toBeGreaterThan(0)
    expect((await send('POST', `/channels/${strict.channel('quiz').id}/messages`, { content: 'x' })).status).toBe(200)
    const all = await Promise.all(Array.from({ length: 60 }, () => send('GET', '/users/@me')))
    expect(all.some(one => one.body['global'] === true)).toBe(true)
  })
})

describe('the gateway', () => {
  const resumed = (): Promise<unknown> => new Promise(resolve => bot.client.once(Events.ShardResume, resolve))
  const readyAgain = (): Promise<unknown> => new Promise(resolve => bot.client.once(Events.ShardReady, resolve))

  test('drops, and the client resumes and answers what came meanwhile', async () => {
    const back = resumed()
    discord.faults.gateway.drop()
    await expect.poll(() => discord.isBotConnected()).toBe(false)
    const reply = discord.person('ada').slash('/ask')
    await back
    expect((await reply).text).toBe('here')
  })

  test('asks to reconnect, and the client resumes', async () => {
    const back = resumed()
    discord.faults.gateway.reconnect()
    await back
    expect((await discord.person('ada').slash('/ask')).text).toBe('here')
  })

  test('calls the session invalid, and the client begins a new one', async () => {
    const back = readyAgain()
    discord.faults.gateway.invalidSession(false)
    await back
    expect((await discord.person('ada').slash('/ask')).text).toBe('here')
  })

  test('stops answering heartbeats, and the client notices', async () => {
    await using quick = await openLocalDiscord({ heartbeatMs: 300 })
    await using zombie = await connectBot(quick)
    const back = new Promise(resolve => zombie.client.once(Events.ShardResume, resolve))
    quick.faults.gateway.zombie(true)
    await expect.poll(() => quick.isBotConnected()).toBe(false)
    quick.faults.gateway.zombie(false)
    await back
    expect(quick.isBotConnected()).toBe(true)
  })

  test('refuses connections: nobody is there to answer', async () => {
    discord.faults.gateway.refuse(true)
    discord.faults.gateway.drop()
    await expect.poll(() => discord.isBotConnected()).toBe(false)
    await expect(discord.person('ada').slash('/ask')).rejects.toThrow('The application did not respond')
    // After a refused connection discord.js begins anew instead of resuming.
    const back = Promise.race([resumed(), readyAgain()])
    discord.faults.gateway.refuse(false)
    await back
    expect((await discord.person('ada').slash('/ask')).text).toBe('here')
  })
})
