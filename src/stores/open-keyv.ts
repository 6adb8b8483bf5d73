/** A Keyv on an SQLite file that has proved that it keeps what it is given. Knows Keyv's and SQLite's traps; not what is stored. */

import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { KeyvSqlite } from '@keyv/sqlite'
import { jsonSerializer, Keyv, type KeyvSerializationAdapter } from 'keyv'
import { isBusy, whyUnusable } from './why-unusable.ts'

export interface KeyvPlace {
  /** Path of the file; it and its folder are made when they are not there. */
  readonly path: string
  /** Several namespaces may share a file; none sees another's keys. */
  readonly namespace: string
  /** How long to wait for another process's lock, in ms. node:sqlite waits on the main thread: nothing else runs meanwhile. */
  readonly busyTimeoutMs: number
}

const betweenTriesMs = 20

/** While answering; half of what Discord waits. */
const longestWaitMs = 1_500

/**
 * Several processes may open one file and write different keys; writes of one key are last come, last kept, for Keyv has
 * no compare-and-set. Throws, in a sentence with the path and what to do, when the file cannot be opened, written or read.
 */
export async function openKeyv({ path, namespace, busyTimeoutMs }: KeyvPlace): Promise<Keyv<unknown>> {
  const file = resolve(path)
  try {
    await makeFolder(dirname(file))
    const store = await openStore(file, busyTimeoutMs)
    // Under WAL a power cut may then undo the last writes but never harms the file, and no write waits for the disk:
    // https://sqlite.org/pragma.html#pragma_synchronous
    await store.query('PRAGMA synchronous = NORMAL')
    // No 'error' listener, on purpose: with one, Keyv answers `undefined` and `false` instead of throwing, and a locked file
    // reads as "nothing was set". https://github.com/jaredwray/keyv/blob/main/core/keyv/README.md
    const keyv = new Keyv<unknown>({ store, namespace, serialization: everyRowCounts })
    await prove(keyv)
    // What is deleted is overwritten: a forgotten question must not be left in a free page of the file.
    await store.query('PRAGMA secure_delete = ON')
    // From now on people wait, and Discord for no longer than 3 s: better an error in time than a bot that stands still.
    await store.query(`PRAGMA busy_timeout = ${Math.min(busyTimeoutMs, longestWaitMs)}`)
    return keyv
  } catch (error) {
    throw new Error(`The database ${file} cannot be used: ${whyUnusable(error, file)}`, { cause: error })
  }
}

/**
 * Tries again while the file is busy: where several processes turn one new file to WAL at the same moment, SQLite tells all but
 * one of them "locked" at once, whatever the busy timeout, for waiting might never end: https://sqlite.org/c3ref/busy_handler.html
 */
async function openStore(file: string, busyTimeoutMs: number): Promise<KeyvSqlite> {
  const giveUpAt = performance.now() + busyTimeoutMs
  for (;;) {
    // WAL: readers and the writer do not wait for each other. Without a busy timeout the adapter gives up for good on the first lock.
    const store = new KeyvSqlite({
      uri: `sqlite://${file}`,
      driver: 'node:sqlite',
      wal: true,
      busyTimeout: busyTimeoutMs,
    })
    try {
      await store.ready
      return store
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw error
      await setTimeout(betweenTriesMs)
    }
  }
}

/** One by one: Node's own `recursive` never returns where a folder refuses children with ENOENT, as under /proc. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return
  await makeFolder(dirname(folder))
  await mkdir(folder).catch((error: unknown) => {
    // Another process was faster.
    if (!existsSync(folder)) throw error
  })
}

/** Opening is no proof: SQLite opens a file that it may only read, and notices a full disk at the first write. */
async function prove(keyv: Keyv<unknown>): Promise<void> {
  const key = `probe:${randomUUID()}`
  await keyv.set(key, key)
  const found = await keyv.get(key)
  await keyv.delete(key)
  if (found !== key) throw new Error(`a value was written and ${JSON.stringify(found)} was read`)
}

/**
 * Keyv's own JSON, except that what is no envelope of Keyv's comes out as the text that it is, so that its reader refuses
 * it by name: Keyv takes `null`, `42` or `{}` in a row for "no such key", and the next write would cover what was there.
 */
const everyRowCounts: KeyvSerializationAdapter = {
  stringify: envelope => jsonSerializer.stringify(envelope),
  parse: text => jsonSerializer.parse(isEnvelope(text) ? text : JSON.stringify({ value: text })),
}

function isEnvelope(text: string): boolean {
  try {
    const stored: unknown = JSON.parse(text)
    return typeof stored === 'object' && stored !== null && 'value' in stored
  } catch {
    return false
  }
}
