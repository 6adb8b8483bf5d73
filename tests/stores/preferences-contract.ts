/** What every store of preferences must do, whatever engine it stands on. A store's own test file holds only what is its own. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { details, layouts, type Preferences, type ServerSettings, visibilities } from '../../src/stores/preferences.ts'

/** Somewhere that keeps what is written between one opening and the next; nobody else has written there. */
export interface Place {
  open(): Promise<Preferences>
}

export const id = '100000000000000001'
const other = '100000000000000002'

/** The only setting with room for a number: `en-x-7`, a private use subtag of BCP 47. */
export const counting = {
  language: (count: number) => `en-x-${count}`,
  count: ({ language }: ServerSettings) => Number(language?.slice('en-x-'.length) ?? 0),
}

/** `makePlace` cleans up after its own test, with `onTestFinished`. */
export function preferencesContract(store: string, makePlace: () => Promise<Place>): void {
  describe(`preferences in ${store}`, () => {
    async function open(): Promise<Preferences> {
      return (await makePlace()).open()
    }

    test('what was never set is empty', async () => {
      const preferences = await open()
      expect(await preferences.read('server', id)).toEqual({})
      expect(await preferences.readAll({ server: id, channel: id, person: id })).toEqual({
        server: {},
        channel: {},
        person: {},
      })
      expect(await preferences.readAll({})).toEqual({ server: {}, channel: {}, person: {} })
      await preferences.close()
    })

    test('an update is returned, read, and changes only what it names', async () => {
      const preferences = await open()
      expect(await preferences.update('server', id, () => ({ language: 'ru', moderatorRole: other }))).toEqual({
        language: 'ru',
        moderatorRole: other,
      })
      expect(await preferences.update('server', id, current => ({ ...current, layout: 'text' }))).toEqual({
        language: 'ru',
        moderatorRole: other,
        layout: 'text',
      })
      expect(await preferences.read('server', id)).toEqual({ language: 'ru', moderatorRole: other, layout: 'text' })
      await preferences.close()
    })

    test('a server, its first channel and a person may share an id, and share nothing else', async () => {
      const preferences = await open()
      await preferences.update('server', id, () => ({ language: 'ru' }))
      await preferences.update('channel', id, () => ({ language: 'zh-CN' }))
      await preferences.update('person', other, () => ({ language: 'kk' }))
      expect(await preferences.readAll({ server: id, channel: id, person: id })).toEqual({
        server: { language: 'ru' },
        channel: { language: 'zh-CN' },
        person: {},
      })
      expect(await preferences.readAll({ server: undefined, person: other })).toEqual({
        server: {},
        channel: {},
        person: { language: 'kk' },
      })
      await preferences.close()
    })

    test('fifty updates at once lose nothing', async () => {
      const preferences = await open()
      const results = await Promise.all(
        Array.from({ length: 50 }, () =>
          preferences.update('server', id, current => ({
            ...current,
            language: counting.language(counting.count(current) + 1),
          })),
        ),
      )
      expect(results.map(counting.count)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
      expect(counting.count(await preferences.read('server', id))).toBe(50)
      await preferences.close()
    })

    test('a change that throws rejects with its own error, writes nothing, and holds up nobody', async () => {
      const preferences = await open()
      await preferences.update('person', id, () => ({ detail: 'full' }))
      const failing = preferences.update('person', id, () => {
        throw new RangeError('no')
      })
      const next = preferences.update('person', id, current => ({ ...current, layout: 'text' }))
      await expect(failing).rejects.toThrow(new RangeError('no'))
      expect(await next).toEqual({ detail: 'full', layout: 'text' })
      await preferences.close()
    })

    test('settings that could not be read back are refused under their key', async () => {
      const preferences = await open()
      await preferences.update('server', id, () => ({ detail: 'full' }))
      await expect(preferences.update('server', id, () => ({ language: 'no tag' }))).rejects.toThrow(
        `server:${id} were not changed`,
      )
      await expect(preferences.update('server', id, () => ({ moderatorRole: '@mods' }))).rejects.toThrow(
        `server:${id} were not changed`,
      )
      expect(await preferences.read('server', id)).toEqual({ detail: 'full' })
      await preferences.close()
    })

    test('settings that come out empty and settings forgotten are gone', async () => {
      const preferences = await open()
      await preferences.update('person', id, () => ({ visibility: 'private' }))
      expect(await preferences.update('person', id, ({ visibility: _, ...rest }) => rest)).toEqual({})
      expect(await preferences.read('person', id)).toEqual({})

      await preferences.update('person', id, () => ({ visibility: 'private' }))
      await preferences.forget('person', id)
      await preferences.forget('person', id)
      expect(await preferences.read('person', id)).toEqual({})
      await preferences.close()
    })

    test('only a Discord id is a key', async () => {
      const preferences = await open()
      for (const wrong of ['', '0', 'me', `${id}:x`, ` ${id}`]) {
        await expect(preferences.read('server', wrong)).rejects.toThrow(TypeError)
        await expect(preferences.readAll({ server: id, person: wrong })).rejects.toThrow(TypeError)
        await expect(preferences.update('server', wrong, current => current)).rejects.toThrow(TypeError)
        await expect(preferences.forget('server', wrong)).rejects.toThrow(TypeError)
      }
      await preferences.close()
    })

    test('any settings come back as they went, also after the store was opened again', async () => {
      const place = await makePlace()
      let preferences = await place.open()
      await fc.assert(
        fc.asyncProperty(settings, async given => {
          expect(await preferences.update('server', id, () => given)).toEqual(given)
          expect(await preferences.read('server', id)).toEqual(given)
          await preferences.close()
          preferences = await place.open()
          expect((await preferences.readAll({ server: id })).server).toEqual(given)
        }),
        { numRuns: 60 },
      )
      await preferences.close()
    })

    test('closing waits for what is under way, is done once, and refuses what comes after', async () => {
      const place = await makePlace()
      const preferences = await place.open()
      const results: Promise<unknown>[] = []
      for (let count = 1; count <= 20; count++) {
        results.push(preferences.update('channel', id, () => ({ language: counting.language(count) })))
        results.push(preferences.read('channel', other))
      }
      await Promise.all([preferences.close(), preferences.close()])
      await preferences.close()
      expect((await Promise.allSettled(results)).filter(({ status }) => status === 'rejected')).toEqual([])

      await expect(preferences.read('channel', id)).rejects.toThrow('closed')
      await expect(preferences.readAll({ channel: id })).rejects.toThrow('closed')
      await expect(preferences.update('channel', id, current => current)).rejects.toThrow('closed')
      await expect(preferences.forget('channel', id)).rejects.toThrow('closed')

      const again = await place.open()
      expect(counting.count(await again.read('channel', id))).toBe(20)
      await again.close()
    })
  })
}

const known = fc.record(
  {
    language: fc.constantFrom('en', 'ru', 'zh-CN', 'kk', 'uz-Latn', 'tg-Cyrl-TJ', 'tk', 'ky-KG'),
    visibility: fc.constantFrom(...visibilities),
    detail: fc.constantFrom(...details),
    layout: fc.constantFrom(...layouts),
    moderatorRole: fc.stringMatching(/^\d{17,20}$/),
  },
  { requiredKeys: [], noNullPrototype: true },
)

/** JSON writes -0 as 0. */
const json = fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)) as unknown)

/** With fields that only a newer release knows. Settings that come out empty are another test's. */
const settings = fc
  .tuple(fc.dictionary(fc.string(), json, { noNullPrototype: true }), known)
  .map(([unknown, given]) => ({
    ...Object.fromEntries(Object.entries(unknown).filter(([name]) => !notUnknown.has(name))),
    ...given,
  }))

// No release will name a setting `__proto__`, and zod lets none through.
const notUnknown = new Set(['language', 'visibility', 'detail', 'layout', 'moderatorRole', '__proto__'])
