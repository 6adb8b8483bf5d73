/** Asked questions in a real SQLite file: that they live a day by the bot's clock and no longer, and leave nothing behind. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { turnableClock } from '../../src/runtime/clock.ts'
import { type Asked, askedLivesMs } from '../../src/stores/asked.ts'
import { openAsked } from '../../src/stores/open-asked.ts'
import { openKeyv } from '../../src/stores/open-keyv.ts'
import { temporaryFolder } from './temporary-folder.ts'

const question = { question: 'как называется столица Казахстана?', language: 'ru' }

/** A clock that stands until it is turned. */
function handClock() {
  let turn = (_offsetMs: number): void => {}
  const clock = turnableClock(
    hear => {
      turn = offsetMs => hear({ type: 'clock', offsetMs })
    },
    { now: () => Date.UTC(2026, 10, 25, 12) },
  )
  return { clock, turn }
}

async function opened() {
  const file = join(await temporaryFolder(), 'asked.sqlite')
  const { clock, turn } = handClock()
  const open = (): Promise<Asked> => openAsked({ url: `sqlite://${file}`, clock, busyTimeoutMs: 300 })
  const asked = await open()
  onTestFinished(() => asked.close())
  return { asked, open, turn, file }
}

function rowsIn(file: string): readonly string[] {
  const database = new DatabaseSync(file)
  const rows = database.prepare('SELECT namespace, key, value FROM keyv').all()
  database.close()
  return rows.map(row => Object.values(row).map(String).join(' '))
}

test('a question comes back as it was asked, under an id of eight letters and digits', async () => {
  const { asked } = await opened()
  const id = await asked.keep(question)
  expect(id).toMatch(/^[0-9a-z]{8}$/)
  expect(await asked.read(id)).toEqual(question)
  expect(await asked.keep(question)).not.toBe(id)
})

test('any question of 300 characters comes back', async () => {
  const { asked } = await opened()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async text => {
      const cut = text.slice(0, 300)
      const id = await asked.keep({ question: cut, language: 'en' })
      expect(await asked.read(id)).toEqual({ question: cut, language: 'en' })
    }),
    { numRuns: 30 },
  )
})

test('it lives over a restart', async () => {
  const { asked, open } = await opened()
  const id = await asked.keep(question)
  await asked.close()
  const again = await open()
  expect(await again.read(id)).toEqual(question)
  await again.close()
})

test('its day ends by the clock of the bot', async () => {
  const { asked, turn } = await opened()
  const id = await asked.keep(question)
  turn(askedLivesMs - 1)
  expect(await asked.read(id)).toEqual(question)
  turn(askedLivesMs)
  expect(await asked.read(id)).toBeUndefined()
})

test('sweeping takes off the disk what has had its day, and nothing else', async () => {
  const { asked, turn, file } = await opened()
  await asked.keep(question)
  turn(askedLivesMs - 1)
  const younger = await asked.keep({ question: 'what is the SCO', language: 'en' })
  await asked.sweep()
  expect(rowsIn(file)).toHaveLength(2)
  turn(askedLivesMs)
  await asked.sweep()
  expect(rowsIn(file)).toEqual([expect.stringContaining(younger)])
})

test('what is forgotten is gone at once, and from the file itself once it is closed', async () => {
  const { asked, file } = await opened()
  const id = await asked.keep({ question: 'marker-of-this-question', language: 'en' })
  await asked.forget(id)
  expect(await asked.read(id)).toBeUndefined()
  expect(rowsIn(file)).toEqual([])
  await asked.close()
  expect((await readFile(file)).includes('marker-of-this-question')).toBe(false)
})

test('what was never kept is not there, and forgetting it is no fault', async () => {
  const { asked } = await opened()
  expect(await asked.read('00000000')).toBeUndefined()
  await asked.forget('00000000')
})

test('nothing in the file says who asked', async () => {
  const { asked, file } = await opened()
  const id = await asked.keep(question)
  const [row = ''] = rowsIn(file)
  const stored: unknown = JSON.parse(row.slice(row.indexOf('{')))
  expect(stored).toMatchObject({
    value: { v: 1, ...question, until: Date.UTC(2026, 10, 26, 12) },
  })
  expect(Object.keys((stored as { value: object }).value)).toEqual(['v', 'question', 'language', 'until'])
  expect(row).toContain(`asked ${id} `)
})

test('a record that this release cannot read is as good as gone, and swept', async () => {
  const { asked, file } = await opened()
  const keyv = await openKeyv({ path: file, namespace: 'asked', busyTimeoutMs: 300 })
  await keyv.set('newer000', { v: 2, what: 'ever' })
  await keyv.disconnect()
  expect(await asked.read('newer000')).toBeUndefined()
  await asked.sweep()
  expect(rowsIn(file)).toEqual([])
})

test('sweeping leaves preferences and reports in the same file alone', async () => {
  const { asked, file } = await opened()
  const other = await openKeyv({ path: file, namespace: 'preferences', busyTimeoutMs: 300 })
  await other.set('server:100000000000000001', { v: 1 })
  await asked.sweep()
  expect(rowsIn(file)).toHaveLength(1)
  await other.disconnect()
})

test('once closed it says so, and closing twice is once', async () => {
  const { asked } = await opened()
  await Promise.all([asked.close(), asked.close()])
  await expect(asked.keep(question)).rejects.toThrow('shutting down')
})
