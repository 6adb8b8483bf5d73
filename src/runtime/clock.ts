/** What time it is. Knows the system's clock and one that a parent process may turn; knows no zones and no dates. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export function systemClock(): Clock {
  return { now: () => Date.now() }
}

/**
 * A clock that stands `offsetMs` from `base`: 0 at first, then whatever the last `{ type: 'clock', offsetMs }` said.
 * `listen` is given the ear once, for instance `hear => process.on('message', hear)`. Messages of another type are somebody
 * else's and pass by; one of this type without a whole number of milliseconds throws into the sender's channel.
 */
export function turnableClock(listen: (hear: (message: unknown) => void) => void, base: Clock = systemClock()): Clock {
  let offsetMs = 0
  listen(message => {
    offsetMs = offsetIn(message) ?? offsetMs
  })
  return { now: () => base.now() + offsetMs }
}

function offsetIn(message: unknown): number | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  if (!('type' in message) || message.type !== 'clock') return undefined
  const offsetMs = 'offsetMs' in message ? message.offsetMs : undefined
  if (typeof offsetMs === 'number' && Number.isSafeInteger(offsetMs)) return offsetMs
  throw new TypeError(
    `A message of type "clock" needs offsetMs, a whole number of milliseconds; this one has ${JSON.stringify(offsetMs) ?? 'none'}.`,
  )
}
