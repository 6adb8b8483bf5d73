/** The last requests and what was refused, for tests and for whoever watches. Bounded, oldest out first. */
import type { Issue } from '../rules/issue.ts'

export interface RequestEntry {
  /** The world's instant. */
  at: number
  method: string
  /** Without `/api/v10`. */
  path: string
  /** The declared path, or null where there is none. */
  pattern: string | null
  /** 0 where the connection was cut instead. */
  status: number
  body: unknown
  /** Carried out on order. */
  fault?: string
}

export interface RefusalEntry {
  at: number
  method: string
  path: string
  status: number
  code: number
  message: string
  /** What was wrong where, for 50035. */
  issues: readonly Issue[]
}

export interface RequestLog {
  requests: RequestEntry[]
  refusals: RefusalEntry[]
  note(entry: RequestEntry): void
  refuse(entry: RefusalEntry): void
  clear(): void
}

export function makeRequestLog(kept = 1_000): RequestLog {
  const requests: RequestEntry[] = []
  const refusals: RefusalEntry[] = []
  const push = <T>(list: T[], entry: T): void => {
    list.push(entry)
    // In one step of many, for `shift` on every request would move the whole list.
    if (list.length >= kept * 2) list.splice(0, list.length - kept)
  }
  return {
    requests,
    refusals,
    note: entry => push(requests, entry),
    refuse: entry => push(refusals, entry),
    clear() {
      requests.length = 0
      refusals.length = 0
    },
  }
}
