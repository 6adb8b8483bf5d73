/** Preferences in a real SQLite file: the contract, what lies on the disk, and every way that a start can fail. */

import { execFile } from 'node:child_process'
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createLog } from '../../src/runtime/log.ts'
import { openPreferences } from '../../src/stores/open-preferences.ts'
import type { Preferences } from '../../src/stores/preferences.ts'
import { startChild } from './child.ts'
import { id, preferencesContract } from './preferences-contract.ts'
import { temporaryFolder } from './temporary-folder.ts'

const log = createLog('silent')
const otherId = '100000000000000002'

function open(file: string, busyTimeoutMs = 300): Promise<Preferences> {
  return openPreferences({ url: `sqlite://${file}`, log, busyTimeoutMs })
}

async function temporaryFile(): Promise<string> {
  return join(await temporaryFolder(), 'preferences.sqlite')
}

/** Another look at the same file, past the store. */
function look(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  onTestFinished(() => database.close())
  return database
}

function keysIn(file: string): unknown[] {
  return look(file)
    .prepare('SELECT namespace, key FROM keyv ORDER BY key')
    .all()
    .map(({ namespace, key }) => `${String(namespace)} ${String(key)}`)
}

preferencesContract('SQLite', async () => {
  const file = await temporaryFile()
  return { open: () => open(file) }
})

describe('on the disk', () => {
  test('the folders are made, and only what is set is kept', async () => {
    const file = join(await temporaryFolder(), 'some', 'where', 'preferences.sqlite')
    const preferences = await open(file)
    await preferences.update('server', id, () => ({ language: 'ru' }))
    await preferences.update('channel', id, () => ({ language: 'ru' }))
    await preferences.update('channel', id, () => ({}))
    await preferences.update('person', id, () => ({}))
    await preferences.update('person', otherId, () => ({ detail: 'full' }))
    await preferences.forget('person', otherId)
    expect(keysIn(file)).toEqual([`preferences server:${id}`])
    await preferences.close()
  })

  test('the file is in WAL mode, so that a backup may read while the bot writes', async () => {
    const file = await temporaryFile()
    const preferences = await open(file)
    expect(look(file).prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    await preferences.close()
  })

  test('four processes that open one new file at the same moment and write 300 people each lose nothing', async () => {
    const file = await temporaryFile()
    const starts = [0n, 1n, 2n, 3n].map(at => 200_000_000_000_000_000n + at * 1_000n)
    const children = starts.map(first => startChild('write-many.ts', `sqlite://${file}`, String(first), '300'))
    await Promise.all(children.map(child => child.heard()))
    for (const child of children) child.process.send('go')
    await Promise.all(children.map(child => child.ended()))

    const preferences = await open(file)
    const ids = starts.flatMap(first => Array.from({ length: 300 }, (_, at) => String(first + BigInt(at))))
    const kept = await Promise.all(ids.map(person => preferences.read('person', person)))
    expect(kept.filter(({ detail }) => detail === 'full')).toHaveLength(1_200)
    await preferences.close()
    expect(keysIn(file)).toHaveLength(1_200)
  })
})

describe('a record that cannot be read', () => {
  test.each([
    ['no JSON', 'not json'],
    ['half of it', '{"value":{"v":1,"settings":{"lang'],
    ['null', 'null'],
    ['a number', '42'],
    ['an empty object', '{}'],
    ['text', '"text"'],
    ['a record without its envelope', '{"v":1,"settings":{}}'],
    ['an envelope with null', '{"value":null}'],
    ['a version to come', '{"value":{"v":99,"settings":{"language":"ru"}}}'],
    ['an unknown value', '{"value":{"v":1,"settings":{"visibility":"secret"}}}'],
  ])('%s is named, is not covered by a write, harms no other record, and can be forgotten', async (_, text) => {
    const file = await temporaryFile()
    const preferences = await open(file)
    await preferences.update('server', id, () => ({ language: 'ru' }))
    await preferences.update('server', otherId, () => ({ language: 'ru' }))
    const database = look(file)
    database.prepare('UPDATE keyv SET value = ? WHERE key = ?').run(text, `server:${id}`)

    const named = `server:${id} cannot be read`
    await expect(preferences.read('server', id)).rejects.toThrow(named)
    await expect(preferences.readAll({ server: id, person: id })).rejects.toThrow(named)
    await expect(preferences.update('server', id, () => ({ language: 'kk' }))).rejects.toThrow(named)
    expect(database.prepare('SELECT value FROM keyv WHERE key = ?').get(`server:${id}`)).toEqual({ value: text })
    expect(await preferences.read('server', otherId)).toEqual({ language: 'ru' })

    await preferences.forget('server', id)
    expect(await preferences.update('server', id, current => ({ ...current, detail: 'full' }))).toEqual({
      detail: 'full',
    })
    await preferences.close()
  })
})

describe('a store that fails later', () => {
  test('says so, and never reads as "nothing was set"', async () => {
    const file = await temporaryFile()
    const preferences = await open(file)
    look(file).exec('DROP TABLE keyv')
    await expect(preferences.read('server', id)).rejects.toThrow('no such table')
    await expect(preferences.readAll({ server: id })).rejects.toThrow('no such table')
    await expect(preferences.update('server', id, () => ({ language: 'ru' }))).rejects.toThrow('no such table')
    await expect(preferences.forget('server', id)).rejects.toThrow('no such table')
    await preferences.close()
  })

  test('a lock that outlasts the wait rejects the update, and the next one passes', async () => {
    const file = await temporaryFile()
    const preferences = await open(file)
    await preferences.update('server', id, () => ({ language: 'ru' }))
    const holder = startChild('hold-lock.ts', file, 'EXCLUSIVE')
    await holder.heard()
    await expect(preferences.update('server', id, () => ({ language: 'kk' }))).rejects.toThrow('locked')
    expect(await preferences.read('server', id)).toEqual({ language: 'ru' })
    holder.process.send('let go')
    await holder.ended()
    expect(await preferences.update('server', id, () => ({ language: 'kk' }))).toEqual({ language: 'kk' })
    await preferences.close()
  })

  test('a lock that does not, only delays it', async () => {
    const file = await temporaryFile()
    const preferences = await open(file, 20_000)
    const holder = startChild('hold-lock.ts', file, 'EXCLUSIVE', '500')
    await holder.heard()
    expect(await preferences.update('server', id, () => ({ language: 'kk' }))).toEqual({ language: 'kk' })
    await preferences.close()
  })
})

test('somebody writing into a file that is not yet in WAL mode only delays the opening', async () => {
  const file = await temporaryFile()
  // SQLite says "locked" at once here, whatever the busy timeout.
  const holder = startChild('hold-lock.ts', file, 'IMMEDIATE', '500')
  await holder.heard()
  const preferences = await open(file, 20_000)
  expect(await preferences.update('server', id, () => ({ language: 'kk' }))).toEqual({ language: 'kk' })
  await preferences.close()
})

describe('a start that fails', () => {
  async function failure(opening: Promise<Preferences>): Promise<string> {
    const error: unknown = await opening.then(
      () => new Error('it opened'),
      (reason: unknown) => reason,
    )
    return error instanceof Error ? error.message : String(error)
  }

  test('a folder at the path', async () => {
    const folder = await temporaryFolder()
    expect(await failure(open(folder))).toBe(
      `The database ${folder} cannot be used: it is a folder. Point DATABASE_URL to a file in it.`,
    )
  })

  test('a file in place of the folder', async () => {
    const folder = join(await temporaryFolder(), 'var')
    await writeFile(folder, '')
    expect(await failure(open(join(folder, 'x.sqlite')))).toBe(
      `The database ${folder}/x.sqlite cannot be used: ${folder} is no folder. Point DATABASE_URL elsewhere.`,
    )
  })

  test('a link that leads nowhere in place of the folder', async () => {
    const folder = join(await temporaryFolder(), 'var')
    await symlink(`${folder}-gone`, folder)
    expect(await failure(open(join(folder, 'x.sqlite')))).toMatch(
      /cannot be used: its folder .*var cannot be made \(EEXIST/,
    )
  })

  test('a folder that cannot be made', async () => {
    expect(await failure(open('/proc/no/such/x.sqlite'))).toMatch(
      /^The database \/proc\/no\/such\/x\.sqlite cannot be used: its folder .* cannot be made \(ENOENT.*Make it, or point DATABASE_URL elsewhere\.$/,
    )
  })

  test('a file that is no database, which stays as it is', async () => {
    const file = await temporaryFile()
    const letter = 'Dear Ada, this is a letter and no database at all.\n'.repeat(100)
    await writeFile(file, letter)
    expect(await failure(open(file))).toBe(
      `The database ${file} cannot be used: it is damaged, or no SQLite database at all. Put a backup in its place, or move it away and the bot starts a new one.`,
    )
    expect(await readFile(file, 'utf8')).toBe(letter)
  })

  test.each(['a new file', 'a file of ours'])('a lock on %s that outlasts the wait', async which => {
    const file = await temporaryFile()
    if (which === 'a file of ours') await (await open(file)).close()
    const holder = startChild('hold-lock.ts', file, 'EXCLUSIVE')
    await holder.heard()
    expect(await failure(open(file))).toBe(
      `The database ${file} cannot be used: another process holds it locked. Stop that process (a second bot, a backup, an open sqlite3 shell), then start again.`,
    )
  })

  test('a file that may only be read, ours or not yet', async () => {
    const folder = await temporaryFolder()
    await chmod(folder, 0o777)
    const ours = join(folder, 'ours.sqlite')
    await (await open(ours)).close()
    const fresh = join(folder, 'fresh.sqlite')
    await writeFile(fresh, '')
    for (const file of [ours, fresh]) {
      await chmod(file, 0o444)
      expect(await startChild('open-and-say.ts', `sqlite://${file}`, 'unprivileged').ended()).toBe(
        `The database ${file} cannot be used: it may be read but not written. Let the user that runs the bot write the file and its folder ${folder}, or point DATABASE_URL elsewhere.`,
      )
    }
  })

  test('a folder that may only be read', async () => {
    const folder = join(await temporaryFolder(), 'var')
    await mkdir(folder)
    await chmod(join(folder, '..'), 0o755)
    await chmod(folder, 0o555)
    expect(await startChild('open-and-say.ts', `sqlite://${folder}/x.sqlite`, 'unprivileged').ended()).toBe(
      `The database ${folder}/x.sqlite cannot be used: it cannot be opened. Let the user that runs the bot write the file and its folder ${folder}, or point DATABASE_URL elsewhere.`,
    )
  })

  test('a disk that takes no more', async () => {
    const file = await temporaryFile()
    // No file may grow beyond 16 blocks of 512 bytes; Node ignores the signal for it, so SQLite sees the write fail.
    const command = `ulimit -f 16; exec "$0" "$1" "$2"`
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      command,
      process.execPath,
      `${import.meta.dirname}/open-and-say.ts`,
      `sqlite://${file}`,
    ])
    expect(stdout).toBe(
      `The database ${file} cannot be used: SQLite says "disk I/O error". See to the disk, or point DATABASE_URL elsewhere.`,
    )
  })

  test('an address that is none', async () => {
    expect(await failure(openPreferences({ url: 'postgres://me:pw@host/db', log }))).toMatch(
      /^DATABASE_URL: expected sqlite:\/\/ .*not in PostgreSQL\.$/,
    )
  })
})
