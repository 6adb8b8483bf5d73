/** The world as it runs: its turnable clock, and who is told when something in it changes. Knows no protocol. */
import { randomBytes } from 'node:crypto'
import type { Channel, Id, Interaction, Message, World } from './world.ts'

/** Everything that happens, as the gateway, the waiting people and the live page hear it. */
export type Change =
  | { kind: 'message-created'; message: Message }
  | { kind: 'message-updated'; message: Message; interactionId?: Id }
  | { kind: 'message-deleted'; message: Message }
  | { kind: 'interaction-created'; interaction: Interaction; payload: Record<string, unknown> }
  | { kind: 'interaction-acknowledged'; interaction: Interaction }
  | { kind: 'interaction-answered'; interaction: Interaction; message: Message; how: 'original' | 'follow-up' }
  | { kind: 'channel-created' | 'channel-updated' | 'channel-deleted'; channel: Channel }
  | { kind: 'thread-created' | 'thread-updated' | 'thread-deleted'; channel: Channel }
  | { kind: 'pins-updated'; channel: Channel }
  | { kind: 'server-joined' | 'server-updated'; serverId: Id }
  | { kind: 'server-left'; serverId: Id }
  | { kind: 'poll-voted'; message: Message; personId: Id; answerId: number; isAdded: boolean }
  | { kind: 'typing'; channelId: Id; personId: Id }
  | { kind: 'commands-changed'; serverId: Id | null }
  | { kind: 'clock-turned'; offsetMs: number }
  | { kind: 'bot'; state: 'started' | 'ready' | 'connected' | 'disconnected' | 'exited' }

export interface Live {
  readonly world: World
  /** The instant in the world, in milliseconds since 1970. */
  now(): number
  /** Moves the world's clock; negative turns it back. Ids stay in order whatever it shows. */
  turn(byMs: number): void
  publish(change: Change): void
  /** Returns how to stop listening. */
  subscribe(listener: (change: Change) => void): () => void
  /** Puts another world in place of this one, such as a saved one. */
  replace(world: World): void
  secret(): string
}

export function makeLive(initial: World): Live {
  let world = initial
  const listeners = new Set<(change: Change) => void>()
  const publish = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  return {
    get world() {
      return world
    },
    now: () => Date.now() + world.offsetMs,
    turn(byMs) {
      world.offsetMs += byMs
      publish({ kind: 'clock-turned', offsetMs: world.offsetMs })
    },
    publish,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    replace(next) {
      world = next
    },
    secret: newSecret,
  }
}

export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

const unitsMs: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** '26h', '3d 4h', '-90s' or a number of milliseconds. Throws on anything else. */
export function durationMs(text: string | number): number {
  if (typeof text === 'number') return text
  const match = /^\s*(-)?((?:\d+(?:\.\d+)?\s*(?:ms|min|s|m|h|d|w)\s*)+)$/.exec(text)
  if (match?.[2] === undefined) throw new Error(`a duration is written like '26h', '3d 4h' or '-90s'; "${text}" is not`)
  let sum = 0
  for (const [, amount, unit] of match[2].matchAll(/(\d+(?:\.\d+)?)\s*(ms|min|s|m|h|d|w)/g))
    sum += Number(amount) * (unitsMs[unit ?? ''] ?? 0)
  return match[1] === '-' ? -sum : sum
}
