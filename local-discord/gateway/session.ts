/** One session of the gateway: its shard, its intents, the number of its last event and the events that a RESUME would want again. */
import type { WebSocket } from 'ws'
import { type Id, shardOf } from '../world.ts'
import type { Event } from './events.ts'
import { intents } from './intents.ts'

/** Events kept for a RESUME; Discord keeps some minutes' worth. */
const keptEvents = 1_000

export interface Session {
  readonly id: string
  readonly shard: readonly [index: number, count: number]
  readonly intents: number
  socket: WebSocket | null
  sequence: number
  /** Sent or missed, oldest first: the number and the whole payload. */
  readonly past: { sequence: number; text: string }[]
  /** When its connection was lost, in machine milliseconds; null while connected. */
  lostAtMs: number | null
}

export function makeSession(id: string, shard: readonly [number, number], asked: number, socket: WebSocket): Session {
  return { id, shard, intents: asked, socket, sequence: 0, past: [], lostAtMs: null }
}

export function hears(session: Session, event: Event): boolean {
  if ((session.intents & event.intents) !== event.intents) return false
  return shardOf(event.serverId, session.shard[1]) === session.shard[0]
}

export function holdsServer(session: Session, serverId: Id): boolean {
  return shardOf(serverId, session.shard[1]) === session.shard[0]
}

/** Sends an event, or keeps it for the RESUME of a session whose connection is lost. */
export function dispatch(session: Session, name: string, body: string, keep = true): void {
  session.sequence++
  const text = `{"t":"${name}","s":${session.sequence},"op":0,"d":${body}}`
  if (keep) session.past.push({ sequence: session.sequence, text })
  if (session.past.length >= keptEvents * 2) session.past.splice(0, session.past.length - keptEvents)
  session.socket?.send(text)
}

/** The body of an event for this session, serialised once for all that get the same. */
export function bodyFor(session: Session, event: Event, cache: Map<object, string>): string {
  const mayRead = (session.intents & intents.messageContent) !== 0
  const body = mayRead || event.bodyWithoutContent === undefined ? event.body : event.bodyWithoutContent
  const kept = cache.get(body)
  if (kept !== undefined) return kept
  const text = JSON.stringify(body)
  cache.set(body, text)
  return text
}

/** The missed events after `sequence`; undefined when some of them are no longer kept. */
export function missedSince(session: Session, sequence: number): string[] | undefined {
  const missed = session.past.filter(one => one.sequence > sequence)
  return missed.length === session.sequence - sequence ? missed.map(one => one.text) : undefined
}
