/** Channels, threads and direct messages by the bot's token. */
import { channelBody } from '../bodies/channel-body.ts'
import { messageBody } from '../bodies/message-body.ts'
import { bodyChecks } from '../rules/bodies.ts'
import {
  botId,
  channelTypes,
  directChannel,
  type Id,
  isThread,
  makeThread,
  may,
  ownedChannel,
  personOf,
  type World,
} from '../world.ts'
import { type Call, checkedBody, noContent, ok, type Route } from './call.ts'
import { postTo } from './message-routes.ts'
import { demand, reachChannel, reachMessage } from './reach.ts'
import { known, refusal } from './refusal.ts'

interface ThreadFields {
  name: string
  auto_archive_duration?: number | null
  rate_limit_per_user?: number | null
  type?: number | null
  invitable?: boolean | null
  applied_tags?: Id[] | null
  message?: unknown
}

/** https://discord.com/developers/docs/resources/channel#thread-metadata-object : in minutes */
const defaultArchiveMinutes = 4_320

const read: Route = call => ok(channelBody(call.live.world, reachChannel(call)))

/** https://discord.com/developers/docs/resources/channel#start-thread-from-message */
const threadFromMessage: Route = call => {
  const { live, nowMs } = call
  const channel = reachChannel(call)
  if (channel.type !== channelTypes.text && channel.type !== channelTypes.announcement)
    throw refusal(...known.wrongChannelType)
  demand(call, channel, 'CREATE_PUBLIC_THREADS')
  const message = reachMessage(call, channel)
  const fields = checkedBody<ThreadFields>(call, bodyChecks.threadFromMessage)
  if (message.threadId !== undefined) throw refusal(...known.alreadyThread)
  const type = channel.type === channelTypes.announcement ? channelTypes.announcementThread : channelTypes.publicThread
  const thread = makeThread(live.world, nowMs, channel, { ...threadAbout(call, fields), type, messageId: message.id })
  message.threadId = thread.id
  live.publish({ kind: 'thread-created', channel: thread })
  live.publish({ kind: 'message-updated', message })
  return { status: 201, body: channelBody(live.world, thread) }
}

function threadAbout(call: Call, fields: ThreadFields): Omit<Parameters<typeof makeThread>[3], 'type'> {
  return {
    name: fields.name,
    ownerId: botId(call.live.world),
    autoArchiveMinutes: fields.auto_archive_duration ?? defaultArchiveMinutes,
    slowmodeSeconds: fields.rate_limit_per_user ?? 0,
    appliedTagIds: fields.applied_tags ?? [],
    invitable: fields.invitable ?? true,
  }
}

/** https://discord.com/developers/docs/resources/channel#start-thread-without-message and, in a forum, with its first message */
const thread: Route = call => {
  const channel = reachChannel(call)
  if (channel.type === channelTypes.forum) return forumPost(call)
  if (channel.type !== channelTypes.text && channel.type !== channelTypes.announcement)
    throw refusal(...known.wrongChannelType)
  const fields = checkedBody<ThreadFields>(call, bodyChecks.thread)
  // "defaults to PRIVATE_THREAD in order to match the behavior when thread documentation was first published"
  const type =
    fields.type ??
    (channel.type === channelTypes.announcement ? channelTypes.announcementThread : channelTypes.privateThread)
  demand(call, channel, type === channelTypes.privateThread ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS')
  const made = makeThread(call.live.world, call.nowMs, channel, { ...threadAbout(call, fields), type })
  call.live.publish({ kind: 'thread-created', channel: made })
  return { status: 201, body: channelBody(call.live.world, made) }
}

function forumPost(call: Call): ReturnType<Route> {
  const { live, nowMs } = call
  const forum = reachChannel(call)
  demand(call, forum, 'SEND_MESSAGES')
  const fields = checkedBody<ThreadFields>(call, bodyChecks.forumPost)
  const made = makeThread(live.world, nowMs, forum, { ...threadAbout(call, fields), type: channelTypes.publicThread })
  try {
    const message = postTo({ ...call, body: fields.message }, made)
    live.publish({ kind: 'thread-created', channel: made })
    return {
      status: 201,
      body: { ...channelBody(live.world, made), message: messageBody(live.world, message, call.view) },
    }
  } catch (error) {
    // Nothing of a refused post stays behind.
    delete live.world.channels[made.id]
    throw error
  }
}

interface ChannelEdit {
  name?: string | null
  topic?: string | null
  nsfw?: boolean | null
  rate_limit_per_user?: number | null
  archived?: boolean | null
  locked?: boolean | null
  auto_archive_duration?: number | null
  applied_tags?: Id[] | null
}

/** https://discord.com/developers/docs/resources/channel#modify-channel : what a bot of this kind changes, names and a thread's state */
const change: Route = call => {
  const channel = reachChannel(call)
  if (channel.serverId === null) throw refusal(...known.notOnDirect)
  const inThread = isThread(channel)
  const fields = checkedBody<ChannelEdit>(call, inThread ? bodyChecks.threadEdit : bodyChecks.channelEdit)
  if (inThread) demandForThread(call, fields)
  else demand(call, channel, 'MANAGE_CHANNELS')
  // An archived thread takes no change but its reopening, https://github.com/discord/discord-api-docs/issues/6928
  if (channel.thread?.archived === true && fields.archived !== false) throw refusal(...known.archivedThread)
  const owned = ownedChannel(call.live.world, channel.id)
  if (fields.name != null) owned.name = fields.name
  if (fields.topic !== undefined) owned.topic = fields.topic
  if (fields.nsfw != null) owned.nsfw = fields.nsfw
  if (fields.rate_limit_per_user != null) owned.slowmodeSeconds = fields.rate_limit_per_user
  if (owned.thread !== undefined) changeThread(call, owned.thread, fields)
  call.live.publish({ kind: inThread ? 'thread-updated' : 'channel-updated', channel: owned })
  return ok(channelBody(call.live.world, owned))
}

function demandForThread(call: Call, fields: ChannelEdit): void {
  const { world } = call.live
  const channel = reachChannel(call)
  if (may(world, channel, botId(world), 'MANAGE_THREADS')) return
  const own = channel.thread?.ownerId === botId(world)
  if (!own || fields.locked != null || channel.thread?.locked === true) throw refusal(...known.missingPermissions)
}

function changeThread(
  call: Call,
  state: NonNullable<ReturnType<typeof reachChannel>['thread']>,
  fields: ChannelEdit,
): void {
  if (fields.archived != null && fields.archived !== state.archived) {
    state.archived = fields.archived
    state.archiveChangedAt = call.nowMs
  }
  if (fields.locked != null) state.locked = fields.locked
  if (fields.auto_archive_duration != null) state.autoArchiveMinutes = fields.auto_archive_duration
  if (fields.applied_tags != null) state.appliedTagIds = fields.applied_tags
}

const remove: Route = call => {
  const channel = reachChannel(call)
  if (channel.serverId === null) return ok(channelBody(call.live.world, channel))
  demand(call, channel, isThread(channel) ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS')
  const body = channelBody(call.live.world, channel)
  removeChannel(call.live.world, channel.id)
  call.live.publish({ kind: isThread(channel) ? 'thread-deleted' : 'channel-deleted', channel })
  return ok(body)
}

function removeChannel(world: World, id: Id): void {
  const { serverId } = ownedChannel(world, id)
  const server = serverId === null ? undefined : world.servers[serverId]
  if (server !== undefined) server.channelIds = server.channelIds.filter(one => one !== id)
  delete world.channels[id]
  delete world.messages[id]
}

const join: Route = call => {
  const { thread: state } = reachChannel(call)
  if (state === undefined) throw refusal(...known.wrongChannelType)
  const id = botId(call.live.world)
  if (!state.memberIds.includes(id)) state.memberIds.push(id)
  return noContent
}

/** https://discord.com/developers/docs/resources/user#create-dm */
const openDirect: Route = call => {
  const { live, nowMs } = call
  const { recipient_id: id } = checkedBody<{ recipient_id?: Id | null }>(call, bodyChecks.directChannel)
  if (id == null || live.world.people[id] === undefined || id === botId(live.world)) throw refusal(...known.unknownUser)
  return ok(channelBody(live.world, directChannel(live.world, nowMs, [personOf(live.world, id).id])))
}

export const channelRoutes: Record<string, Route> = {
  'GET /channels/:channel': read,
  'PATCH /channels/:channel': change,
  'DELETE /channels/:channel': remove,
  'POST /channels/:channel/messages/:message/threads': threadFromMessage,
  'POST /channels/:channel/threads': thread,
  'PUT /channels/:channel/thread-members/@me': join,
  'POST /users/@me/channels': openDirect,
}
