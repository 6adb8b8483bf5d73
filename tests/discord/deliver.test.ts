/** Delivery over the real discord.js client and a strict Local Discord: what takes long, what comes late, what was lost. */
import { once } from 'node:events'
import { type Client, Events, GatewayDispatchEvents, Routes } from 'discord.js'
import type { APIInteraction } from 'discord-api-types/v10'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LocalDiscord, openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { createClient } from '../../src/discord/connect.ts'
import { createDeliver, type Deliver, type Delivery } from '../../src/discord/deliver.ts'
import { systemClock } from '../../src/runtime/clock.ts'
import { createLog } from '../../src/runtime/log.ts'
import { drawPage } from '../../src/views/page.ts'
import { refusalPage } from '../../src/views/refusal.ts'
import type { View } from '../../src/views/view.ts'

let discord: LocalDiscord
let client: Client
let deliver: Deliver
/** What the next interaction is answered with, and what became of that. */
let next: (interaction: APIInteraction) => Delivery
let delivered: Promise<void>
let lines: string[]

const page = (title: string): View =>
  drawPage({ title, lines: [], rows: [{ type: 'buttons', buttons: [{ id: 'again', label: 'Again' }] }] }, 'rich')
const inMs = (ms: number, view: View): Promise<View> => new Promise(resolve => setTimeout(() => resolve(view), ms))
const answer = (work: Delivery['work'], more: Partial<Delivery> = {}): void => {
  next = () => ({ private: false, inPlace: false, work, ...more })
}

beforeEach(async () => {
  discord = await openLocalDiscord()
  lines = []
  const log = createLog('debug', { write: line => void lines.push(line) })
  client = createClient(discord.apiUrl, log)
  deliver = createDeliver(client.rest, systemClock(), log)
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
    delivered = deliver.view(interaction, next(interaction))
    // Looked at by the test; it must not end the process before that.
    delivered.catch(() => undefined)
  })
  const ready = once(client, Events.ClientReady)
  await client.login(discord.token)
  await ready
  await client.rest.put(Routes.applicationCommands(discord.applicationId), {
    body: [{ name: 'slow', description: 'Takes its time' }],
  })
})
afterEach(async () => {
  await client.destroy()
  await discord.close()
})

const ada = () => discord.person('ada')

test('what is done soon is answered at once', async () => {
  answer(() => inMs(50, page('Soon')))
  const reply = await ada().slash('/slow')
  expect(reply).toMatchObject({ kind: 'reply', deferred: false, private: false })
  expect(reply.text).toContain('Soon')
  await delivered
  expect(deliver.counts).toEqual({ answered: 1, deferred: 0, late: 0 })
})

test.each([false, true])('what takes long is deferred, and stays as private as it was meant (%s)', async isPrivate => {
  answer(() => inMs(1_700, page('At last')), { private: isPrivate })
  const reply = await ada().slash('/slow')
  expect(reply).toMatchObject({ kind: 'reply', deferred: true, private: isPrivate })
  expect(reply.text).toContain('At last')
})

test('a refusal that takes long is not shown to everyone', async () => {
  answer(() => inMs(1_700, refusalPage('Not for you.')))
  const reply = await ada().slash('/slow')
  await delivered
  expect(reply.now()).toBeUndefined()
  const [refusal] = ada().reads().slice(-1)
  expect(refusal).toMatchObject({ private: true, text: 'Not for you.' })
  expect(discord.channel('general').messages()).toEqual([])
})

test('a press changes the page in place, also late', async () => {
  answer(() => page('First'))
  const first = await ada().slash('/slow')
  answer(() => inMs(1_700, page('Second')), { inPlace: true })
  const second = await ada().press('Again', { on: first })
  expect(second.deferred).toBe(true)
  await delivered
  expect(first.now()?.text).toContain('Second')
})

test('a refused press leaves the page as it is, also late', async () => {
  for (const ms of [0, 1_700]) {
    answer(() => page('First'))
    const first = await ada().slash('/slow')
    answer(() => inMs(ms, refusalPage('No.')), { inPlace: true })
    await ada().press('Again', { on: first })
    await delivered
    expect(first.now()?.text).toContain('First')
    expect(ada().reads().at(-1)).toMatchObject({ private: true, text: 'No.' })
  }
})

test('an answer that Discord no longer waits for is counted and logged, not thrown', async () => {
  discord.faults.delay(3_300, { method: 'POST', path: '/interactions/**', times: 1 })
  answer(() => page('Late'))
  await expect(ada().slash('/slow')).rejects.toThrow('did not respond')
  await delivered
  expect(deliver.counts).toEqual({ answered: 0, deferred: 0, late: 1 })
  expect(lines.join('')).toContain('an acknowledgement came late')
  expect(lines.join('')).not.toContain(discord.token)
})

test('an acknowledgement whose answer was lost is not made twice', async () => {
  discord.faults.loseAnswer({ method: 'POST', path: '/interactions/**', times: 1 })
  answer(() => page('Once'))
  const reply = await ada().slash('/slow')
  expect(reply.text).toContain('Once')
  await delivered.catch(() => undefined)
  expect(discord.channel('general').messages()).toHaveLength(1)
})

test('an error of Discord’s own passes, and is tried again', async () => {
  discord.faults.status(503, { method: 'POST', path: '/interactions/**', times: 2 })
  answer(() => page('Third time'))
  expect((await ada().slash('/slow')).text).toContain('Third time')
})

test('nobody is pinged by any text', async () => {
  answer(() => drawPage({ title: `${ada().mention} @everyone`, lines: [], rows: [] }, 'rich'))
  expect((await ada().slash('/slow')).message.mentions).toEqual({ people: [], roles: [], everyone: false })
})
