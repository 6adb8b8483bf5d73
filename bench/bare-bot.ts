/** The bot that Caravanserai is measured against: discord.js as its guide sets it up, with one command and nothing else. */
import { Client, Events, GatewayIntentBits, SlashCommandBuilder } from 'discord.js'

const apiUrl = process.env['DISCORD_API_URL']
if (apiUrl === undefined) throw new Error('DISCORD_API_URL: expected the address of Local Discord, and there is none.')

const client = new Client({ intents: [GatewayIntentBits.Guilds], shards: 'auto', rest: { api: apiUrl } })
const words = ['pang', 'peng', 'ping', 'pong', 'pung']

client.on(Events.InteractionCreate, async interaction => {
  if (interaction.isChatInputCommand()) await interaction.reply('Pong!')
  else if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused()
    const fitting = words.filter(word => word.startsWith(typed))
    await interaction.respond(fitting.map(word => ({ name: word, value: word })))
  }
})

client.once(Events.ClientReady, async ({ application }) => {
  const ping = new SlashCommandBuilder()
    .setName('ping')
    .setDescription('Answers')
    .addStringOption(word => word.setName('word').setDescription('Any word').setAutocomplete(true))
  await application.commands.set([ping])
  process.send?.({ type: 'ready' })
})

process.once('SIGTERM', async () => {
  await client.destroy()
  // Only a process that ends by itself writes its compile cache.
  process.exit(0)
})

await client.login(process.env['DISCORD_TOKEN'])
