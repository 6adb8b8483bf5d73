/** Opens what is kept of questions, asked and reported, where DATABASE_URL says. Knows which engine keeps them; knows nothing of what. */

import type { Clock } from '../runtime/clock.ts'
import type { Asked } from './asked.ts'
import { keyvAsked } from './keyv-asked.ts'
import { keyvReports } from './keyv-reports.ts'
import { openKeyv } from './open-keyv.ts'
import type { Reports } from './reports.ts'
import { sqlitePath } from './sqlite-url.ts'

export interface AskedPlace {
  /** `sqlite://` and a path, that of the preferences. */
  readonly url: string
  readonly clock: Clock
  /** How long to wait for another process's lock, in ms. */
  readonly busyTimeoutMs?: number
}

/** Rejects like `openPreferences`. */
export async function openAsked({ url, clock, busyTimeoutMs = 10_000 }: AskedPlace): Promise<Asked> {
  return keyvAsked(await openKeyv({ path: sqlitePath(url), namespace: 'asked', busyTimeoutMs }), clock)
}

/** Rejects like `openPreferences`. */
export async function openReports({ url, clock, busyTimeoutMs = 10_000 }: AskedPlace): Promise<Reports> {
  return keyvReports(await openKeyv({ path: sqlitePath(url), namespace: 'reports', busyTimeoutMs }), clock)
}
