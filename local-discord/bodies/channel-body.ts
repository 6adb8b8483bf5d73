/** How channels, threads and direct messages look in the API. Decides nothing. */
import {
  botId,
  type Channel,
  channelPermissions,
  channelTypes,
  type Id,
  isThread,
  lastMessageId,
  personOf,
  type World,
} from '../world.ts'
import { type Body, iso, userBody } from './bodies.ts'

export function channelBody(world: World, channel: Channel): Body {
  if (channel.serverId === null) return directBody(world, channel)
  if (isThread(channel)) return threadBody(world, channel)
  const body: Body = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.serverId,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    permission_overwrites: channel.overwrites,
    flags: 0,
    nsfw: channel.nsfw,
  }
  if (channel.type === channelTypes.category) return body
  body['rate_limit_per_user'] = channel.slowmodeSeconds
  body['last_message_id'] = lastMessageId(world, channel)
  if (channel.type === channelTypes.voice) return { ...body, bitrate: 64_000, user_limit: 0, rtc_region: null }
  body['topic'] = channel.topic
  if (channel.type === channelTypes.forum) return { ...body, ...forumBody(channel) }
  return { ...body, last_pin_timestamp: null }
}

function forumBody(channel: Channel): Body {
  return {
    available_tags: (channel.tags ?? []).map(tag => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
    default_thread_rate_limit_per_user: 0,
  }
}

function directBody(world: World, channel: Channel): Body {
  return {
    id: channel.id,
    type: channel.type,
    last_message_id: lastMessageId(world, channel),
    flags: 0,
    recipients: (channel.recipientIds ?? []).filter(id => id !== botId(world)).map(id => userBody(personOf(world, id))),
  }
}

function threadBody(world: World, channel: Channel): Body {
  const { thread } = channel
  if (thread === undefined) throw new Error(`the thread ${channel.name} has lost what makes it one`)
  const messages = world.messages[channel.id]?.length ?? 0
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.serverId,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    name: channel.name,
    last_message_id: lastMessageId(world, channel),
    rate_limit_per_user: channel.slowmodeSeconds,
    message_count: messages,
    member_count: thread.memberIds.length,
    total_message_sent: messages,
    flags: 0,
    applied_tags: thread.appliedTagIds,
    thread_metadata: {
      archived: thread.archived,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: iso(thread.archiveChangedAt),
      create_timestamp: iso(thread.createdAt),
      locked: thread.locked,
      ...(channel.type === channelTypes.privateThread ? { invitable: thread.invitable } : {}),
    },
    ...(thread.memberIds.includes(botId(world))
      ? { member: { id: channel.id, user_id: botId(world), join_timestamp: iso(thread.createdAt), flags: 1 } }
      : {}),
  }
}

/** A channel inside an interaction's `resolved`, with what the person and the application may there. */
export function resolvedChannelBody(world: World, channel: Channel, personId: Id): Body {
  const body: Body = {
    id: channel.id,
    name: channel.name,
    type: channel.type,
    permissions: channelPermissions(world, channel, personId).toString(),
    // https://discord.com/developers/docs/change-log : since 16 July 2026
    app_permissions: channelPermissions(world, channel, botId(world)).toString(),
    parent_id: channel.parentId,
    guild_id: channel.serverId,
    flags: 0,
  }
  if (!isThread(channel))
    return {
      ...body,
      position: channel.position,
      nsfw: channel.nsfw,
      topic: channel.topic,
      last_message_id: lastMessageId(world, channel),
      rate_limit_per_user: channel.slowmodeSeconds,
    }
  return { ...body, thread_metadata: threadBody(world, channel)['thread_metadata'] }
}
