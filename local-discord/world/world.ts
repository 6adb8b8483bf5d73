/** The world's values: plain JSON of servers, people, messages and interactions. Knows no clock, socket or rule of the API. */
import type { Component, Message } from './message.ts'
import type { Id, IdSource } from './snowflake.ts'

export type * from './message.ts'
export type { Id } from './snowflake.ts'

export interface Person {
  id: Id
  /** The handle by which scripts call them, Discord's username. */
  name: string
  displayName: string
  /** A Discord locale such as `en-GB`; Discord has none for Kazakh, Kyrgyz, Tajik, Turkmen or Uzbek. */
  locale: string
  bot: boolean
}

export interface Role {
  id: Id
  name: string
  /** A decimal bit set, as Discord writes it. */
  permissions: string
  position: number
  mentionable: boolean
  managed: boolean
}

export interface Member {
  nick: string | null
  roleIds: Id[]
  joinedAt: number
}

export interface CommandPermission {
  id: Id
  /** 1 role, 2 person, 3 channel: https://discord.com/developers/docs/interactions/application-commands#application-command-permissions-object */
  type: 1 | 2 | 3
  permission: boolean
}

export interface Server {
  id: Id
  name: string
  ownerId: Id
  locale: string
  community: boolean
  /** The first is @everyone; its id is the server's. */
  roles: Role[]
  members: Record<Id, Member>
  channelIds: Id[]
  /** What the server's Integrations page says, by command id. */
  commandPermissions: Record<Id, CommandPermission[]>
}

export interface Overwrite {
  id: Id
  /** 0 role, 1 person. */
  type: 0 | 1
  allow: string
  deny: string
}

export interface Thread {
  ownerId: Id
  archived: boolean
  locked: boolean
  autoArchiveMinutes: number
  createdAt: number
  archiveChangedAt: number
  memberIds: Id[]
  appliedTagIds: Id[]
  invitable: boolean
}

export interface Channel {
  id: Id
  type: number
  serverId: Id | null
  name: string
  topic: string | null
  position: number
  parentId: Id | null
  overwrites: Overwrite[]
  nsfw: boolean
  slowmodeSeconds: number
  pinnedIds: Id[]
  thread?: Thread
  /** Only on direct messages: the people in it besides the bot, or all of them where the bot is none. */
  recipientIds?: Id[]
  tags?: { id: Id; name: string }[]
}

export interface CommandOption {
  type: number
  name: string
  name_localizations?: Record<string, string>
  description: string
  description_localizations?: Record<string, string>
  required?: boolean
  autocomplete?: boolean
  choices?: { name: string; name_localizations?: Record<string, string>; value: string | number }[]
  options?: CommandOption[]
  min_value?: number
  max_value?: number
  min_length?: number
  max_length?: number
  channel_types?: number[]
}

export interface Command {
  id: Id
  version: Id
  serverId: Id | null
  type: number
  name: string
  name_localizations: Record<string, string> | null
  description: string
  description_localizations: Record<string, string> | null
  options: CommandOption[]
  default_member_permissions: string | null
  contexts: number[] | null
  integration_types: number[]
  nsfw: boolean
}

export interface Interaction {
  id: Id
  token: string
  type: number
  personId: Id
  serverId: Id | null
  channelId: Id
  createdAt: number
  /** The command's name, for `interaction_metadata`. */
  name?: string
  customId?: string
  /** The message whose component was used, or that a command was used on. */
  messageId?: Id
  /** The interaction whose modal is submitted here. */
  modalOf?: Id
  /** Was the modal opened from a component? Then it may update that component's message. */
  fromComponent: boolean
  owners: Record<string, Id>
  context: number
  /** Discord's callback type and when it came. */
  acknowledged: { type: number; at: number } | null
  /** What `@original` names, once there is one. */
  originalId: Id | null
  /** Fixed by the acknowledgement. */
  private: boolean
  /** A deferral that nothing has filled yet. */
  waiting: boolean
  followUpIds: Id[]
  /** Of autocomplete: the type of the option that is typed in. */
  focusedType?: number
  modal?: { custom_id: string; title: string; components: Component[] }
  choices?: { name: string; value: string | number }[]
}

/** A crowd of servers that are alike: held as a rule, not as values (see crowd.ts). */
export interface Crowd {
  firstMs: number
  count: number
  channels: number
  roles: number
  ownerId: Id
}

export interface World {
  /** Of this shape; a saved world of another version is not read. */
  version: 1
  ids: IdSource
  /** How far the world's clock is ahead of the machine's, in milliseconds. */
  offsetMs: number
  application: { id: Id; name: string; token: string; ownerId: Id; publicKey: string }
  people: Record<Id, Person>
  servers: Record<Id, Server>
  channels: Record<Id, Channel>
  /** By channel, oldest first. */
  messages: Record<Id, Message[]>
  /** Attachments' bytes in base64, by attachment id. */
  files: Record<Id, string>
  /** Files given with an interaction, which belong to no message. */
  uploads: Record<Id, { channelId: Id; filename: string; contentType: string }>
  crowds: Crowd[]
  /** Who has installed the application for themselves. */
  installs: Id[]
  commands: Command[]
  /** How many commands were created today, for the daily limit: by scope, then the day. */
  commandCreates: Record<string, { day: string; count: number }>
  interactions: Record<Id, Interaction>
  interactionsSweptAt: number
}

export function botId(world: World): Id {
  return world.application.id
}

export function personOf(world: World, id: Id): Person {
  const person = world.people[id]
  if (person === undefined) throw new Error(`no person has the id ${id}`)
  return person
}

export function personNamed(world: World, name: string): Person {
  const person = Object.values(world.people).find(
    one => one.name === name || one.displayName === name || one.id === name,
  )
  if (person !== undefined) return person
  const names = Object.values(world.people).map(one => one.name)
  throw new Error(`nobody is called "${name}"; the people here are ${names.join(', ')}`)
}
