/** The event stream: what changes in the world as one person may see it, over a WebSocket, one JSON object a message. */
import type { WebSocket } from 'ws'
import type { Change } from '../live.ts'
import type { LocalDiscord } from '../open-local-discord.ts'
import { seenMessage } from '../people/seen-message.ts'
import type { PersonScript } from '../people.ts'
import { findChannel, may, sees } from '../world.ts'
import { messageView, type View } from './views.ts'

/** Sends until the socket closes. `name` null watches only what concerns no person: the bot, the clock, commands, requests. */
export function watchAs(discord: LocalDiscord, socket: WebSocket, name: string | null): void {
  let person: PersonScript | null
  try {
    person = name === null ? null : discord.person(name)
  } catch (error) {
    socket.close(4000, error instanceof Error ? error.message.slice(0, 120) : 'no such person')
    return
  }
  const send = (view: View): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(view))
  }
  const stop = discord.live.subscribe(change => {
    const view = viewOf(discord, change, person)
    if (view !== undefined) send(view)
  })
  const stopOutput = discord.bot.output.subscribe(line =>
    send({ event: 'bot-output', from: line.from, text: line.text }),
  )
  socket.on('close', () => {
    stop()
    stopOutput()
  })
  socket.on('error', () => socket.terminate())
  send({
    event: 'hello',
    as: person?.name ?? null,
    now: discord.now(),
    bot: discord.bot.state(),
    connected: discord.isBotConnected(),
    applicationId: discord.applicationId,
  })
}

/** Undefined where the person sees nothing of it. */
export function viewOf(discord: LocalDiscord, change: Change, person: PersonScript | null): View | undefined {
  const { world } = discord.live
  switch (change.kind) {
    case 'message-created':
    case 'message-updated':
    case 'poll-voted':
      if (person === null || !sees(world, person.id, change.message)) return undefined
      return {
        event: change.kind === 'poll-voted' ? 'message-updated' : change.kind,
        channelId: change.message.channelId,
        message: messageView(discord, seenMessage(world, change.message)),
      }
    case 'message-deleted':
      if (person === null || !sees(world, person.id, change.message)) return undefined
      return { event: change.kind, channelId: change.message.channelId, messageId: change.message.id }
    case 'typing': {
      const channel = findChannel(world, change.channelId)
      if (person === null || channel === undefined || !may(world, channel, person.id, 'VIEW_CHANNEL')) return undefined
      return { event: 'typing', channelId: change.channelId, personId: change.personId }
    }
    case 'interaction-created':
    case 'interaction-acknowledged':
      if (person?.id !== change.interaction.personId) return undefined
      return { event: change.kind, interactionId: change.interaction.id, acknowledged: change.interaction.acknowledged }
    case 'interaction-answered':
      return undefined
    case 'channel-created':
    case 'channel-updated':
    case 'thread-created':
    case 'thread-updated':
    case 'pins-updated':
      if (person === null || !may(world, change.channel, person.id, 'VIEW_CHANNEL')) return undefined
      return {
        event: change.kind,
        channelId: change.channel.id,
        name: change.channel.name,
        serverId: change.channel.serverId,
      }
    case 'channel-deleted':
    case 'thread-deleted':
      return { event: change.kind, channelId: change.channel.id, serverId: change.channel.serverId }
    case 'server-joined':
    case 'server-updated':
    case 'server-left':
    case 'commands-changed':
      return { event: change.kind, serverId: change.serverId }
    case 'clock-turned':
      return { event: change.kind, offsetMs: change.offsetMs, now: discord.now() }
    case 'bot':
      return { event: 'bot', state: change.state, connected: discord.isBotConnected() }
  }
}
