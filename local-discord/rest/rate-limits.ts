/** Rate limits: the headers that every answer carries and, when asked for, Discord's limits themselves. Real time, not the world's: so is the load. */

export interface Verdict {
  headers: Record<string, string>
  /** Set when the request is over a limit. */
  refused?: { retryAfterSeconds: number; global: boolean }
}

export type RateLimits = (method: string, pattern: string, major: string, exempt: boolean) => Verdict

/** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
const globalPerSecond = 50

interface Bucket {
  limit: number
  windowMs: number
}

/** Not documented, "should not be hard coded"; these are what bots commonly see in the headers. */
function bucketOf(method: string, pattern: string): Bucket {
  if (pattern.startsWith('/webhooks/')) return { limit: 5, windowMs: 2_000 }
  if (method !== 'GET' && pattern.startsWith('/channels/:channel/messages')) return { limit: 5, windowMs: 5_000 }
  return { limit: 50, windowMs: 1_000 }
}

/** With `enforced` false the headers always leave room. */
export function makeRateLimits(enforced: boolean): RateLimits {
  const used = new Map<string, { count: number; resetAt: number }>()
  let second = { startedAt: 0, count: 0 }
  return (method, pattern, major, exempt) => {
    const now = Date.now()
    const bucket = enforced ? bucketOf(method, pattern) : { limit: 1_000, windowMs: 1_000 }
    const key = `${method} ${pattern} ${major}`
    const kept = used.get(key)
    const state = kept === undefined || kept.resetAt <= now ? { count: 0, resetAt: now + bucket.windowMs } : kept
    if (used.size > 10_000) used.clear()
    used.set(key, state)
    if (enforced && !exempt) {
      if (now - second.startedAt >= 1_000) second = { startedAt: now, count: 0 }
      if (++second.count > globalPerSecond) {
        return { headers: {}, refused: { retryAfterSeconds: (second.startedAt + 1_000 - now) / 1_000, global: true } }
      }
    }
    state.count++
    const headers = headersOf(
      method,
      pattern,
      bucket.limit,
      enforced ? Math.max(0, bucket.limit - state.count) : bucket.limit - 1,
      state.resetAt,
      now,
    )
    if (enforced && state.count > bucket.limit)
      return { headers, refused: { retryAfterSeconds: (state.resetAt - now) / 1_000, global: false } }
    return { headers }
  }
}

/** https://discord.com/developers/docs/topics/rate-limits#header-format */
function headersOf(
  method: string,
  pattern: string,
  limit: number,
  remaining: number,
  resetAt: number,
  now: number,
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': (resetAt / 1_000).toFixed(3),
    'x-ratelimit-reset-after': ((resetAt - now) / 1_000).toFixed(3),
    'x-ratelimit-bucket': bucketName(method, pattern),
  }
}

const names = new Map<string, string>()

function bucketName(method: string, pattern: string): string {
  const key = `${method} ${pattern}`
  const kept = names.get(key)
  if (kept !== undefined) return kept
  const name = Buffer.from(key).toString('hex').slice(0, 64)
  names.set(key, name)
  return name
}
