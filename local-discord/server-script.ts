/** A server and its channels as a test's script arranges and reads them: members, permissions, messages. */
import type { Live } from './live.ts'
import { type SeenMessage, seenMessage } from './people/seen-message.ts'
import {
  addMember,
  bitsOf,
  type Channel,
  type ChannelKind,
  type CommandPermission,
  channelNamed,
  channelOf,
  channelsOf,
  channelTypes,
  type Id,
  inviteBot,
  makeChannel,
  makeRole,
  makeThread,
  ownedChannel,
  ownedServer,
  type PermissionName,
  personNamed,
  publicMessages,
  serverOf,
  threadsOf,
} from './world.ts'

export interface ChannelScript {
  readonly id: Id
  readonly name: string
  readonly kind: ChannelKind
  /** What everybody there can read, oldest first; ephemeral messages are seen only through their person. */
  messages(): SeenMessage[]
  /** The newest of them. */
  last(): SeenMessage
  pinned(): SeenMessage[]
  threads(): ChannelScript[]
  /** Allows and forbids here: for 'bot', for '@everyone', a role or a person by name. */
  setPermissions(forWhom: string, change: { allow?: readonly PermissionName[]; deny?: readonly PermissionName[] }): void
  /** Deletes the channel, as a moderator would. */
  remove(): void
}

export interface ServerScript {
  readonly id: Id
  readonly name: string
  channel(name: string): ChannelScript
  channels(): ChannelScript[]
  addChannel(name: string, about?: { kind?: ChannelKind; topic?: string }): ChannelScript
  addThread(name: string, about: { in: string; by: string; archived?: boolean; locked?: boolean }): ChannelScript
  addRole(name: string, permissions?: readonly PermissionName[]): { id: Id; name: string }
  giveRole(person: string, role: string): void
  takeRole(person: string, role: string): void
  join(person: string): void
  leave(person: string): void
  /** The bot is taken out, as a moderator would do it. */
  removeBot(): void
  inviteBot(): void
  setLocale(locale: string): void
  /** The Integrations page: who may use a command here, as Discord's overrides. By the command's name, or 'all'. */
  setCommandPermissions(command: string, settings: { for: string; allow: boolean }[]): void
}

export function makeServerScript(live: Live, id: Id): ServerScript {
  const { world } = live
  const server = () => serverOf(live.world, id)
  const owned = () => ownedServer(live.world, id)
  const botId = () => live.world.application.id
  const updated = (): void => live.publish({ kind: 'server-updated', serverId: id })
  const channel = (channelId: Id): ChannelScript => makeChannelScript(live, channelId)
  const roleNamed = (name: string): Id => {
    const role = server().roles.find(one => one.name === name || one.id === name)
    if (role === undefined)
      throw new Error(
        `${server().name} has no role "${name}"; it has ${server()
          .roles.map(one => one.name)
          .join(', ')}`,
      )
    return role.id
  }
  const memberNamed = (name: string) => {
    const member = owned().members[personNamed(live.world, name).id]
    if (member === undefined) throw new Error(`${name} is no member of ${server().name}`)
    return member
  }

  return {
    id,
    name: serverOf(world, id).name,
    channel: name => channel(channelNamed(live.world, server(), name).id),
    channels: () => channelsOf(live.world, server()).map(one => channel(one.id)),
    addChannel(name, about = {}) {
      const made = makeChannel(live.world, live.now(), owned(), {
        name,
        type: channelTypes[about.kind ?? 'text'],
        topic: about.topic ?? null,
      })
      live.publish({ kind: 'channel-created', channel: made })
      return channel(made.id)
    },
    addThread(name, about) {
      const parent = channelNamed(live.world, owned(), about.in)
      const ownerId = personNamed(live.world, about.by).id
      const made = makeThread(live.world, live.now(), parent, {
        name,
        type: channelTypes.publicThread,
        ownerId,
        autoArchiveMinutes: 4_320,
      })
      if (made.thread !== undefined)
        Object.assign(made.thread, { archived: about.archived ?? false, locked: about.locked ?? false })
      live.publish({ kind: 'thread-created', channel: made })
      return channel(made.id)
    },
    addRole(name, permissions = []) {
      const role = makeRole(live.world, live.now(), owned(), { name, permissions: bitsOf(permissions).toString() })
      updated()
      return { id: role.id, name }
    },
    giveRole(person, role) {
      const member = memberNamed(person)
      member.roleIds = [...new Set([...member.roleIds, roleNamed(role)])]
    },
    takeRole(person, role) {
      const member = memberNamed(person)
      member.roleIds = member.roleIds.filter(one => one !== roleNamed(role))
    },
    join: person => addMember(owned(), personNamed(live.world, person).id, live.now()),
    leave(person) {
      delete owned().members[personNamed(live.world, person).id]
    },
    removeBot() {
      delete owned().members[botId()]
      live.publish({ kind: 'server-left', serverId: id })
    },
    inviteBot() {
      inviteBot(live.world, live.now(), owned())
      live.publish({ kind: 'server-joined', serverId: id })
    },
    setLocale(locale) {
      owned().locale = locale
      updated()
    },
    setCommandPermissions(command, settings) {
      const commandId =
        command === 'all' ? botId() : live.world.commands.find(one => one.name === command.replace(/^\//, ''))?.id
      if (commandId === undefined) throw new Error(`no command is called "${command}"`)
      owned().commandPermissions[commandId] = settings.map(one => settingOf(live, id, one))
    },
  }
}

function settingOf(live: Live, serverId: Id, setting: { for: string; allow: boolean }): CommandPermission {
  const server = serverOf(live.world, serverId)
  const base = { permission: setting.allow }
  if (setting.for.startsWith('#')) return { ...base, id: channelNamed(live.world, server, setting.for).id, type: 3 }
  const role = server.roles.find(one => one.name === setting.for || `@${one.name}` === setting.for)
  if (role !== undefined) return { ...base, id: role.id, type: 1 }
  return { ...base, id: personNamed(live.world, setting.for).id, type: 2 }
}

export function makeChannelScript(live: Live, id: Id): ChannelScript {
  const kindOf = (channel: Channel): ChannelKind => {
    const found = Object.entries(channelTypes).find(([, type]) => type === channel.type)
    if (found === undefined) throw new Error(`the channel ${channel.name} is of the unknown type ${channel.type}`)
    return found[0] as ChannelKind
  }
  const channel = channelOf(live.world, id)
  const messages = (): SeenMessage[] => publicMessages(live.world, id).map(one => seenMessage(live.world, one))
  return {
    id,
    name: channel.name,
    kind: kindOf(channel),
    messages,
    last() {
      const found = messages().at(-1)
      if (found === undefined) throw new Error(`there is no message in ${channel.name}`)
      return found
    },
    pinned: () => messages().filter(one => one.pinned),
    threads: () => {
      if (channel.serverId === null) return []
      return threadsOf(live.world, serverOf(live.world, channel.serverId))
        .filter(one => one.parentId === id)
        .map(one => makeChannelScript(live, one.id))
    },
    setPermissions(forWhom, change) {
      const owned = ownedChannel(live.world, id)
      if (owned.serverId === null) throw new Error('direct messages have no permissions to set')
      const server = serverOf(live.world, owned.serverId)
      const role = server.roles.find(one => one.name === forWhom || `@${one.name}` === forWhom)
      const type = role === undefined ? 1 : 0
      const target = role?.id ?? (forWhom === 'bot' ? live.world.application.id : personNamed(live.world, forWhom).id)
      const overwrite = {
        id: target,
        type,
        allow: bitsOf(change.allow ?? []).toString(),
        deny: bitsOf(change.deny ?? []).toString(),
      } as const
      owned.overwrites = [...owned.overwrites.filter(one => one.id !== target), overwrite]
      live.publish({ kind: 'channel-updated', channel: owned })
    },
    remove() {
      const owned = ownedChannel(live.world, id)
      const server = owned.serverId === null ? undefined : ownedServer(live.world, owned.serverId)
      if (server !== undefined) server.channelIds = server.channelIds.filter(one => one !== id)
      delete live.world.channels[id]
      delete live.world.messages[id]
      live.publish({ kind: 'channel-deleted', channel: owned })
    },
  }
}
