/** The bot in a process of its own: started, stopped, killed, restarted, told the clock, heard. */
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openLocalDiscord } from '../../local-discord/open-local-discord.ts'

const bot = (name: string): string => fileURLToPath(new URL(`bots/${name}.ts`, import.meta.url))

test('starts, answers, is told the clock, stops', { timeout: 60_000 }, async () => {
  await using discord = await openLocalDiscord({ bot: { args: [bot('answers')], env: { GREETING: 'salem' } } })
  await discord.turnClock('1h')
  await discord.startBot()
  expect(discord.bot.state()).toBe('ready')
  const ada = discord.person('ada')
  const pid = discord.bot.process()?.pid
  expect((await ada.slash('/ask')).text).toBe(`salem from ${pid} at 3600000`)
  await discord.turnClock('25h')
  expect((await ada.slash('/ask')).text).toBe(`salem from ${pid} at 93600000`)
  await expect(discord.startBot()).rejects.toThrow('already running')
  expect(await discord.stopBot()).toEqual({ code: 0, signal: null, wasReady: true })
  expect(discord.botOutput().map(one => one.text)).toEqual(['ready to answer', 'going'])
  await expect(ada.slash('/ask')).rejects.toThrow('The application did not respond')
})

test('is killed and comes back with the same world', { timeout: 60_000 }, async () => {
  await using discord = await openLocalDiscord({ bot: { args: [bot('answers')] } })
  await discord.startBot()
  const ada = discord.person('ada')
  await ada.slash('/ask')
  expect(await discord.killBot()).toEqual({ code: null, signal: 'SIGKILL', wasReady: true })
  await discord.restartBot()
  const again = await ada.slash('/ask')
  expect(again.text).toContain(`from ${discord.bot.process()?.pid}`)
  expect(discord.channel('general').messages()).toHaveLength(2)
  expect(discord.refusals()).toEqual([])
})

test('that ends before it is ready is reported with its words', async () => {
  await using discord = await openLocalDiscord({ bot: { args: [bot('fails')] } })
  await expect(discord.startBot()).rejects.toThrow(/code 1.*\n.*the dataset has 3 faults/)
  expect(discord.bot.lastExit()).toEqual({ code: 1, signal: null, wasReady: false })
  await expect(discord.startBot({ args: [], command: '/no/such/program' })).rejects.toThrow('could not be started')
})

test('measures how long each answer took', { timeout: 60_000 }, async () => {
  await using discord = await openLocalDiscord({ bot: { args: [bot('answers')] } })
  await discord.startBot()
  const reply = await discord.person('ada').slash('/ask')
  const { dispatchedAtMs, acknowledgedAtMs, answeredAtMs } = reply.times
  expect(acknowledgedAtMs).toBeGreaterThan(dispatchedAtMs)
  expect(answeredAtMs).toBeGreaterThanOrEqual(acknowledgedAtMs ?? 0)
  expect(discord.measured()).toEqual([{ interactionId: reply.interactionId, times: reply.times }])
})
