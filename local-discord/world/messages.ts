/** Messages: posting, editing, finding, deleting, pinning, and the few minutes in which a nonce is remembered. Pure; checks no rule of the API. */
import { holdsMessages } from './channel-types.ts'
import { hasFlag, messageFlags } from './flags.ts'
import { may } from './permissions.ts'
import { findChannel, ownedChannel } from './places.ts'
import { byAge, nextId } from './snowflake.ts'
import type { Channel, Id, Message, World } from './world.ts'

/** "Past few minutes", https://discord.com/developers/docs/resources/message#create-message ; five are taken here. */
const nonceMemoryMs = 5 * 60_000

export type NewMessage = Partial<Message> & { channelId: Id; authorId: Id }

export function postMessage(world: World, nowMs: number, about: NewMessage): Message {
  const message: Message = {
    type: 0,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    createdAt: nowMs,
    editedAt: null,
    tts: false,
    mentionIds: [],
    mentionRoleIds: [],
    mentionsEveryone: false,
    ...about,
    id: nextId(world.ids, nowMs),
  }
  messagesIn(world, message.channelId).push(message)
  return message
}

/** Changes a message in place; `nowMs` null leaves "edited" off, as Discord does when a deferral is filled. */
export function editMessage(message: Message, nowMs: number | null, change: Partial<Message>): Message {
  Object.assign(message, change)
  if (nowMs !== null) message.editedAt = nowMs
  return message
}

export function messagesIn(world: World, channelId: Id): Message[] {
  world.messages[channelId] ??= []
  return world.messages[channelId]
}

export function findMessage(world: World, channelId: Id, messageId: Id): Message | undefined {
  const all = world.messages[channelId]
  if (all === undefined) return undefined
  // Newest first: what is asked for is nearly always recent.
  return all.findLast(one => one.id === messageId)
}

export function deleteMessage(world: World, message: Message): void {
  const all = messagesIn(world, message.channelId)
  const at = all.lastIndexOf(message)
  if (at >= 0) all.splice(at, 1)
  for (const attachment of message.attachments) delete world.files[attachment.id]
  const channel = findChannel(world, message.channelId)
  if (channel?.pinnedIds.includes(message.id)) channel.pinnedIds = channel.pinnedIds.filter(id => id !== message.id)
}

/** What bots can read of a channel: all but ephemeral messages. */
export function publicMessages(world: World, channelId: Id): Message[] {
  return (world.messages[channelId] ?? []).filter(one => one.visibleTo === undefined)
}

/** May this person see the message? Channel permissions, and ephemeral ones only by their person. */
export function sees(world: World, personId: Id, message: Message): boolean {
  if (message.visibleTo !== undefined) return message.visibleTo === personId
  const channel = findChannel(world, message.channelId)
  return channel !== undefined && holdsMessages(channel) && may(world, channel, personId, 'VIEW_CHANNEL')
}

export function messagesSeenBy(world: World, personId: Id, channelId: Id): Message[] {
  return (world.messages[channelId] ?? []).filter(one => sees(world, personId, one))
}

export function earlierWithNonce(
  world: World,
  nowMs: number,
  channelId: Id,
  authorId: Id,
  nonce: string | number,
): Message | undefined {
  const wanted = String(nonce)
  return world.messages[channelId]?.findLast(
    one =>
      one.authorId === authorId &&
      one.nonce !== undefined &&
      String(one.nonce) === wanted &&
      nowMs - one.createdAt < nonceMemoryMs,
  )
}

export function isEphemeral(message: Message): boolean {
  return hasFlag(message.flags, messageFlags.ephemeral)
}

export interface Page {
  before?: Id
  after?: Id
  around?: Id
  limit: number
}

/** Newest first, https://discord.com/developers/docs/resources/message#get-channel-messages */
export function pageOf(messages: readonly Message[], page: Page): Message[] {
  const { around, after, before, limit } = page
  if (around !== undefined) {
    const half = Math.floor(limit / 2)
    const older = messages.filter(one => byAge(one.id, around) < 0).slice(-half)
    const rest = messages.filter(one => byAge(one.id, around) >= 0).slice(0, limit - older.length)
    return [...older, ...rest].toReversed()
  }
  if (after !== undefined)
    return messages
      .filter(one => byAge(one.id, after) > 0)
      .slice(0, limit)
      .toReversed()
  const older = before === undefined ? messages : messages.filter(one => byAge(one.id, before) < 0)
  return older.slice(-limit).toReversed()
}

export function pin(world: World, channelId: Id, messageId: Id): void {
  const channel = ownedChannel(world, channelId)
  if (!channel.pinnedIds.includes(messageId)) channel.pinnedIds.unshift(messageId)
}

export function unpin(world: World, channelId: Id, messageId: Id): void {
  const channel = ownedChannel(world, channelId)
  channel.pinnedIds = channel.pinnedIds.filter(id => id !== messageId)
}

export function lastMessageId(world: World, channel: Channel): Id | null {
  return world.messages[channel.id]?.findLast(one => one.visibleTo === undefined)?.id ?? null
}
