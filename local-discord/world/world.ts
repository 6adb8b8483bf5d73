/** The world's values: plain JSON of servers, people, messages and interactions. Knows no clock, socket or rule of the API. */
import type { IdSource } from './snowflake.ts'

export type Id = string

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

export interface Attachment {
  id: Id
  filename: string
  bytes: number
  contentType: string
  description?: string
  title?: string
  spoiler?: boolean
}

export interface PollAnswer {
  id: number
  text: string
  emoji?: { id?: string; name?: string }
  voterIds: Id[]
}

export interface Poll {
  question: string
  answers: PollAnswer[]
  multiselect: boolean
  endsAt: number
  finalized: boolean
}

/** A component as it stands in a message or a modal: the union of all their fields, checked when it came in. */
export interface Component {
  type: number
  id?: number
  custom_id?: string
  style?: number
  label?: string
  description?: string
  url?: string
  sku_id?: string
  disabled?: boolean
  emoji?: { id?: string; name?: string }
  placeholder?: string
  min_values?: number
  max_values?: number
  min_length?: number
  max_length?: number
  required?: boolean
  value?: string
  default?: boolean
  options?: SelectOption[]
  default_values?: { id: Id; type: string }[]
  channel_types?: number[]
  file_types?: string[]
  content?: string
  spoiler?: boolean
  divider?: boolean
  spacing?: number
  accent_color?: number
  components?: Component[]
  component?: Component
  accessory?: Component
  items?: { media: Media; description?: string; spoiler?: boolean }[]
  media?: Media
  file?: Media
}

export interface Media {
  url: string
}

export interface SelectOption {
  label: string
  value: string
  description?: string
  default?: boolean
  emoji?: { id?: string; name?: string }
}

export type Embed = Record<string, unknown>

export interface Message {
  id: Id
  channelId: Id
  authorId: Id
  type: number
  content: string
  embeds: Embed[]
  components: Component[]
  attachments: Attachment[]
  flags: number
  createdAt: number
  editedAt: number | null
  tts: boolean
  mentionIds: Id[]
  mentionRoleIds: Id[]
  mentionsEveryone: boolean
  nonce?: string | number
  poll?: Poll
  reference?: { messageId: Id; channelId: Id; serverId: Id | null; type: number }
  /** The interaction that it answers. */
  interaction?: {
    id: Id
    type: number
    personId: Id
    name?: string
    targetMessageId?: Id
    triggeringId?: Id
    repliedToId?: Id
  }
  /** Through a webhook or an interaction's token: the application's id. */
  webhookId?: Id
  applicationId?: Id
  threadId?: Id
  /** Ephemeral: the only person who sees it. */
  visibleTo?: Id
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
