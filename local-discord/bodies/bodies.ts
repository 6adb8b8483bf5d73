/** How people, members, roles and the application look in the API. Decides nothing. */
import { botId, type Id, type Member, type Person, personOf, type Role, type Server, type World } from '../world.ts'

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

export function applicationBody(world: World): Body {
  const { application } = world
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    type: null,
    bot: userBody(personOf(world, botId(world))),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: application.publicKey,
    flags_new: '0',
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ['applications.commands', 'bot'],
    flags: 0,
    owner: userBody(personOf(world, application.ownerId)),
    team: null,
    approximate_guild_count:
      Object.values(world.servers).length + world.crowds.reduce((sum, one) => sum + one.count, 0),
    approximate_user_install_count: world.installs.length,
    approximate_user_authorization_count: world.installs.length,
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '0' } },
      1: {},
    },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
  }
}
