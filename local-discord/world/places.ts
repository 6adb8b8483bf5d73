/** Where things are: finding, listing, making and changing servers, channels and threads. Pure: instants come in as arguments. */
import { channelTypes, isThread } from './channel-types.ts'
import { crowdChannel, crowdServer, crowdServerIds } from './crowd.ts'
import { byAge, nextId } from './snowflake.ts'
import type { Channel, Id, Member, Role, Server, World } from './world.ts'

export function findServer(world: World, id: Id): Server | undefined {
  return world.servers[id] ?? crowdServer(world, id)
}

export function findChannel(world: World, id: Id): Channel | undefined {
  return world.channels[id] ?? crowdChannel(world, id)
}

export function serverOf(world: World, id: Id): Server {
  const server = findServer(world, id)
  if (server === undefined) throw new Error(`no server has the id ${id}`)
  return server
}

export function channelOf(world: World, id: Id): Channel {
  const channel = findChannel(world, id)
  if (channel === undefined) throw new Error(`no channel has the id ${id}`)
  return channel
}

export function memberOf(server: Server, personId: Id): Member | undefined {
  return server.members[personId]
}

/** The ids of the servers that the bot is in, oldest first. */
export function botServerIds(world: World): Id[] {
  const own = Object.values(world.servers).filter(one => one.members[world.application.id] !== undefined)
  const crowds = [...crowdServerIds(world)].filter(id => world.servers[id] === undefined)
  return [...own.map(one => one.id), ...crowds].toSorted(byAge)
}

export function channelsOf(world: World, server: Server): Channel[] {
  return server.channelIds.map(id => channelOf(world, id))
}

export function threadsOf(world: World, server: Server): Channel[] {
  return Object.values(world.channels).filter(one => one.serverId === server.id && isThread(one))
}

/** A server that may be changed: one of a crowd is first given a place of its own. */
export function ownedServer(world: World, id: Id): Server {
  const server = serverOf(world, id)
  world.servers[id] = server
  return server
}

export function ownedChannel(world: World, id: Id): Channel {
  const channel = channelOf(world, id)
  world.channels[id] = channel
  return channel
}

export function makeServer(
  world: World,
  nowMs: number,
  about: { name: string; ownerId: Id; locale?: string; community?: boolean; everyone: string },
): Server {
  const id = nextId(world.ids, nowMs)
  const everyone: Role = {
    id,
    name: '@everyone',
    permissions: about.everyone,
    position: 0,
    mentionable: false,
    managed: false,
  }
  const server: Server = {
    id,
    name: about.name,
    ownerId: about.ownerId,
    locale: about.locale ?? 'en-US',
    community: about.community ?? false,
    roles: [everyone],
    members: {},
    channelIds: [],
    commandPermissions: {},
  }
  world.servers[id] = server
  addMember(server, about.ownerId, nowMs)
  return server
}

export function addMember(server: Server, personId: Id, nowMs: number, roleIds: Id[] = []): void {
  server.members[personId] = { nick: null, roleIds, joinedAt: nowMs }
}

export function makeRole(
  world: World,
  nowMs: number,
  server: Server,
  about: { name: string; permissions: string; managed?: boolean },
): Role {
  const role: Role = {
    id: nextId(world.ids, nowMs),
    name: about.name,
    permissions: about.permissions,
    position: server.roles.length,
    mentionable: false,
    managed: about.managed ?? false,
  }
  server.roles.push(role)
  return role
}

export function makeChannel(
  world: World,
  nowMs: number,
  server: Server | null,
  about: { name: string; type?: number } & Partial<Channel>,
): Channel {
  const channel: Channel = {
    type: channelTypes.text,
    serverId: server?.id ?? null,
    topic: null,
    position: server?.channelIds.length ?? 0,
    parentId: null,
    overwrites: [],
    nsfw: false,
    slowmodeSeconds: 0,
    pinnedIds: [],
    ...about,
    id: nextId(world.ids, nowMs),
  }
  world.channels[channel.id] = channel
  if (server !== null && !isThread(channel)) server.channelIds.push(channel.id)
  return channel
}

/** Starts a thread; one that hangs on a message shares that message's id. */
export function makeThread(
  world: World,
  nowMs: number,
  parent: Channel,
  about: {
    name: string
    type: number
    ownerId: Id
    autoArchiveMinutes: number
    slowmodeSeconds?: number
    messageId?: Id
    appliedTagIds?: Id[]
    invitable?: boolean
  },
): Channel {
  const thread: Channel = {
    id: about.messageId ?? nextId(world.ids, nowMs),
    type: about.type,
    serverId: parent.serverId,
    name: about.name,
    topic: null,
    position: 0,
    parentId: parent.id,
    overwrites: [],
    nsfw: parent.nsfw,
    slowmodeSeconds: about.slowmodeSeconds ?? 0,
    pinnedIds: [],
    thread: {
      ownerId: about.ownerId,
      archived: false,
      locked: false,
      autoArchiveMinutes: about.autoArchiveMinutes,
      createdAt: nowMs,
      archiveChangedAt: nowMs,
      memberIds: [about.ownerId],
      appliedTagIds: about.appliedTagIds ?? [],
      invitable: about.invitable ?? true,
    },
  }
  world.channels[thread.id] = thread
  return thread
}

/** The channel of direct messages between these people (the bot among them or not); made when it is missing. */
export function directChannel(world: World, nowMs: number, people: Id[]): Channel {
  const others = people.toSorted()
  const found = Object.values(world.channels).find(
    one => one.type === channelTypes.direct && one.recipientIds?.toSorted().join() === others.join(),
  )
  return found ?? makeChannel(world, nowMs, null, { name: '', type: channelTypes.direct, recipientIds: others })
}

export function serverNamed(world: World, name: string): Server {
  const own = Object.values(world.servers).find(one => one.name === name || one.id === name)
  if (own !== undefined) return own
  const crowd = /^\d{17,}$/.test(name) ? crowdServer(world, name) : undefined
  if (crowd !== undefined) return crowd
  throw new Error(
    `no server is called "${name}"; there are ${Object.values(world.servers)
      .map(one => one.name)
      .join(', ')}`,
  )
}

export function channelNamed(world: World, server: Server, name: string): Channel {
  const all = [...channelsOf(world, server), ...threadsOf(world, server)]
  const found = all.find(one => one.name === name || one.id === name || `#${one.name}` === name)
  if (found !== undefined) return found
  throw new Error(`no channel of ${server.name} is called "${name}"; there are ${all.map(one => one.name).join(', ')}`)
}

/** Do the bot and this person meet in any server? Else Discord lets no direct message through. */
export function sharesServer(world: World, personId: Id): boolean {
  const inOwn = Object.values(world.servers).some(
    one => one.members[world.application.id] !== undefined && one.members[personId] !== undefined,
  )
  return inOwn || world.crowds.some(one => one.ownerId === personId)
}
