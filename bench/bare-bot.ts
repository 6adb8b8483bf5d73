/** The bot that Caravanserai is measured against: discord.js with its defaults and the Guilds intent, as its guide sets a bot up, and one command. */
import { Client, Events, GatewayIntentBits, type Interaction, SlashCommandBuilder } from 'discord.js'

const apiUrl = process.env['DISCORD_API_URL']
if (apiUrl === undefined) throw new Error('DISCORD_API_URL: expected the address of Local Discord, and there is none.')

const client = new Client({ intents: [GatewayIntentBits.Guilds], shards: 'auto', rest: { api: apiUrl } })
client.on(Events.InteractionCreate, interaction => void answer(interaction))
client.once(Events.ClientReady, ready => void register(ready))
process.once('SIGTERM', () => void stop())
process.once('disconnect', () => void stop())
await client.login(process.env['DISCORD_TOKEN'])

async function register({ application }: Client<true>): Promise<void> {
  const ping = new SlashCommandBuilder()
    .setName('ping')
    .setDescription('Answers')
    .addStringOption(word => word.setName('word').setDescription('Any word').setAutocomplete(true))
  await application.commands.set([ping])
  process.send?.({ type: 'ready' })
}

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) await interaction.reply('Pong!')
  else if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused()
    const fitting = ['pang', 'peng', 'ping', 'pong', 'pung'].filter(word => word.startsWith(typed))
    await interaction.respond(fitting.map(word => ({ name: word, value: word })))
  }
}

async function stop(): Promise<void> {
  await client.destroy()
  // Only a process that ends by itself writes its compile cache.
  process.exit(0)
}
