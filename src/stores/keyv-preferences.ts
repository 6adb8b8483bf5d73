/** Preferences over a Keyv. Knows keys and lanes; knows neither the engine underneath nor how a record is laid out. */

import type { Keyv } from 'keyv'
import { createLanes, type LaneKey } from '../runtime/lanes.ts'
import { type Preferences, type Scope, scopes } from './preferences.ts'
import { readRecord, writeRecord } from './settings-record.ts'

/** `keyv` must throw when its store fails (`openKeyv` sees to that), and belongs to the preferences from here on. */
export function keyvPreferences(keyv: Keyv<unknown>): Preferences {
  const lanes = createLanes()
  let closed: Promise<void> | undefined

  async function run<T>(lane: LaneKey, work: () => Promise<T>): Promise<T> {
    if (closed) throw new Error('The preferences are closed: the bot is shutting down.')
    return lanes.run(lane, work)
  }

  /** A lane of its own: a read waits for nobody, but `close` waits for it. */
  function runBeside<T>(work: () => Promise<T>): Promise<T> {
    return run(Symbol('read'), work)
  }

  return {
    async read(scope, id) {
      const key = keyOf(scope, id)
      return runBeside(async () => readRecord(scope, key, await keyv.get(key)))
    },

    async readAll(ids) {
      const keys = new Map<Scope, string>()
      for (const scope of scopes) {
        const id = ids[scope]
        if (id !== undefined) keys.set(scope, keyOf(scope, id))
      }
      const stored = await runBeside(() => keyv.getMany([...keys.values()]))
      const found = new Map([...keys.keys()].map((scope, at) => [scope, stored[at]]))
      const settings = <S extends Scope>(scope: S) => readRecord(scope, keys.get(scope) ?? scope, found.get(scope))
      return { server: settings('server'), channel: settings('channel'), person: settings('person') }
    },

    async update(scope, id, change) {
      const key = keyOf(scope, id)
      return run(key, async () => {
        const next = change(readRecord(scope, key, await keyv.get(key)))
        const record = writeRecord(scope, key, next)
        await (record === undefined ? keyv.delete(key) : keyv.set(key, record))
        return next
      })
    },

    async forget(scope, id) {
      const key = keyOf(scope, id)
      await run(key, () => keyv.delete(key))
    },

    close() {
      closed ??= lanes.idle().then(() => keyv.disconnect())
      return closed
    },
  }
}

function keyOf(scope: Scope, id: string): string {
  if (/^\d{17,20}$/.test(id)) return `${scope}:${id}`
  throw new TypeError(
    `Preferences of a ${scope} are kept under its Discord id, 17 to 20 digits; this one is ${JSON.stringify(id)}.`,
  )
}
