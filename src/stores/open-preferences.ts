/** Opens the preferences where DATABASE_URL says. Knows which engine keeps them; knows no setting. */

import { resolve } from 'node:path'
import type { Log } from '../runtime/log.ts'
import { keyvPreferences } from './keyv-preferences.ts'
import { openKeyv } from './open-keyv.ts'
import type { Preferences } from './preferences.ts'
import { sqlitePath } from './sqlite-url.ts'

export interface PreferencesPlace {
  /** `sqlite://` and a path. */
  readonly url: string
  readonly log: Log
  /** How long to wait for another process's lock, in ms; the bot stands still meanwhile. */
  readonly busyTimeoutMs?: number
}

/** Resolves once a value was written and read back; else rejects with a sentence that names the path and says what to do. */
export async function openPreferences({ url, log, busyTimeoutMs = 10_000 }: PreferencesPlace): Promise<Preferences> {
  const path = sqlitePath(url)
  const keyv = await openKeyv({ path, namespace: 'preferences', busyTimeoutMs })
  log.info('preferences are open', { path: resolve(path) })
  return keyvPreferences(keyv)
}
