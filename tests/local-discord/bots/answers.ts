/** A bot for the tests of Local Discord: registers /ask, says when it is ready, tells the clock that it was given. */
import { Client, Events } from 'discord.js'

const { DISCORD_TOKEN, DISCORD_API_URL, GREETING } = process.env
if (DISCORD_TOKEN === undefined || DISCORD_API_URL === undefined)
  throw new Error('DISCORD_TOKEN and DISCORD_API_URL are expected')
let offsetMs = 0
process.on('message', (message: { type: string; offsetMs: number }) => {
  if (message.type !== 'clock') return
  offsetMs = message.offsetMs
  process.send?.(message)
})
const client = new Client({ intents: [], rest: { api: DISCORD_API_URL } })
const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve))
client.on(Events.InteractionCreate, interaction => {
  if (interaction.isChatInputCommand())
    void interaction.reply(`${GREETING ?? 'hello'} from ${process.pid} at ${offsetMs}`)
})
process.once('SIGTERM', () => {
  process.stdout.write('going\n')
  void client.destroy().then(() => process.exit(0))
})
// Whoever started it was killed.
process.once('disconnect', () => process.exit())
await client.login(DISCORD_TOKEN)
await (await ready).application.commands.set([{ name: 'ask', description: 'Asks' }])
process.stdout.write('ready to answer\n')
process.send?.({ type: 'ready' })
