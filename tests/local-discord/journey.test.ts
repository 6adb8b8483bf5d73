import {
  ActionRowBuilder,
  type ApplicationCommandDataResolvable,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  Client,
  ContainerBuilder,
  DiscordAPIError,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RESTJSONErrorCodes,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { describe, expect, test } from 'vitest'
import { openLocalDiscord } from '../../local-discord/open-local-discord.ts'
import { connectBot, type TestBot } from './client.ts'

const commands: ApplicationCommandDataResolvable[] = [
  {
    name: 'country',
    description: 'A country',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'name',
        description: 'Which',
        required: true,
        autocomplete: true,
      },
    ],
    integrationTypes: [0, 1],
    contexts: [0, 1, 2],
  },
  {
    name: 'slow',
    description: 'Takes its time',
    options: [{ type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Only for me' }],
  },
  { name: 'form', description: 'Opens a modal' },
  { name: 'Look this up', type: ApplicationCommandType.Message },
]

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused()
    return interaction.respond(
      ['kazakhstan', 'kyrgyzstan'].filter(one => one.startsWith(typed)).map(one => ({ name: one, value: one })),
    )
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'country') {
    return interaction.reply({
      flags: MessageFlags.IsComponentsV2,
      components: [
        new ContainerBuilder()
          .addTextDisplayComponents(
            new TextDisplayBuilder().setContent(`You asked for ${interaction.options.getString('name', true)}`),
          )
          .addActionRowComponents(
            new ActionRowBuilder<ButtonBuilder>().addComponents(
              new ButtonBuilder().setCustomId('full').setLabel('Full').setStyle(ButtonStyle.Primary),
            ),
          ),
      ],
      files: [{ attachment: Buffer.from('map'), name: 'map.txt', description: 'A map' }],
    })
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'slow') {
    await interaction.deferReply({
      flags: interaction.options.getBoolean('private') === true ? [MessageFlags.Ephemeral] : [],
    })
    await interaction.editReply({
      content: 'done',
      components: [
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
          new StringSelectMenuBuilder()
            .setCustomId('pick')
            .setPlaceholder('Pick one')
            .addOptions({ label: 'Russian', value: 'ru' }, { label: 'English', value: 'en' }),
        ),
      ],
    })
    return interaction.followUp('and more')
  }
  if (interaction.isChatInputCommand() && interaction.commandName === 'form') {
    return interaction.showModal(
      new ModalBuilder()
        .setCustomId('suggest')
        .setTitle('Suggest')
        .addLabelComponents(
          new LabelBuilder()
            .setLabel('Question')
            .setTextInputComponent(new TextInputBuilder().setCustomId('q').setStyle(TextInputStyle.Short)),
        ),
    )
  }
  if (interaction.isMessageContextMenuCommand())
    return interaction.reply({
      content: `looked up: ${interaction.targetMessage.content}`,
      flags: MessageFlags.Ephemeral,
    })
  if (interaction.isButton()) {
    return interaction.update({
      components: [new TextDisplayBuilder().setContent(`pressed by ${interaction.user.username}`)],
    })
  }
  if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate()
    return interaction.editReply({ content: `chose ${interaction.values.join()}`, components: [] })
  }
  if (interaction.isModalSubmit())
    return interaction.reply({
      content: `asked: ${interaction.fields.getTextInputValue('q')}`,
      flags: MessageFlags.Ephemeral,
    })
  return undefined
}

async function started(
  intents: number[] = [],
): Promise<{ discord: Awaited<ReturnType<typeof openLocalDiscord>>; bot: TestBot } & AsyncDisposable> {
  const discord = await openLocalDiscord()
  const bot = await connectBot(discord, { intents })
  await bot.client.application.commands.set(commands)
  bot.on(answer)
  return {
    discord,
    bot,
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]()
      await discord.close()
    },
  }
}

describe.each([
  { shape: 'no intents', intents: [] },
  { shape: 'the Guilds intent', intents: [1] },
])('a real client with $shape', ({ intents }) => {
  test('completes, replies with a file, updates by a button', async () => {
    await using scene = await started(intents)
    const ada = scene.discord.person('ada')
    expect(await ada.complete('/country', { name: 'ka' })).toEqual([{ name: 'kazakhstan', value: 'kazakhstan' }])
    const reply = await ada.slash('/country', { name: 'kazakhstan' }, { in: 'general' })
    expect(reply.text).toContain('You asked for kazakhstan')
    expect(reply.message.files[0]?.bytes.toString()).toBe('map')
    const after = await ada.press('Full')
    expect(after.kind).toBe('update')
    expect(scene.discord.channel('general').last().text).toBe('pressed by ada')
    expect(scene.bot.errors).toEqual([])
    expect(scene.discord.refusals()).toEqual([])
  })

  test('defers, edits, follows up, and a select defers its update', async () => {
    await using scene = await started(intents)
    const boris = scene.discord.person('boris')
    const reply = await boris.slash('/slow', { private: true })
    expect(reply).toMatchObject({ deferred: true, private: true, text: 'done' })
    await boris.sees('and more')
    const chosen = await boris.choose('Pick one', ['Russian'])
    expect(chosen.text).toBe('chose ru')
    expect(scene.bot.errors).toEqual([])
    expect(scene.discord.refusals()).toEqual([])
  })

  test('opens a modal and takes its fields; a message command; direct messages', async () => {
    await using scene = await started(intents)
    const mei = scene.discord.person('mei')
    const opened = await mei.slash('/form')
    expect(opened.kind).toBe('modal')
    const sent = await mei.submit(opened, { Question: '多少?' })
    expect(sent).toMatchObject({ text: 'asked: 多少?', private: true })
    const said = mei.say('What is C+C5?', { in: 'general' })
    expect((await mei.use('Look this up', said)).text).toBe('looked up: What is C+C5?')
    expect((await mei.slash('/country', { name: 'uzbekistan' }, { in: 'dm' })).text).toContain('uzbekistan')
    expect(mei.dm.last().text).toContain('uzbekistan')
    expect(scene.bot.errors).toEqual([])
    expect(scene.discord.refusals()).toEqual([])
  })

  test('nora brings it along to a server that the bot is not in', async () => {
    await using scene = await started(intents)
    const nora = scene.discord.person('nora')
    expect(nora.commands()).toEqual(['/country'])
    expect((await nora.slash('/country', { name: 'tajikistan' })).text).toContain('tajikistan')
    await expect(
      scene.discord
        .person('ada')
        .slash('/country', { name: 'x' }, { in: scene.discord.server('Elsewhere').channel('lobby') }),
    ).rejects.toThrow('installed neither here')
  })
})

describe('a real client posts by its token', () => {
  test('messages, edits, replies, threads, polls, pins, publishing, direct messages: nothing that discord.js sends is refused', async () => {
    await using scene = await started([
      GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages,
    ])
    const { discord, bot } = scene
    const channel = await bot.client.channels.fetch(discord.channel('general').id)
    if (channel?.type !== ChannelType.GuildText) throw new Error('general is a text channel')
    const message = await channel.send({
      content: 'first',
      nonce: 'n1',
      enforceNonce: true,
      allowedMentions: { parse: [] },
    })
    expect((await channel.send({ content: 'second', nonce: 'n1', enforceNonce: true })).id).toBe(message.id)
    await message.edit({ content: 'changed', files: [{ attachment: Buffer.from('a'), name: 'a.txt' }] })
    expect(discord.channel('general').last()).toMatchObject({
      text: 'changed',
      edited: true,
      files: [{ name: 'a.txt' }],
    })
    await message.reply('to that')
    const thread = await message.startThread({ name: 'talk' })
    await thread.send('in the thread')
    await thread.setArchived(true)
    await message.pin()
    expect(discord.channel('general').pinned()).toHaveLength(1)
    await message.unpin()
    await channel.sendTyping()
    await channel.send({
      poll: {
        question: { text: 'Which?' },
        answers: [{ text: 'One' }, { text: 'Two', emoji: '🐫' }],
        duration: 24,
        allowMultiselect: false,
      },
    })
    const news = await bot.client.channels.fetch(discord.channel('announcements').id)
    if (news?.type !== ChannelType.GuildAnnouncement) throw new Error('announcements is an announcement channel')
    await (await news.send('news')).crosspost()
    expect(discord.channel('announcements').last().published).toBe(true)
    const forum = await bot.client.channels.fetch(discord.channel('questions').id)
    if (forum?.type !== ChannelType.GuildForum) throw new Error('questions is a forum')
    await forum.threads.create({ name: 'Why?', message: { content: 'Because.' } })
    const user = await bot.client.users.fetch(discord.person('ada').id)
    await user.send('a direct message')
    expect(discord.person('ada').dm.last().text).toBe('a direct message')
    const heard = new Promise<string>(resolve => bot.client.once('messageCreate', one => resolve(one.content)))
    discord.person('ada').say('and back', { in: 'dm' })
    expect(await heard).toBe('and back')
    await message.delete()
    expect((await channel.messages.fetch({ limit: 100, cache: false })).map(one => one.content)).not.toContain(
      'changed',
    )
    expect(discord.refusals()).toEqual([])
  })

  test('where it may not, discord.js gets the codes that it knows', async () => {
    await using scene = await started()
    const { discord, bot } = scene
    const code = (error: unknown): unknown => (error instanceof DiscordAPIError ? error.code : error)
    const post = (name: string): Promise<unknown> =>
      bot.client.rest.post(`/channels/${discord.channel(name).id}/messages`, { body: { content: 'x' } }).catch(code)
    expect(await post('rules')).toBe(RESTJSONErrorCodes.MissingPermissions)
    expect(await post('backroom')).toBe(RESTJSONErrorCodes.MissingAccess)
  })

  test('a wrong token is told so, by REST and by the gateway', async () => {
    await using discord = await openLocalDiscord()
    const client = new Client({ intents: [], rest: { api: discord.apiUrl } })
    await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided.')
  })
})
