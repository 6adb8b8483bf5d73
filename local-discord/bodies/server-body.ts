/** How servers look in the API: asked for, listed, and as the gateway brings them. Decides nothing. */
import { botId, channelsOf, type Server, threadsOf, type World } from '../world.ts'
import { type Body, iso, memberBody, roleBody } from './bodies.ts'
import { channelBody } from './channel-body.ts'

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
      .map(one => channelBody(world, one)),
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
