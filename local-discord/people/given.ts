/** How what a script gives becomes ids: people, channels and roles by name or as they are, files by their bytes. */
import type { Live } from '../live.ts'
import {
  type Channel,
  channelNamed,
  channelOf,
  directChannel,
  findChannel,
  findServer,
  type Id,
  nextId,
  personNamed,
  serverOf,
  type World,
} from '../world.ts'

export interface GivenFile {
  name: string
  bytes: Uint8Array | string
  contentType?: string
}

export type Given = string | number | boolean | { id: Id } | GivenFile

/** What was given, in words. */
export function words(value: Given): string {
  if (typeof value !== 'object') return String(value)
  return 'id' in value ? value.id : value.name
}

export function isGivenFile(value: unknown): value is GivenFile {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value
}

function hasId(value: Given): value is { id: Id } {
  return typeof value === 'object' && 'id' in value
}

/** In a server only its members can be picked. */
export function idOfPerson(world: World, value: Given, channel: Channel): Id {
  const person = personNamed(world, words(value).replace(/^@/, ''))
  const server = channel.serverId === null ? undefined : findServer(world, channel.serverId)
  if (server !== undefined && server.members[person.id] === undefined)
    throw new Error(`${person.name} is no member of ${server.name}`)
  return person.id
}

export function idOfRole(world: World, value: Given, channel: Channel): Id {
  if (channel.serverId === null) throw new Error('there are no roles outside of servers')
  const server = serverOf(world, channel.serverId)
  const wanted = words(value)
  const role = server.roles.find(one => one.id === wanted || one.name === wanted || `@${one.name}` === wanted)
  if (role === undefined)
    throw new Error(`${server.name} has no role "${wanted}"; it has ${server.roles.map(one => one.name).join(', ')}`)
  return role.id
}

export function idOfChannel(world: World, value: Given, channel: Channel): Id {
  if (hasId(value)) return channelOf(world, value.id).id
  const text = words(value)
  const byId = /^\d{17,}$/.test(text) ? findChannel(world, text) : undefined
  if (byId !== undefined) return byId.id
  if (channel.serverId === null) throw new Error('there are no channels to pick outside of servers')
  return channelNamed(world, serverOf(world, channel.serverId), text.replace(/^#/, '')).id
}

/** Keeps a person's file where the bot can download it, and gives Discord's attachment object. */
export function attachFile(live: Live, file: GivenFile, personId: Id, filesUrl: string): Record<string, unknown> {
  const { world } = live
  const nowMs = live.now()
  const bytes = Buffer.from(file.bytes)
  const id = nextId(world.ids, nowMs)
  const contentType = file.contentType ?? 'application/octet-stream'
  // Discord keeps what was uploaded to an interaction out of every channel; here it lies with the person's own direct messages, unseen.
  const channel = directChannel(world, nowMs, [personId])
  world.files[id] = bytes.toString('base64')
  world.uploads[id] = { channelId: channel.id, filename: file.name, contentType }
  const url = `${filesUrl}/${channel.id}/${id}/${encodeURIComponent(file.name)}`
  return {
    id,
    filename: file.name,
    size: bytes.length,
    url,
    proxy_url: url,
    content_type: contentType,
    ephemeral: true,
  }
}
