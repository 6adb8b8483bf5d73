/** What the bot may reach by its token: finds servers, channels and messages, or refuses as Discord does. */
import {
  botId,
  type Channel,
  channelPermissions,
  findChannel,
  findMessage,
  findServer,
  type Id,
  type Message,
  may,
  type PermissionName,
  permissionBits,
  type Server,
  type World,
} from '../world.ts'
import { type Call, param } from './call.ts'
import { known, refusal } from './refusal.ts'

export function reachServer(call: Call, id: Id = param(call, 'guild')): Server {
  const { world } = call.live
  const server = isId(id) ? findServer(world, id) : undefined
  if (server === undefined) throw refusal(...known.unknownGuild)
  if (server.members[botId(world)] === undefined) throw refusal(...known.missingAccess)
  return server
}

/** A channel that the bot can see; 50001 where it may not look. */
export function reachChannel(call: Call, id: Id = param(call, 'channel')): Channel {
  const { world } = call.live
  const channel = isId(id) ? findChannel(world, id) : undefined
  if (channel === undefined) throw refusal(...known.unknownChannel)
  if ((channelPermissions(world, channel, botId(world)) & permissionBits.VIEW_CHANNEL) === 0n)
    throw refusal(...known.missingAccess)
  return channel
}

export function demand(call: Call, channel: Channel, ...names: PermissionName[]): void {
  if (!may(call.live.world, channel, botId(call.live.world), ...names)) throw refusal(...known.missingPermissions)
}

/** Ephemeral messages are out of the reach of channel routes. */
export function reachMessage(call: Call, channel: Channel, id: Id = param(call, 'message')): Message {
  const message = findMessage(call.live.world, channel.id, id)
  if (message === undefined || message.visibleTo !== undefined) throw refusal(...known.unknownMessage)
  return message
}

export function isId(text: string): boolean {
  return /^\d{1,20}$/.test(text)
}

export function isOwn(world: World, message: Message): boolean {
  return message.authorId === botId(world)
}
