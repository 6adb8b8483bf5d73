/** Ten thousand servers held as one rule: a server, a channel and a role of a crowd are worked out from their ids when they are asked for. */
import { newServerEveryone } from './permission-bits.ts'
import { discordEpochMs, instantOf, lowBitsOf, snowflakeOf } from './snowflake.ts'
import type { Channel, Crowd, Id, Member, Role, Server, World } from './world.ts'

/** Low bits of an id in a crowd: 0 the server itself, from 1 its channels, from 2,048 its roles. */
const firstRole = 2048
const everyonePermissions = newServerEveryone.toString()

/** Adds `count` servers that the bot is in; their ids are one millisecond apart, so they spread evenly over shards. */
export function addCrowd(world: World, count: number, shape: { channels: number; roles: number; ownerId: Id }): void {
  if (shape.channels >= firstRole || shape.roles >= firstRole)
    throw new Error('a server of a crowd has fewer than 2,048 channels and roles')
  const firstMs = Math.max(discordEpochMs + 86_400_000 * 365, ...world.crowds.map(one => one.firstMs + one.count))
  world.crowds.push({ firstMs, count, ...shape })
}

export function crowdOf(world: World, id: Id): { crowd: Crowd; index: number } | undefined {
  if (world.crowds.length === 0) return undefined
  const ms = instantOf(id)
  for (const crowd of world.crowds) {
    const index = ms - crowd.firstMs
    if (index >= 0 && index < crowd.count) return { crowd, index }
  }
  return undefined
}

export function* crowdServerIds(world: World): Generator<Id> {
  for (const crowd of world.crowds)
    for (let index = 0; index < crowd.count; index++) yield snowflakeOf(crowd.firstMs + index, 0)
}

export function crowdServer(world: World, id: Id): Server | undefined {
  const found = crowdOf(world, id)
  if (found === undefined || lowBitsOf(id) !== 0) return undefined
  const { crowd, index } = found
  const ms = crowd.firstMs + index
  const joined: Member = { nick: null, roleIds: [], joinedAt: ms }
  const everyone: Role = {
    id,
    name: '@everyone',
    permissions: everyonePermissions,
    position: 0,
    mentionable: false,
    managed: false,
  }
  const roles = Array.from(
    { length: Math.max(0, crowd.roles - 1) },
    (_, at): Role => ({
      id: snowflakeOf(ms, firstRole + at),
      name: `role ${at + 1}`,
      permissions: everyonePermissions,
      position: at + 1,
      mentionable: false,
      managed: false,
    }),
  )
  return {
    id,
    name: `Server ${index + 1}`,
    ownerId: crowd.ownerId,
    locale: 'en-US',
    community: false,
    roles: [everyone, ...roles],
    members: { [crowd.ownerId]: joined, [world.application.id]: { ...joined } },
    channelIds: Array.from({ length: crowd.channels }, (_, at) => snowflakeOf(ms, 1 + at)),
    commandPermissions: {},
  }
}

export function crowdChannel(world: World, id: Id): Channel | undefined {
  const found = crowdOf(world, id)
  if (found === undefined) return undefined
  const at = lowBitsOf(id) - 1
  if (at < 0 || at >= found.crowd.channels) return undefined
  return {
    id,
    type: 0,
    serverId: snowflakeOf(found.crowd.firstMs + found.index, 0),
    name: at === 0 ? 'general' : `channel-${at + 1}`,
    topic: null,
    position: at,
    parentId: null,
    overwrites: [],
    nsfw: false,
    slowmodeSeconds: 0,
    pinnedIds: [],
  }
}
