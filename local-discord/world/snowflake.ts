/** Snowflakes: how an id holds an instant. Knows Discord's layout of the 64 bits; knows no clock. */

export type Id = string

/** First millisecond of 2015, https://discord.com/developers/docs/reference#snowflakes */
export const discordEpochMs = 1_420_070_400_000

const lowBits = 22n
const lowMask = (1n << lowBits) - 1n

/** The id that carries `atMs` (milliseconds since 1970) and the 22 low bits `low`. */
export function snowflakeOf(atMs: number, low: number): string {
  if (atMs < discordEpochMs) throw new Error(`a snowflake cannot be older than 2015: ${new Date(atMs).toISOString()}`)
  return ((BigInt(Math.floor(atMs) - discordEpochMs) << lowBits) | (BigInt(low) & lowMask)).toString()
}

/** The instant in an id, in milliseconds since 1970. */
export function instantOf(id: string): number {
  return Number(BigInt(id) >> lowBits) + discordEpochMs
}

/** The 22 bits under the instant: worker, process and increment. */
export function lowBitsOf(id: string): number {
  return Number(BigInt(id) & lowMask)
}

/** Which of `count` shards hears of a server, https://discord.com/developers/docs/events/gateway#sharding */
export function shardOf(serverId: string | null, count: number): number {
  return serverId === null ? 0 : Number((BigInt(serverId) >> lowBits) % BigInt(count))
}

export interface IdSource {
  lastMs: number
  increment: number
}

/** The next id at `nowMs`: always greater than every id before it, also when the clock was turned back. */
export function nextId(source: IdSource, nowMs: number): string {
  const ms = Math.max(Math.floor(nowMs), source.lastMs)
  const increment = ms === source.lastMs ? source.increment + 1 : 0
  if (increment > Number(lowMask)) {
    source.lastMs = ms + 1
    source.increment = 0
  } else {
    source.lastMs = ms
    source.increment = increment
  }
  return snowflakeOf(source.lastMs, source.increment)
}

export function isSnowflake(text: string): boolean {
  return /^[1-9][0-9]{15,19}$/.test(text)
}

/** Orders ids by age without parsing them: decimal strings of equal length compare as text. */
export function byAge(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}
