/** The record: its versions, what it lets through and what it refuses. */

import { describe, expect, test } from 'vitest'
import { type Migration, readRecord, writeRecord } from '../../src/stores/settings-record.ts'

const key = 'server:100000000000000001'

describe('reading', () => {
  test('no record is no settings', () => {
    expect(readRecord('server', key, undefined)).toEqual({})
  })

  test('version 1', () => {
    const settings = {
      language: 'ru',
      visibility: 'private',
      detail: 'full',
      layout: 'text',
      moderatorRole: '100000000000000002',
    }
    expect(readRecord('server', key, { v: 1, settings })).toEqual(settings)
  })

  test('a field of a newer release is kept', () => {
    const read = readRecord('person', key, { v: 1, settings: { detail: 'full', quietHours: [22, 7] } })
    expect(read).toEqual({ detail: 'full', quietHours: [22, 7] })
    expect(writeRecord('person', key, read)).toEqual({ v: 1, settings: { detail: 'full', quietHours: [22, 7] } })
  })

  test.each([
    ['null', null],
    ['text', 'x'],
    ['a list', []],
    ['settings without a version', { language: 'ru' }],
    ['no settings', { v: 1 }],
    ['settings of another type', { v: 1, settings: [] }],
    ['something beside', { v: 1, settings: {}, more: 1 }],
    ['version 0', { v: 0, settings: {} }],
    ['half a version', { v: 1.5, settings: {} }],
    ['a version in text', { v: '1', settings: {} }],
    ['an unknown language tag', { v: 1, settings: { language: 'Русский' } }],
    ['an unknown visibility', { v: 1, settings: { visibility: 'secret' } }],
    ['a role that is no id', { v: 1, settings: { moderatorRole: '@mods' } }],
  ])('%s is an error that names the key', (_, stored) => {
    expect(() => readRecord('server', key, stored)).toThrow(
      `Preferences ${key} cannot be read and were left as they are`,
    )
  })

  test('a version that is yet to come is an error that says what to do', () => {
    expect(() => readRecord('server', key, { v: 2, settings: {} })).toThrow(
      `Preferences ${key} cannot be read and were left as they are: it has version 2, and this release reads up to 1; run the newer release.`,
    )
  })
})

describe('migrating', () => {
  const steps: readonly Migration[] = [
    ({ lang, ...rest }) => ({ ...rest, language: lang }),
    settings => ({ ...settings, language: String(settings['language']).toLowerCase() }),
  ]

  test.each([
    [1, { lang: 'RU', detail: 'full' }],
    [2, { language: 'RU', detail: 'full' }],
    [3, { language: 'ru', detail: 'full' }],
  ])('from version %i by the steps that are left', (v, settings) => {
    expect(readRecord('server', key, { v, settings }, steps)).toEqual({ language: 'ru', detail: 'full' })
  })

  test('what a step makes is checked like anything else', () => {
    expect(() => readRecord('server', key, { v: 1, settings: { lang: '?' } }, steps)).toThrow(key)
  })

  test('and the newest version is one above the steps', () => {
    expect(() => readRecord('server', key, { v: 4, settings: {} }, steps)).toThrow('reads up to 3')
  })
})

describe('writing', () => {
  test('nothing set is nothing to write', () => {
    expect(writeRecord('channel', key, {})).toBeUndefined()
  })

  test('what is written is read', () => {
    const settings = { language: 'uz-Latn', layout: 'text' } as const
    expect(readRecord('channel', key, writeRecord('channel', key, settings))).toEqual(settings)
  })

  test('what could not be read is not written', () => {
    expect(() => writeRecord('server', key, { language: '' })).toThrow(`Preferences ${key} were not changed`)
  })
})
