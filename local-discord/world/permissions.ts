/** Who may do what where: how roles, overwrites, owners and threads combine into Discord's permissions. Pure. */
import { channelTypes, isThread } from './channel-types.ts'
import {
  allPermissions,
  bitsOf,
  directMessagePermissions,
  type PermissionName,
  permissionBits,
} from './permission-bits.ts'
import { findChannel, findServer, memberOf } from './places.ts'
import type { Channel, Id, Server, World } from './world.ts'

/** https://discord.com/developers/docs/topics/permissions#permission-overwrites */
export function serverPermissions(server: Server, personId: Id): bigint {
  if (server.ownerId === personId) return allPermissions
  const member = server.members[personId]
  if (member === undefined) return 0n
  let bits = BigInt(server.roles[0]?.permissions ?? '0')
  for (const role of server.roles) if (member.roleIds.includes(role.id)) bits |= BigInt(role.permissions)
  return (bits & permissionBits.ADMINISTRATOR) !== 0n ? allPermissions : bits
}

/** In a channel: everyone's overwrite, then all of the roles' at once, then the person's own. A thread has its parent's. */
export function channelPermissions(world: World, channel: Channel, personId: Id): bigint {
  if (channel.serverId === null) return inDirectChannel(world, channel, personId) ? directMessagePermissions : 0n
  const server = findServer(world, channel.serverId)
  if (server === undefined || memberOf(server, personId) === undefined) return 0n
  const base = serverPermissions(server, personId)
  if (base === allPermissions) return base
  const parent = isThread(channel) && channel.parentId !== null ? findChannel(world, channel.parentId) : channel
  return impliedBy(overwritten(server, parent ?? channel, personId, base), channel)
}

function overwritten(server: Server, channel: Channel, personId: Id, base: bigint): bigint {
  const member = server.members[personId]
  let bits = base
  const everyone = channel.overwrites.find(one => one.id === server.id)
  if (everyone !== undefined) bits = (bits & ~BigInt(everyone.deny)) | BigInt(everyone.allow)
  let allow = 0n
  let deny = 0n
  for (const one of channel.overwrites) {
    if (one.type !== 0 || one.id === server.id || !member?.roleIds.includes(one.id)) continue
    allow |= BigInt(one.allow)
    deny |= BigInt(one.deny)
  }
  bits = (bits & ~deny) | allow
  const own = channel.overwrites.find(one => one.type === 1 && one.id === personId)
  return own === undefined ? bits : (bits & ~BigInt(own.deny)) | BigInt(own.allow)
}

const needSendMessages = bitsOf(['MENTION_EVERYONE', 'SEND_TTS_MESSAGES', 'ATTACH_FILES', 'EMBED_LINKS', 'SEND_POLLS'])

/** https://discord.com/developers/docs/topics/permissions#implicit-permissions */
function impliedBy(bits: bigint, channel: Channel): bigint {
  if ((bits & permissionBits.VIEW_CHANNEL) === 0n) return 0n
  const sending = isThread(channel) ? permissionBits.SEND_MESSAGES_IN_THREADS : permissionBits.SEND_MESSAGES
  if (channel.type !== channelTypes.voice && (bits & sending) === 0n) return bits & ~needSendMessages
  return bits
}

export function may(world: World, channel: Channel, personId: Id, ...names: PermissionName[]): boolean {
  const needed = bitsOf(names)
  return (channelPermissions(world, channel, personId) & needed) === needed
}

export function maySend(world: World, channel: Channel, personId: Id): boolean {
  return may(world, channel, personId, 'VIEW_CHANNEL', isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES')
}

function inDirectChannel(world: World, channel: Channel, personId: Id): boolean {
  const recipients = channel.recipientIds ?? []
  return recipients.includes(personId) || (personId === world.application.id && recipients.length === 1)
}
