/** A bot for the page's tests that uses what the project's own bot does not: every component, modals with every field, polls, files, message commands. */
import { type ChatInputCommandInteraction, Client, Events, type Interaction } from 'discord.js'
import { cards, classic, form, poll, smallFields } from './showcase-messages.ts'

const { DISCORD_TOKEN, DISCORD_API_URL } = process.env
if (DISCORD_TOKEN === undefined || DISCORD_API_URL === undefined)
  throw new Error('DISCORD_TOKEN and DISCORD_API_URL are expected')

const words = { type: 3, name: 'words', description: 'What to say', required: true } as const

const commands = [
  { name: 'cards', description: 'Every component of the second kind' },
  { name: 'classic', description: 'An embed, a file and what stands in text' },
  { name: 'poll', description: 'A poll' },
  { name: 'form', description: 'A modal with every field' },
  { name: 'boxes', description: 'A modal with the small fields' },
  { name: 'secret', description: 'Only for you', integration_types: [0, 1] },
  { name: 'slow', description: 'Thinks until somebody says hurry' },
  { name: 'hurry', description: 'Ends the thinking' },
  { name: 'silent', description: 'Never answers' },
  { name: 'echo', description: 'Says it again', options: [words] },
  {
    name: 'fill',
    description: 'Options of every kind',
    options: [
      { type: 4, name: 'number', description: 'A whole number', required: true, min_value: 1, max_value: 9 },
      {
        type: 3,
        name: 'colour',
        description: 'A choice',
        required: true,
        choices: [
          { name: 'Red', value: 'r' },
          { name: 'Blue', value: 'b' },
        ],
      },
      { type: 5, name: 'sure', description: 'Yes or no' },
      { type: 6, name: 'who', description: 'A person' },
      { type: 7, name: 'where', description: 'A channel' },
      { type: 8, name: 'role', description: 'A role' },
      { type: 11, name: 'file', description: 'A file' },
    ],
  },
  {
    name: 'find',
    name_localizations: { ru: 'найти', 'zh-CN': '查找' },
    description: 'Completes while one types',
    description_localizations: { ru: 'Дополняет, пока пишут', 'zh-CN': '边输入边补全' },
    options: [
      { type: 3, name: 'city', description: 'A city', required: true, autocomplete: true },
      {
        type: 3,
        name: 'detail',
        description: 'How much',
        choices: [
          { name: 'Short', value: 's' },
          { name: 'Full', value: 'f' },
        ],
      },
    ],
  },
  { name: 'Quote this', type: 3, contexts: [0, 1, 2] },
]

const cities = ['Almaty', 'Ashgabat', 'Astana', 'Samarkand', 'Xi’an']

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase()
    await interaction.respond(
      cities.filter(one => one.toLowerCase().startsWith(typed)).map(name => ({ name, value: name.toUpperCase() })),
    )
    return
  }
  if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`> ${interaction.targetMessage.content}\nquoted`)
    return
  }
  if (interaction.isModalSubmit()) {
    await interaction.reply(`topic: ${interaction.fields.getTextInputValue('topic')}`)
    return
  }
  if (interaction.isButton()) {
    await interaction.reply({ content: `pressed ${interaction.customId}`, flags: 64 })
    return
  }
  if (interaction.isAnySelectMenu()) {
    await interaction.reply(`chose ${interaction.values.join(', ')}`)
    return
  }
  if (interaction.isChatInputCommand()) await run(interaction)
}

let endThinking = (): void => undefined

async function run(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.commandName) {
    case 'cards':
      await interaction.reply(cards(interaction.user.id, interaction.channelId))
      return
    case 'classic':
      await interaction.reply(classic)
      return
    case 'poll':
      await interaction.reply(poll)
      return
    case 'form':
      await interaction.showModal(form)
      return
    case 'boxes':
      await interaction.showModal(smallFields)
      return
    case 'secret':
      await interaction.reply({ content: 'a secret', flags: 64 })
      return
    case 'slow':
      await interaction.deferReply()
      await new Promise<void>(resolve => {
        endThinking = resolve
      })
      await interaction.editReply('thought about it')
      return
    case 'hurry':
      await interaction.reply({ content: 'hurrying', flags: 64 })
      endThinking()
      return
    case 'echo': {
      const said = interaction.options.getString('words', true)
      await interaction.reply({
        content: said,
        embeds: [{ title: said.slice(0, 200), description: said, footer: { text: said } }],
        components: [{ type: 1, components: [{ type: 2, style: 2, custom_id: 'echo', label: said.slice(0, 80) }] }],
      })
      return
    }
    case 'find':
    case 'fill':
      await interaction.reply(
        `got ${interaction.options.data.map(one => `${one.name}=${String(one.value)}`).join(' ')}`,
      )
  }
}

const client = new Client({ intents: [], rest: { api: DISCORD_API_URL } })
const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve))
client.on(Events.InteractionCreate, interaction => {
  answer(interaction).catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
})
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)))
// Whoever started it was killed.
process.once('disconnect', () => process.exit())
await client.login(DISCORD_TOKEN)
await (await ready).application.commands.set(commands)
process.send?.({ type: 'ready' })
