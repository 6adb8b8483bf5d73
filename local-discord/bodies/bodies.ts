/** How the world's values look in the API: users, members, roles, channels, servers, commands. Decides nothing. */
import {
  botId,
  type Channel,
  type Command,
  type CommandOption,
  channelPermissions,
  channelsOf,
  channelTypes,
  commandsIn,
  type Id,
  isThread,
  lastMessageId,
  type Member,
  type Person,
  personOf,
  type Role,
  type Server,
  threadsOf,
  type World,
} from '../world.ts'

export type Body = Record<string, unknown>

export function iso(atMs: number): string {
  return new Date(atMs).toISOString().replace('Z', '000+00:00')
}

export function userBody(person: Person): Body {
  return {
    id: person.id,
    username: person.name,
    discriminator: person.bot ? '0001' : '0',
    global_name: person.bot ? null : person.displayName,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    collectibles: null,
    primary_guild: null,
    clan: null,
    public_flags: 0,
    flags: 0,
    ...(person.bot ? { bot: true } : {}),
  }
}

export function ownUserBody(world: World): Body {
  return {
    ...userBody(personOf(world, botId(world))),
    verified: true,
    mfa_enabled: true,
    locale: 'en-US',
    email: null,
    premium_type: 0,
  }
}

/** Without the user, as it stands in messages. */
export function bareMemberBody(member: Member): Body {
  return {
    roles: member.roleIds,
    nick: member.nick,
    avatar: null,
    banner: null,
    joined_at: iso(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  }
}

export function memberBody(world: World, server: Server, personId: Id): Body | undefined {
  const member = server.members[personId]
  return member === undefined ? undefined : { ...bareMemberBody(member), user: userBody(personOf(world, personId)) }
}

export function roleBody(role: Role, applicationId: Id): Body {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: role.permissions,
    position: role.position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(role.managed ? { tags: { bot_id: applicationId } } : {}),
  }
}

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

/** A server as `GET /guilds/:id` gives it. */
export function serverBody(world: World, server: Server): Body {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: server.community ? ['COMMUNITY', 'NEWS'] : [],
    banner: null,
    owner_id: server.ownerId,
    application_id: null,
    region: 'us-east',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    roles: server.roles.map(role => roleBody(role, world.application.id)),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 2,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: server.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  }
}

/** A server as GUILD_CREATE brings it. */
export function joinedServerBody(world: World, server: Server): Body {
  const own = memberBody(world, server, botId(world))
  return {
    ...serverBody(world, server),
    joined_at: iso(server.members[botId(world)]?.joinedAt ?? 0),
    large: false,
    unavailable: false,
    member_count: Object.keys(server.members).length,
    voice_states: [],
    members: own === undefined ? [] : [own],
    channels: channelsOf(world, server).map(one => channelBody(world, one)),
    threads: threadsOf(world, server)
      .filter(one => one.thread?.archived === false)
      .map(one => threadBody(world, one)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    activity_instances: [],
  }
}

export function ownServerBody(world: World, server: Server, permissions: bigint): Body {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    banner: null,
    owner: server.ownerId === botId(world),
    permissions: permissions.toString(),
    features: server.community ? ['COMMUNITY', 'NEWS'] : [],
  }
}

/** Localisations are left out of lists unless asked for, https://discord.com/developers/docs/interactions/application-commands#localization */
export function commandBody(world: World, command: Command, localised: boolean): Body {
  const body: Body = {
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    default_member_permissions: command.default_member_permissions,
    type: command.type,
    name: command.name,
    description: command.description,
    nsfw: command.nsfw,
  }
  if (localised) {
    body['name_localizations'] = command.name_localizations
    body['description_localizations'] = command.description_localizations
  }
  if (command.options.length > 0) body['options'] = command.options.map(one => optionBody(one, localised))
  if (command.serverId !== null) return { ...body, guild_id: command.serverId }
  return {
    ...body,
    dm_permission: command.contexts === null || command.contexts.includes(1),
    contexts: command.contexts,
    integration_types: command.integration_types,
  }
}

function optionBody(option: CommandOption, localised: boolean): Body {
  const { name_localizations, description_localizations, options, choices, ...rest } = option
  return {
    ...rest,
    ...(localised && name_localizations !== undefined ? { name_localizations } : {}),
    ...(localised && description_localizations !== undefined ? { description_localizations } : {}),
    ...(choices === undefined ? {} : { choices: choices.map(choice => choiceBody(choice, localised)) }),
    ...(options === undefined ? {} : { options: options.map(one => optionBody(one, localised)) }),
  }
}

function choiceBody(choice: NonNullable<CommandOption['choices']>[number], localised: boolean): Body {
  const { name_localizations, ...rest } = choice
  return localised && name_localizations !== undefined ? { ...rest, name_localizations } : rest
}

export function applicationBody(world: World): Body {
  const { application } = world
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: userBody(personOf(world, botId(world))),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: application.publicKey,
    flags: 0,
    hook: true,
    is_monetized: false,
    is_verified: false,
    owner: userBody(personOf(world, application.ownerId)),
    team: null,
    approximate_guild_count:
      Object.values(world.servers).length + world.crowds.reduce((sum, one) => sum + one.count, 0),
    approximate_user_install_count: world.installs.length,
    global_commands: commandsIn(world, null).length,
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
      1: {},
    },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
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
