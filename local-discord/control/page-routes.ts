/** The control API's routes that only the page needs: direct messages, the bot's rights in a channel, votes. */
import type { LocalDiscord } from '../open-local-discord.ts'
import {
  type Channel,
  channelOf,
  channelTypes,
  directChannel,
  findMessage,
  findServer,
  type Id,
  isThread,
  may,
  maySend,
  messagesSeenBy,
  ownedChannel,
  type PermissionName,
  permissionBits,
  personOf,
  sees,
} from '../world.ts'

type View = Record<string, unknown>

/** What the page lets one take from the bot, the rights that a bot like this can miss. */
const takeable = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'MENTION_EVERYONE',
  'PIN_MESSAGES',
] as const satisfies readonly PermissionName[]

/** Which of these rights the bot has here. */
export function botRights(discord: LocalDiscord, channel: Channel): Record<string, boolean> {
  const { world } = discord.live
  return Object.fromEntries(takeable.map(name => [name, may(world, channel, world.application.id, name)]))
}

export function lastSeenId(discord: LocalDiscord, channel: Channel, personId: Id): Id | null {
  return messagesSeenBy(discord.live.world, personId, channel.id).at(-1)?.id ?? null
}

/** A person's direct messages: with the bot first, then with whom they have begun to talk. */
export function directViews(discord: LocalDiscord, personId: Id): View[] {
  const { world } = discord.live
  const withBot = directChannel(world, discord.now(), [personId])
  const others = Object.values(world.channels).filter(
    one =>
      one.type === channelTypes.direct &&
      one.id !== withBot.id &&
      one.recipientIds?.includes(personId) === true &&
      one.recipientIds.length > 1,
  )
  return [withBot, ...others].map(one => {
    const otherId = one.recipientIds?.find(id => id !== personId) ?? world.application.id
    const other = personOf(world, otherId)
    return {
      channelId: one.id,
      with: { id: other.id, displayName: other.displayName, bot: other.bot },
      lastMessageId: lastSeenId(discord, one, personId),
      mayWrite: maySend(world, one, personId),
    }
  })
}

function textIn(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  if (typeof value !== 'string') throw new Error(`"${name}" is expected as text, not ${JSON.stringify(value)}`)
  return value
}

function openDirect(discord: LocalDiscord, body: Record<string, unknown>): View {
  const person = discord.person(textIn(body, 'as'))
  const other = discord.person(textIn(body, 'with'))
  if (other.id === person.id) throw new Error('nobody has direct messages with themselves')
  if (other.id === discord.applicationId)
    return { channelId: directChannel(discord.live.world, discord.now(), [person.id]).id }
  return { channelId: person.privateChannelWith(other).id }
}

/** Gives the bot a right in a channel or takes it, as a moderator's overwrite for the bot itself does. */
function setRight(discord: LocalDiscord, body: Record<string, unknown>): View {
  const { world } = discord.live
  const right = takeable.find(one => one === body['right'])
  if (right === undefined) throw new Error(`"right" is one of ${takeable.join(', ')}`)
  if (typeof body['allowed'] !== 'boolean') throw new Error('"allowed" is expected as true or false')
  const named = channelOf(world, textIn(body, 'in'))
  // A thread has its parent's rights.
  const channel = ownedChannel(world, isThread(named) ? (named.parentId ?? named.id) : named.id)
  const server = channel.serverId === null ? undefined : findServer(world, channel.serverId)
  const botId = world.application.id
  if (server?.members[botId] === undefined) throw new Error('the bot has no rights to take here')
  const own = channel.overwrites.find(one => one.id === botId)
  const bit = permissionBits[right]
  const allow = BigInt(own?.allow ?? '0') & ~bit
  const deny = BigInt(own?.deny ?? '0') & ~bit
  const overwrite = {
    id: botId,
    type: 1,
    allow: (body['allowed'] ? allow | bit : allow).toString(),
    deny: (body['allowed'] ? deny : deny | bit).toString(),
  } as const
  channel.overwrites = [...channel.overwrites.filter(one => one.id !== botId), overwrite]
  discord.live.publish({ kind: 'channel-updated', channel })
  return { rights: botRights(discord, channel) }
}

/** Votes in a poll, or takes the vote back with no answers, as Discord's client lets a person. */
function vote(discord: LocalDiscord, body: Record<string, unknown>): View {
  const { world } = discord.live
  const person = discord.person(textIn(body, 'as'))
  const message = findMessage(world, textIn(body, 'in'), textIn(body, 'on'))
  if (message?.poll === undefined || !sees(world, person.id, message)) throw new Error('there is no such poll')
  const { poll } = message
  const answers = Array.isArray(body['answers']) ? body['answers'].map(Number) : []
  if (poll.finalized || poll.endsAt <= discord.now()) throw new Error('this poll is closed')
  if (answers.length > 1 && !poll.multiselect) throw new Error('this poll takes one answer')
  const unknown = answers.find(id => !poll.answers.some(one => one.id === id))
  if (unknown !== undefined) throw new Error(`the poll has no answer ${unknown}`)
  for (const answer of poll.answers) {
    const isAdded = answers.includes(answer.id)
    if (answer.voterIds.includes(person.id) === isAdded) continue
    answer.voterIds = isAdded ? [...answer.voterIds, person.id] : answer.voterIds.filter(id => id !== person.id)
    discord.live.publish({ kind: 'poll-voted', message, personId: person.id, answerId: answer.id, isAdded })
  }
  return {}
}

export const pageRoutes = {
  'POST /vote': vote,
  'POST /direct': openDirect,
  'POST /rights': setRight,
} as const satisfies Record<string, (discord: LocalDiscord, body: Record<string, unknown>) => View>
