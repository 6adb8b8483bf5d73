/** Reports in a real SQLite file: kept until they are done, in the order in which they came, without a name. */

import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { openAsked, openReports } from '../../src/stores/open-asked.ts'
import { openKeyv } from '../../src/stores/open-keyv.ts'
import type { Report, Reports } from '../../src/stores/reports.ts'
import { temporaryFolder } from './temporary-folder.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')

const report: Report = {
  reason: 'wrong',
  question: 'what is the capital of kazakhstan',
  statements: ['kazakhstan.capital'],
  language: 'en',
  dataset: '1.0.0',
}

async function opened() {
  const file = join(await temporaryFolder(), 'reports.sqlite')
  let nowMs = Date.UTC(2026, 10, 25, 12)
  const clock = { now: () => (nowMs += 1_000) }
  const open = (): Promise<Reports> => openReports({ url: `sqlite://${file}`, clock, busyTimeoutMs: 300 })
  const reports = await open()
  onTestFinished(() => reports.close())
  return { reports, open, file }
}

/** `npm run reports` without npm. */
const script = (file: string, ...args: readonly string[]) =>
  run(process.execPath, ['scripts/reports.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: `sqlite://${file}` },
  })

test('reports come back oldest first, with the day, over a restart', async () => {
  const { reports, open } = await opened()
  await reports.add(report)
  await reports.add({ reason: 'other', statements: [], answer: 'unknown', language: 'ru', dataset: '1.0.0' })
  await reports.close()
  const again = await open()
  const all = await again.all()
  expect(all.map(({ id: _, ...rest }) => rest)).toEqual([
    { day: '2026-11-25', ...report },
    { day: '2026-11-25', reason: 'other', statements: [], answer: 'unknown', language: 'ru', dataset: '1.0.0' },
  ])
  expect(new Set(all.map(({ id }) => id)).size).toBe(2)
  await again.close()
})

test('what is done is removed, once', async () => {
  const { reports } = await opened()
  await reports.add(report)
  const [kept] = await reports.all()
  expect(await reports.remove(kept?.id ?? '')).toBe(true)
  expect(await reports.remove(kept?.id ?? '')).toBe(false)
  expect(await reports.all()).toEqual([])
})

test('one that cannot be read is named and left alone', async () => {
  const { reports, file } = await opened()
  const keyv = await openKeyv({ path: file, namespace: 'reports', busyTimeoutMs: 300 })
  await keyv.set('newer000', { v: 2 })
  await expect(reports.all()).rejects.toThrow('Report newer000 cannot be read and was left as it was')
  expect(await keyv.get('newer000')).toEqual({ v: 2 })
  await keyv.disconnect()
})

test('sweeping asked questions leaves them', async () => {
  const { reports, file } = await opened()
  await reports.add(report)
  const asked = await openAsked({ url: `sqlite://${file}`, clock: { now: () => Date.UTC(2030, 0) } })
  await asked.sweep()
  expect(await reports.all()).toHaveLength(1)
  await asked.close()
})

test('`npm run reports` lists them readably, and removes what is done', async () => {
  const { reports, file } = await opened()
  await reports.add(report)
  const [kept] = await reports.all()
  const { stdout } = await script(file)
  for (const part of [kept?.id, '2026-11-25', report.question, 'The answer is wrong', 'Astana is the capital'])
    expect(stdout).toContain(part)
  expect((await script(file, '--done', kept?.id ?? '')).stdout).toContain('removed')
  expect((await script(file)).stdout).toContain('no reports')
  await expect(script(file, '--done', 'nothing1')).rejects.toMatchObject({ code: 1 })
  await expect(script(file, '--dune')).rejects.toMatchObject({ code: 1 })
})
