/** Messages by the bot's token: list, read, post, edit, delete, publish, pin, typing. */
import { messageBody } from '../bodies/message-body.ts'
import { bodyChecks, type MessageFields } from '../rules/bodies.ts'
import { newReport, reportAt } from '../rules/issue.ts'
import {
  botId,
  type Channel,
  channelTypes,
  deleteMessage,
  earlierWithNonce,
  editMessage,
  findMessage,
  hasFlag,
  holdsMessages,
  isThread,
  type Message,
  may,
  maySend,
  messageFlags,
  pageOf,
  pin,
  postMessage,
  publicMessages,
  sharesServer,
  unpin,
} from '../world.ts'
import { type Call, countIn, noContent, ok, type Route } from './call.ts'
import { demand, isOwn, reachChannel, reachMessage } from './reach.ts'
import { known, refusal, refuseFaults } from './refusal.ts'
import { type Written, writeMessage } from './write-message.ts'

const list: Route = call => {
  const channel = reachChannel(call)
  if (!holdsMessages(channel)) throw refusal(...known.notTextChannel)
  const limit = countIn(call, 'limit', 1, 100, 50)
  // "If operating on a guild channel … missing READ_MESSAGE_HISTORY returns no messages", https://discord.com/developers/docs/resources/message#get-channel-messages
  if (!may(call.live.world, channel, botId(call.live.world), 'READ_MESSAGE_HISTORY')) return ok([])
  const page: Parameters<typeof pageOf>[1] = { limit }
  for (const key of ['before', 'after', 'around'] as const) {
    const id = call.query.get(key)
    if (id !== null) page[key] = id
  }
  return ok(
    pageOf(publicMessages(call.live.world, channel.id), page).map(one => messageBody(call.live.world, one, call.view)),
  )
}

const read: Route = call => {
  const channel = reachChannel(call)
  demand(call, channel, 'READ_MESSAGE_HISTORY')
  return ok(messageBody(call.live.world, reachMessage(call, channel), call.view))
}

const post: Route = call => {
  const channel = reachChannel(call)
  return ok(messageBody(call.live.world, postTo(call, channel), call.view))
}

/** Posts by token, with every permission that it needs. Also how a forum's post begins. */
export function postTo(call: Call, channel: Channel): Message {
  const { live, nowMs } = call
  const { world } = live
  if (channel.type === channelTypes.forum) throw refusal(...known.forumChannel)
  if (!holdsMessages(channel)) throw refusal(...known.notTextChannel)
  refuseStranger(call, channel)
  if (!maySend(world, channel, botId(world))) throw refusal(...known.missingPermissions)
  if (channel.thread?.locked === true && !may(world, channel, botId(world), 'MANAGE_THREADS'))
    throw refusal(...known.threadLocked)
  const written = writeMessage(call, { check: bodyChecks.message, channelId: channel.id })
  const fields = (call.body ?? {}) as MessageFields
  demandForParts(call, channel, fields)
  // https://discord.com/developers/docs/resources/message#create-message : an enforced nonce gives the earlier message back
  const earlier =
    fields.enforce_nonce === true && fields.nonce != null
      ? earlierWithNonce(world, nowMs, channel.id, botId(world), fields.nonce)
      : undefined
  if (earlier !== undefined) return earlier
  const reference = referenceOf(call, channel, fields)
  const message = postMessage(world, nowMs, {
    ...written.change,
    ...reference,
    channelId: channel.id,
    authorId: botId(world),
  })
  written.keepFiles()
  reopen(call, channel)
  live.publish({ kind: 'message-created', message })
  return message
}

/** In direct messages only people are reached who share a server with the bot or have installed the application. */
function refuseStranger(call: Call, channel: Channel): void {
  const { world } = call.live
  if (channel.serverId !== null) return
  const reached = channel.recipientIds?.every(id => sharesServer(world, id) || world.installs.includes(id))
  if (reached !== true) throw refusal(...known.noMutualServers)
}

function demandForParts(call: Call, channel: Channel, fields: MessageFields): void {
  if (call.uploads.length > 0) demand(call, channel, 'ATTACH_FILES')
  if ((fields.embeds?.length ?? 0) > 0) demand(call, channel, 'EMBED_LINKS')
  if (fields.tts === true) demand(call, channel, 'SEND_TTS_MESSAGES')
  if (fields.poll != null) demand(call, channel, 'SEND_POLLS')
}

function referenceOf(call: Call, channel: Channel, fields: MessageFields): Partial<Message> {
  const reference = fields.message_reference
  if (reference == null) return {}
  const { world } = call.live
  if (!may(world, channel, botId(world), 'READ_MESSAGE_HISTORY')) throw refusal(...known.replyNeedsHistory)
  const channelId = reference.channel_id ?? channel.id
  const target = findMessage(world, channelId, reference.message_id)
  if (target === undefined || target.visibleTo !== undefined) {
    if (reference.fail_if_not_exists === false) return {}
    const to = newReport()
    reportAt(to, ['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')
    refuseFaults(to)
  }
  return {
    type: 19,
    reference: { messageId: reference.message_id, channelId, serverId: channel.serverId, type: reference.type ?? 0 },
  }
}

/** A message reopens an archived thread, https://discord.com/developers/docs/topics/threads#active--archived-threads */
export function reopen(call: Call, channel: Channel): void {
  if (channel.thread?.archived !== true) return
  channel.thread.archived = false
  channel.thread.archiveChangedAt = call.nowMs
  call.live.publish({ kind: 'thread-updated', channel })
}

const change: Route = call => {
  const channel = reachChannel(call)
  const before = reachMessage(call, channel)
  if (!isOwn(call.live.world, before)) throw refusal(...known.notYourMessage)
  refuseArchived(channel)
  if (before.poll !== undefined) throw refusal(...known.pollEdit)
  const written: Written = writeMessage(call, { check: bodyChecks.messageEdit, channelId: channel.id, before })
  editMessage(before, call.nowMs, written.change)
  written.keepFiles()
  call.live.publish({ kind: 'message-updated', message: before })
  return ok(messageBody(call.live.world, before, call.view))
}

/** https://discord.com/developers/docs/topics/threads : in an archived thread nothing can be edited until it is reopened */
export function refuseArchived(channel: Channel): void {
  if (isThread(channel) && channel.thread?.archived === true) throw refusal(...known.archivedThread)
}

const remove: Route = call => {
  const channel = reachChannel(call)
  const message = reachMessage(call, channel)
  if (channel.thread?.locked === true) refuseArchived(channel)
  if (!isOwn(call.live.world, message)) {
    if (channel.serverId === null) throw refusal(...known.notOnDirect)
    demand(call, channel, 'MANAGE_MESSAGES')
  }
  deleteMessage(call.live.world, message)
  call.live.publish({ kind: 'message-deleted', message })
  return noContent
}

/** https://discord.com/developers/docs/resources/message#crosspost-message */
const publish: Route = call => {
  const channel = reachChannel(call)
  const message = reachMessage(call, channel)
  if (channel.type !== channelTypes.announcement) throw refusal(...known.wrongChannelType)
  demand(
    call,
    channel,
    ...(isOwn(call.live.world, message)
      ? (['SEND_MESSAGES'] as const)
      : (['SEND_MESSAGES', 'MANAGE_MESSAGES'] as const)),
  )
  if (hasFlag(message.flags, messageFlags.crossposted)) throw refusal(...known.alreadyCrossposted)
  message.flags |= messageFlags.crossposted
  call.live.publish({ kind: 'message-updated', message })
  return ok(messageBody(call.live.world, message, call.view))
}

/** https://discord.com/developers/docs/resources/message#get-channel-pins : 250 a channel */
const maximumPins = 250

const pinOne: Route = call => {
  const channel = reachChannel(call)
  const message = reachMessage(call, channel)
  if (channel.serverId !== null) demand(call, channel, 'PIN_MESSAGES')
  if (!channel.pinnedIds.includes(message.id) && channel.pinnedIds.length >= maximumPins)
    throw refusal(...known.maximumPins)
  pin(call.live.world, channel.id, message.id)
  call.live.publish({ kind: 'pins-updated', channel })
  call.live.publish({ kind: 'message-updated', message })
  return noContent
}

const unpinOne: Route = call => {
  const channel = reachChannel(call)
  const message = reachMessage(call, channel)
  if (channel.serverId !== null) demand(call, channel, 'PIN_MESSAGES')
  unpin(call.live.world, channel.id, message.id)
  call.live.publish({ kind: 'pins-updated', channel })
  call.live.publish({ kind: 'message-updated', message })
  return noContent
}

function pinned(call: Call): Record<string, unknown>[] {
  const channel = reachChannel(call)
  const { world } = call.live
  const messages = channel.pinnedIds.flatMap(id => findMessage(world, channel.id, id) ?? [])
  return messages.map(one => messageBody(world, one, call.view))
}

const pins: Route = call => ok(pinned(call))

const pinPage: Route = call =>
  ok({ items: pinned(call).map(message => ({ pinned_at: message['timestamp'], message })), has_more: false })

const typing: Route = call => {
  const channel = reachChannel(call)
  if (!maySend(call.live.world, channel, botId(call.live.world))) throw refusal(...known.missingPermissions)
  call.live.publish({ kind: 'typing', channelId: channel.id, personId: botId(call.live.world) })
  return noContent
}

export const messageRoutes: Record<string, Route> = {
  'GET /channels/:channel/messages': list,
  'GET /channels/:channel/messages/:message': read,
  'POST /channels/:channel/messages': post,
  'PATCH /channels/:channel/messages/:message': change,
  'DELETE /channels/:channel/messages/:message': remove,
  'POST /channels/:channel/messages/:message/crosspost': publish,
  'GET /channels/:channel/pins': pins,
  'PUT /channels/:channel/pins/:message': pinOne,
  'DELETE /channels/:channel/pins/:message': unpinOne,
  'GET /channels/:channel/messages/pins': pinPage,
  'PUT /channels/:channel/messages/pins/:message': pinOne,
  'DELETE /channels/:channel/messages/pins/:message': unpinOne,
  'POST /channels/:channel/typing': typing,
}
