/** How a session begins: what IDENTIFY must say, READY, and the servers that follow it. */
import { applicationBody, ownUserBody } from '../bodies/bodies.ts'
import { joinedServerBody } from '../bodies/server-body.ts'
import type { Live } from '../live.ts'
import { findServer } from '../world.ts'
import { dispatch, type Session } from './session.ts'

export function isOwnToken(live: Live, token: unknown): boolean {
  const { token: own } = live.world.application
  return token === own || token === `Bot ${own}`
}

/** Undefined where it is no `[index, count]`; `[0, 1]` where nothing is said. */
export function shardIn(value: unknown): readonly [number, number] | undefined {
  if (value === undefined) return [0, 1]
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [index, count] = value as unknown[]
  if (typeof index !== 'number' || typeof count !== 'number' || !Number.isInteger(index) || !Number.isInteger(count))
    return undefined
  return index >= 0 && count >= 1 && index < count ? [index, count] : undefined
}

/** https://discord.com/developers/docs/events/gateway-events#ready */
export function readyBody(
  live: Live,
  session: Session,
  servers: readonly string[],
  url: string,
): Record<string, unknown> {
  const { id, flags } = applicationBody(live.world)
  return {
    v: 10,
    user: ownUserBody(live.world),
    user_settings: {},
    guilds: servers.map(one => ({ id: one, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    shard: session.shard,
    application: { id, flags },
    session_type: 'normal',
    private_channels: [],
    presences: [],
    relationships: [],
    guild_join_requests: [],
    auth: {},
    _trace: ['local-discord'],
  }
}

/** GUILD_CREATE for each server of the shard, a few at a time so that thousands do not stop everything else. */
export function bringServers(live: Live, session: Session, servers: readonly string[], from = 0): void {
  const until = Math.min(from + 50, servers.length)
  for (const id of servers.slice(from, until)) {
    const server = findServer(live.world, id)
    // Not kept for a RESUME when there are many: they would be most of the memory, and a session lost that early starts anew.
    if (server !== undefined)
      dispatch(session, 'GUILD_CREATE', JSON.stringify(joinedServerBody(live.world, server)), servers.length <= 100)
  }
  if (until < servers.length) setImmediate(() => bringServers(live, session, servers, until))
}
