/** Why a database failed: what only a full disk and a damaged page can show, provoked in SQLite itself. */

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { whyUnusable } from '../../src/stores/why-unusable.ts'
import { temporaryFolder } from './temporary-folder.ts'

function errorOf(work: () => unknown): unknown {
  try {
    work()
    return 'no error'
  } catch (error) {
    return error
  }
}

test('a full disk', () => {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA max_page_count = 2; CREATE TABLE t (x)')
  const error = errorOf(() => database.prepare('INSERT INTO t VALUES (zeroblob(100000))').run())
  expect(whyUnusable(error, '/srv/bot.sqlite')).toBe('its disk is full. Make room, then start again.')
})

test('a database whose first page is damaged behind its header', async () => {
  const file = join(await temporaryFolder(), 'damaged.sqlite')
  const whole = new DatabaseSync(file)
  whole.exec('CREATE TABLE t (x)')
  whole.close()
  const bytes = await readFile(file)
  // The header has 100 bytes, https://sqlite.org/fileformat.html#the_database_header
  await writeFile(file, bytes.fill(0xff, 100))
  const damaged = new DatabaseSync(file)
  const error = errorOf(() => damaged.prepare('SELECT * FROM t').all())
  damaged.close()
  expect(error).toMatchObject({ errcode: 11 })
  expect(whyUnusable(error, file)).toMatch(/^it is damaged, or no SQLite database at all\./)
})

test('what is neither SQLite’s nor the system’s is quoted', () => {
  expect(whyUnusable(new Error('a value was written and none was read'), '/srv/bot.sqlite')).toBe(
    'a value was written and none was read',
  )
  expect(whyUnusable('text', '/srv/bot.sqlite')).toBe('text')
})
