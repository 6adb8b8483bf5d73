/** Where a person is: channels by the names that a script uses, as far as the person may see them. */
import type { Live } from '../live.ts'
import {
  type Channel,
  channelNamed,
  channelsOf,
  channelTypes,
  directChannel,
  findChannel,
  type Id,
  may,
  type Person,
  serverOf,
} from '../world.ts'

/** A channel's name in the person's server, `'dm'`, or a channel itself. */
export type Place = string | { id: Id }

/** Throws where there is no such place or the person does not see it. */
export function placeOf(live: Live, person: Person, place: Place, homeId: Id, hereId: Id | null): Channel {
  const channel = found(live, person, place, homeId, hereId)
  if (!may(live.world, channel, person.id, 'VIEW_CHANNEL'))
    throw new Error(`${person.name} does not see the channel ${channel.name || channel.id}`)
  return channel
}

function found(live: Live, person: Person, place: Place, homeId: Id, hereId: Id | null): Channel {
  const { world } = live
  if (place === 'dm') return directChannel(world, live.now(), [person.id])
  const text = typeof place === 'string' ? place : place.id
  const byId = /^\d{17,}$/.test(text) ? findChannel(world, text) : undefined
  if (byId !== undefined) return byId
  const hereServer = hereId === null ? null : (findChannel(world, hereId)?.serverId ?? null)
  return channelNamed(world, serverOf(world, hereServer ?? firstServer(live, person, homeId)), text.replace(/^#/, ''))
}

/** Where a person is who has gone nowhere: the first channel they may write in, at home or in a server of theirs. */
export function startOf(live: Live, person: Person, homeId: Id): Channel {
  const { world } = live
  const server = serverOf(world, firstServer(live, person, homeId))
  const channel = channelsOf(world, server).find(
    one => one.type === channelTypes.text && may(world, one, person.id, 'VIEW_CHANNEL', 'SEND_MESSAGES'),
  )
  if (channel === undefined) throw new Error(`${person.name} may write nowhere in ${server.name}`)
  return channel
}

function firstServer(live: Live, person: Person, homeId: Id): Id {
  const home = serverOf(live.world, homeId)
  if (home.members[person.id] !== undefined) return homeId
  const other = Object.values(live.world.servers).find(one => one.members[person.id] !== undefined)
  if (other === undefined) throw new Error(`${person.name} is in no server; use { in: 'dm' }`)
  return other.id
}
