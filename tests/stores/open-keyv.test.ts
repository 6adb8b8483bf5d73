/** A Keyv of ours: that it keeps any value, and that namespaces in one file do not meet. */

import { join } from 'node:path'
import { KeyvSqlite } from '@keyv/sqlite'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openKeyv } from '../../src/stores/open-keyv.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** In folders that are yet to be made. */
async function temporaryPath(): Promise<string> {
  return join(await temporaryFolder(), 'some', 'where', 'keyv.sqlite')
}

test('namespaces of one file that a pattern would mix up keep apart', async () => {
  const path = await temporaryPath()
  const names = ['a_b', 'aXb', 'A_B', 'a%', 'a', 'a_b:c']
  const keyvs = await Promise.all(names.map(namespace => openKeyv({ path, namespace, busyTimeoutMs: 5_000 })))
  for (const [at, keyv] of keyvs.entries()) {
    await keyv.set('key', names[at])
    await keyv.set('c:key', names[at])
  }
  const held = () => Promise.all(keyvs.map(async keyv => [await keyv.get('key'), await keyv.get('c:key')]))
  expect(await held()).toEqual(names.map(name => [name, name]))

  await keyvs[0]?.clear()
  await keyvs[3]?.delete('key')
  expect(await held()).toEqual([
    [undefined, undefined],
    ['aXb', 'aXb'],
    ['A_B', 'A_B'],
    [undefined, 'a%'],
    ['a', 'a'],
    ['a_b:c', 'a_b:c'],
  ])
  await Promise.all(keyvs.map(keyv => keyv.disconnect()))
})

test('any JSON under any key comes back', async () => {
  const keyv = await openKeyv({ path: await temporaryPath(), namespace: 'a_b', busyTimeoutMs: 5_000 })
  const key = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
  const value = fc.oneof(
    // As JSON writes it, which has no -0.
    fc.jsonValue().map(json => JSON.parse(JSON.stringify(json)) as unknown),
    fc.string({ unit: 'grapheme' }).map(text => `:${text}`),
  )
  await fc.assert(
    fc.asyncProperty(key, value, async (name, given) => {
      await keyv.set(name, given)
      expect(await keyv.get(name)).toEqual(given)
    }),
    { numRuns: 200 },
  )
  await keyv.disconnect()
})

test('a commit does not wait for the disk, which WAL makes safe', async () => {
  const keyv = await openKeyv({ path: await temporaryPath(), namespace: 'a', busyTimeoutMs: 5_000 })
  if (!(keyv.store instanceof KeyvSqlite)) throw new Error('expected a KeyvSqlite')
  expect(await keyv.store.query('PRAGMA synchronous')).toEqual([{ synchronous: 1 }])
  await keyv.disconnect()
})

test('the proof of a new store leaves nothing behind', async () => {
  const path = await temporaryPath()
  const keyv = await openKeyv({ path, namespace: 'empty', busyTimeoutMs: 5_000 })
  const left: unknown[] = []
  for await (const [name] of keyv.iterator()) left.push(name)
  expect(left).toEqual([])
  await keyv.disconnect()
})
