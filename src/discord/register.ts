/** Tells Discord which commands there are, in every language, and only when that differs from what it has. */
import { type ApplicationCommandOptionBase, ContextMenuCommandBuilder, SlashCommandBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTGetAPIApplicationCommandsResult,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  type RESTPutAPIApplicationCommandsResult,
  Routes,
} from 'discord-api-types/v10'
import en from '../locales/en.ts'
import type { Language } from '../locales/load.ts'
import { type Command, flag, type MessageCommand, type Option, type Options, optional } from './define.ts'
import type { Commands } from './load-commands.ts'
import type { Rest } from './rest.ts'

/** Where people write; a thread goes by its channel. */
const channelsWrittenIn = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildVoice] as const

/** The option that every command with a chosen visibility has. */
export const privateOption = 'private'
const privateAbout = 'Answer so that only you see it'

/** What is registered: whether that had to be written, and the id of each command by its name. */
export interface Registered {
  readonly wrote: boolean
  readonly ids: ReadonlyMap<string, string>
}

/** Registers when something differs from what Discord has. */
export async function register(
  rest: Rest,
  application: string,
  { slash, onMessages }: Pick<Commands, 'slash' | 'onMessages'>,
  languages: ReadonlyMap<string, Language>,
): Promise<Registered> {
  const wanted = [
    ...[...slash.values()].map(command => describe(command, languages)),
    ...[...onMessages.values()].map(command => describeOnMessage(command, languages)),
  ]
  const route = Routes.applicationCommands(application)
  // Without this Discord leaves the localisations out, and every start would write.
  const query = new URLSearchParams({ with_localizations: 'true' })
  const found = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult
  const wrote = fingerprint(found) !== fingerprint(wanted)
  const now = wrote ? ((await rest.put(route, { body: wanted })) as RESTPutAPIApplicationCommandsResult) : found
  return { wrote, ids: new Map(now.map(({ name, id }) => [name, id])) }
}

const everywhere = [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel]
const anyInstall = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]

const describeOnMessage = (
  { name }: MessageCommand,
  languages: ReadonlyMap<string, Language>,
): RESTPostAPIContextMenuApplicationCommandsJSONBody =>
  new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName(name)
    .setNameLocalizations(inDiscordLocales(languages, ({ commands }) => commands[name]?.name))
    .setContexts(everywhere)
    .setIntegrationTypes(anyInstall)
    .toJSON()

export function describe(
  command: Command,
  languages: ReadonlyMap<string, Language>,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const builder = new SlashCommandBuilder()
    .setName(command.name)
    .setDescription(command.about)
    .setNameLocalizations(inDiscordLocales(languages, ({ commands }) => commands[command.name]?.name))
    .setDescriptionLocalizations(inDiscordLocales(languages, ({ commands }) => commands[command.name]?.about))
    .setIntegrationTypes(command.where === 'servers' ? [ApplicationIntegrationType.GuildInstall] : anyInstall)
    .setContexts(command.where === 'servers' ? [InteractionContextType.Guild] : everywhere)
  if (command.who === 'moderators') builder.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)

  for (const [name, option] of requiredFirst(command.options)) addOption(builder, command.name, name, option, languages)
  if (command.visibility === 'chosen')
    addOption(builder, command.name, privateOption, optional(flag(privateAbout)), languages)
  return builder.toJSON()
}

/** Discord refuses a required option after an optional one (docs, Application Commands). */
const requiredFirst = (options: Options): readonly [string, Option<unknown>][] =>
  Object.entries(options).toSorted(([, one], [, other]) => Number(other.required) - Number(one.required))

function addOption(
  builder: SlashCommandBuilder,
  command: string,
  name: string,
  option: Option<unknown>,
  languages: ReadonlyMap<string, Language>,
): void {
  const words = ({ commands }: Language): { name?: string; about: string } | undefined =>
    commands[command]?.options?.[name]
  const texts = {
    names: inDiscordLocales(languages, language => words(language)?.name),
    descriptions: inDiscordLocales(languages, language => words(language)?.about),
  }
  const named = <B extends ApplicationCommandOptionBase>(to: B): B =>
    to
      .setName(name)
      .setDescription(option.about)
      .setRequired(option.required)
      .setNameLocalizations(texts.names)
      .setDescriptionLocalizations(texts.descriptions)

  switch (option.type) {
    case 'text':
      builder.addStringOption(to => {
        named(to).setAutocomplete(option.suggest !== undefined)
        const { choices, choiceWords } = option
        if (choices && choiceWords) {
          to.addChoices(
            choices.map(value => ({
              name: choiceWords(en)[value] ?? value,
              value,
              name_localizations: inDiscordLocales(languages, language => choiceWords(language.words)[value]),
            })),
          )
        }
        return option.maxLength === undefined ? to : to.setMaxLength(option.maxLength)
      })
      return
    case 'whole':
      builder.addIntegerOption(to => {
        named(to)
        if (option.least !== undefined) to.setMinValue(option.least)
        return option.most === undefined ? to : to.setMaxValue(option.most)
      })
      return
    case 'flag':
      builder.addBooleanOption(named)
      return
    case 'channel':
      builder.addChannelOption(to => named(to).addChannelTypes(...channelsWrittenIn))
  }
}

const discordLocales: ReadonlySet<string> = new Set(Object.values(Locale))

/** Only the languages that Discord has: Kazakh and its neighbours are none of them. */
function inDiscordLocales(
  languages: ReadonlyMap<string, Language>,
  say: (language: Language) => string | undefined,
): LocalizationMap {
  const texts: LocalizationMap = {}
  for (const language of languages.values()) {
    const said = discordLocales.has(language.tag) ? say(language) : undefined
    if (said !== undefined) texts[language.tag as Locale] = said
  }
  return texts
}

/** The same text for the same commands, whichever defaults Discord fills in, in whatever order it lists them. */
export function fingerprint(commands: readonly { type?: ApplicationCommandType | undefined }[]): string {
  // A command without a type is a slash command.
  const typed = commands.map(command => ({ type: ApplicationCommandType.ChatInput, ...command }))
  return JSON.stringify(typed.map(command => JSON.stringify(comparable(command))).toSorted())
}

/** What Discord adds by itself to a command that it was given. */
const added = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'name_localized',
  'description_localized',
])

/** Without what Discord adds, without empty values that mean the default, keys in order. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(comparable)
    // Contexts and integration types are sets; options and choices are not.
    return items.every(item => typeof item === 'number') ? items.toSorted((one, other) => one - other) : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key]) => !added.has(key))
    .map(([key, inner]): [string, unknown] => [key, comparable(inner)])
    .filter(([, inner]) => !isDefault(inner))
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function isDefault(value: unknown): boolean {
  // A command in a message's menu comes back with an empty description.
  if (value === undefined || value === null || value === false || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
