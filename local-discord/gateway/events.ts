/** Which of the gateway's events a change in the world is, for whom, and behind which intents. Sends nothing. */

import { memberBody } from '../bodies/bodies.ts'
import { channelBody } from '../bodies/channel-body.ts'
import { dispatchedMessageBody, type MessageView, withoutContent } from '../bodies/message-body.ts'
import { joinedServerBody } from '../bodies/server-body.ts'
import type { Change } from '../live.ts'
import {
  botId,
  type Channel,
  channelOf,
  findChannel,
  findServer,
  type Id,
  type Message,
  may,
  type World,
} from '../world.ts'
import { intents } from './intents.ts'

export interface Event {
  name: string
  /** Decides the shard; null is shard 0. */
  serverId: Id | null
  /** All of these bits must be among the session's; 0 for events that come without any. */
  intents: number
  body: Record<string, unknown>
  /** What sessions without the Message Content intent get instead. */
  bodyWithoutContent?: Record<string, unknown>
}

export function eventOf(world: World, change: Change, view: MessageView): Event | undefined {
  switch (change.kind) {
    case 'interaction-created':
      return { name: 'INTERACTION_CREATE', serverId: change.interaction.serverId, intents: 0, body: change.payload }
    case 'message-created':
      return messageEvent(world, 'MESSAGE_CREATE', change.message, view)
    case 'message-updated':
      return messageEvent(world, 'MESSAGE_UPDATE', change.message, view)
    case 'message-deleted':
      return deletedEvent(world, change.message)
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
    case 'thread-created':
    case 'thread-updated':
    case 'thread-deleted':
      return channelEvent(world, change.kind, change.channel)
    case 'pins-updated':
      return pinsEvent(world, change.channel)
    case 'server-joined':
      return serverEvent(world, 'GUILD_CREATE', change.serverId)
    case 'server-updated':
      return serverEvent(world, 'GUILD_UPDATE', change.serverId)
    case 'server-left':
      return { name: 'GUILD_DELETE', serverId: change.serverId, intents: intents.guilds, body: { id: change.serverId } }
    case 'poll-voted':
      return voteEvent(world, change)
    case 'typing':
      return typingEvent(world, change.channelId, change.personId)
    case 'interaction-acknowledged':
    case 'interaction-answered':
    case 'commands-changed':
    case 'clock-turned':
    case 'bot':
      return undefined
  }
}

/** Ephemeral messages belong to their interaction and reach no channel. */
function messageEvent(world: World, name: string, message: Message, view: MessageView): Event | undefined {
  if (message.visibleTo !== undefined) return undefined
  const channel = findChannel(world, message.channelId)
  if (channel === undefined || !may(world, channel, botId(world), 'VIEW_CHANNEL')) return undefined
  const body = dispatchedMessageBody(world, message, view)
  return { name, ...addressOf(channel, 'messages'), body, bodyWithoutContent: withoutContent(world, message, body) }
}

function deletedEvent(world: World, message: Message): Event | undefined {
  const channel = findChannel(world, message.channelId)
  if (message.visibleTo !== undefined || channel === undefined || !may(world, channel, botId(world), 'VIEW_CHANNEL'))
    return undefined
  const body = { id: message.id, channel_id: message.channelId, ...serverIdOf(channel) }
  return { name: 'MESSAGE_DELETE', ...addressOf(channel, 'messages'), body }
}

/** https://discord.com/developers/docs/events/gateway-events#message-poll-vote-add */
function voteEvent(world: World, vote: Extract<Change, { kind: 'poll-voted' }>): Event | undefined {
  const channel = findChannel(world, vote.message.channelId)
  if (channel === undefined || !may(world, channel, botId(world), 'VIEW_CHANNEL')) return undefined
  return {
    name: vote.isAdded ? 'MESSAGE_POLL_VOTE_ADD' : 'MESSAGE_POLL_VOTE_REMOVE',
    serverId: channel.serverId,
    intents: channel.serverId === null ? intents.directMessagePolls : intents.guildMessagePolls,
    body: {
      user_id: vote.personId,
      channel_id: channel.id,
      message_id: vote.message.id,
      answer_id: vote.answerId,
      ...serverIdOf(channel),
    },
  }
}

function addressOf(channel: Channel, of: 'messages' | 'typing'): { serverId: Id | null; intents: number } {
  const direct = channel.serverId === null
  if (of === 'messages')
    return { serverId: channel.serverId, intents: direct ? intents.directMessages : intents.guildMessages }
  return { serverId: channel.serverId, intents: direct ? intents.directMessageTyping : intents.guildMessageTyping }
}

function serverIdOf(channel: Channel): Record<string, Id> {
  return channel.serverId === null ? {} : { guild_id: channel.serverId }
}

function channelEvent(world: World, kind: string, channel: Channel): Event | undefined {
  if (channel.serverId === null) return undefined
  const deleted = kind.endsWith('deleted')
  if (!deleted && !may(world, channel, botId(world), 'VIEW_CHANNEL')) return undefined
  const body = channelBody(world, channel)
  if (kind === 'thread-created') body['newly_created'] = true
  return {
    name: kind.replace('-', '_').replace(/d$/, '').toUpperCase(),
    serverId: channel.serverId,
    intents: intents.guilds,
    body,
  }
}

function pinsEvent(world: World, channel: Channel): Event | undefined {
  if (!may(world, channel, botId(world), 'VIEW_CHANNEL')) return undefined
  const body = { channel_id: channel.id, last_pin_timestamp: null, ...serverIdOf(channel) }
  return {
    name: 'CHANNEL_PINS_UPDATE',
    serverId: channel.serverId,
    intents: channel.serverId === null ? intents.directMessages : intents.guilds,
    body,
  }
}

function serverEvent(world: World, name: string, serverId: Id): Event | undefined {
  const server = findServer(world, serverId)
  if (server?.members[botId(world)] === undefined) return undefined
  return { name, serverId, intents: intents.guilds, body: joinedServerBody(world, server) }
}

function typingEvent(world: World, channelId: Id, personId: Id): Event | undefined {
  const channel = channelOf(world, channelId)
  const server = channel.serverId === null ? undefined : findServer(world, channel.serverId)
  const member = server === undefined ? undefined : memberBody(world, server, personId)
  const body = {
    channel_id: channelId,
    user_id: personId,
    timestamp: Math.floor(Date.now() / 1_000),
    ...serverIdOf(channel),
    ...(member === undefined ? {} : { member }),
  }
  return { name: 'TYPING_START', ...addressOf(channel, 'typing'), body }
}
