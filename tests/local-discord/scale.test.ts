/** Ten thousand servers, held as a rule. */
import { expect, test } from 'vitest'
import { openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { connectBot } from './client.ts'
import { registerCommands, sender } from './rest.ts'

test('ten thousand servers of twenty channels and ten roles: four shards, listed, looked into, written in', {
  timeout: 60_000,
}, async () => {
  await using discord = await openLocalDiscord()
  const send = sender(discord)
  discord.addServers(9_997, { channels: 20, roles: 10 })
  expect(JSON.stringify(discord.world.save()).length).toBeLessThan(50_000)
  expect((await send('GET', '/gateway/bot')).body).toMatchObject({ shards: 4 })
  const ids: string[] = []
  for (;;) {
    const { body } = await send('GET', `/users/@me/guilds?limit=200&after=${ids.at(-1) ?? '0'}`)
    const page = Object.values(body) as { id: string }[]
    ids.push(...page.map(one => one.id))
    if (page.length < 200) break
  }
  expect(new Set(ids).size).toBe(10_000)
  const perShard = [0, 0, 0, 0]
  for (const id of ids)
    perShard.splice(Number((BigInt(id) >> 22n) % 4n), 1, (perShard[Number((BigInt(id) >> 22n) % 4n)] ?? 0) + 1)
  for (const count of perShard) expect(Math.abs(count - 2_500)).toBeLessThan(10)
  const one = ids[4_321] ?? ''
  const channels = Object.values((await send('GET', `/guilds/${one}/channels`)).body) as {
    id: string
    guild_id: string
  }[]
  expect(channels).toHaveLength(20)
  expect(Object.keys((await send('GET', `/guilds/${one}/roles`)).body)).toHaveLength(10)
  expect((await send('POST', `/channels/${channels[7]?.id}/messages`, { content: 'deep in the crowd' })).status).toBe(
    200,
  )
  expect((await send('GET', `/channels/${channels[7]?.id}`)).body).toMatchObject({ guild_id: one, name: 'channel-8' })
})

test('a real client takes a shard of a crowd, with the Guilds intent, and answers there', {
  timeout: 60_000,
}, async () => {
  await using discord = await openLocalDiscord()
  discord.addServers(2_000, { channels: 5, roles: 3 })
  await registerCommands(sender(discord), discord)
  await using bot = await connectBot(discord, { intents: [1] })
  expect(bot.client.guilds.cache.size).toBe(2_003)
  bot.on(async interaction =>
    interaction.isChatInputCommand() ? interaction.reply(`in ${interaction.guild?.name}`) : undefined,
  )
  const [server] = Object.values((await sender(discord)('GET', '/users/@me/guilds?limit=1')).body) as {
    id: string
    name: string
  }[]
  const script = discord.server(server?.id)
  script.join('ada')
  const reply = await discord.person('ada').slash('/ask', {}, { in: script.channel('general') })
  expect(reply.text).toBe(`in ${server?.name}`)
})
