/** What a person reads in a channel, waits to read, and says there. */
import { maySend, messagesSeenBy, postMessage } from '../world.ts'
import type { Actor, Where } from './actor.ts'
import { maximumSaid } from './limits.ts'
import { type SeenMessage, seenMessage } from './seen-message.ts'

export type Sight = string | RegExp | ((message: SeenMessage) => boolean)

export function say(actor: Actor, text: string, where: Where): SeenMessage {
  const { live, personId } = actor
  const channel = actor.goTo(where.in)
  if (!maySend(live.world, channel, personId))
    throw new Error(`${actor.person().name} may not write in ${channel.name || 'these direct messages'}`)
  if (text.trim() === '' || text.length > maximumSaid)
    throw new Error(`a message has 1 to ${maximumSaid} characters, not ${text.trim().length}`)
  const mentionIds = [...text.matchAll(/<@!?(\d+)>/g)]
    .map(one => one[1] ?? '')
    .filter(id => live.world.people[id] !== undefined)
  const message = postMessage(live.world, live.now(), {
    channelId: channel.id,
    authorId: personId,
    content: text,
    mentionIds,
  })
  live.publish({ kind: 'message-created', message })
  return seenMessage(live.world, message)
}

/** Oldest first. */
export function reads(actor: Actor, where: Where): SeenMessage[] {
  const { world } = actor.live
  return messagesSeenBy(world, actor.personId, actor.goTo(where.in).id).map(one => seenMessage(world, one))
}

export function last(actor: Actor, where: Where): SeenMessage {
  const { world } = actor.live
  const found = messagesSeenBy(world, actor.personId, actor.goTo(where.in).id).at(-1)
  if (found === undefined) throw new Error(`${actor.person().name} sees no message here`)
  return seenMessage(world, found)
}

/** Waits until the person sees a message that fits, the newest of them; rejects after `withinMs`, 5 s if not given. */
export function sees(actor: Actor, what: Sight, where: Where & { withinMs?: number }): Promise<SeenMessage> {
  const { live, personId } = actor
  const fits = fitting(what)
  const channel = actor.goTo(where.in)
  const look = (): SeenMessage | undefined =>
    messagesSeenBy(live.world, personId, channel.id)
      .map(one => seenMessage(live.world, one))
      .findLast(fits)
  const withinMs = where.withinMs ?? 5_000
  return new Promise((resolve, reject) => {
    const now = look()
    if (now !== undefined) {
      resolve(now)
      return
    }
    const stop = live.subscribe(change => {
      if (change.kind !== 'message-created' && change.kind !== 'message-updated') return
      const found = look()
      if (found === undefined) return
      end()
      resolve(found)
    })
    const timer = setTimeout(() => {
      end()
      const newest = messagesSeenBy(live.world, personId, channel.id).at(-1)
      const seen = newest === undefined ? 'nothing' : JSON.stringify(seenMessage(live.world, newest).text)
      reject(
        new Error(
          `${actor.person().name} did not see ${String(what)} within ${withinMs} ms; the newest message here: ${seen}`,
        ),
      )
    }, withinMs)
    const end = (): void => {
      clearTimeout(timer)
      stop()
    }
  })
}

function fitting(what: Sight): (message: SeenMessage) => boolean {
  if (typeof what === 'string') return message => message.text.includes(what)
  // A sticky or global pattern would remember where it stopped.
  if (what instanceof RegExp)
    return message => new RegExp(what.source, what.flags.replace(/[gy]/g, '')).test(message.text)
  return what
}
