/** How settings lie in a store: `{ v, settings }`. Knows every version that was ever written; knows no store. */

import { z } from 'zod'
import { details, layouts, type Scope, type SettingsOf, visibilities } from './preferences.ts'

/** One step turns the settings of version n into those of n + 1; the first starts from version 1. A released step never changes. */
export type Migration = (settings: Readonly<Record<string, unknown>>) => Record<string, unknown>
const migrations: readonly Migration[] = []

const snowflake = z.string().regex(/^\d{17,20}$/, 'expected the id of a role')
const language = z.string().refine(isLanguageTag, 'expected a BCP 47 tag such as "ru" or "zh-CN"')

// Loose: a field of a newer release survives the way through an older one, so going back a release loses nothing.
// A field that this release does know must be right.
const common = z.looseObject({
  language: language.exactOptional(),
  visibility: z.enum(visibilities).exactOptional(),
  detail: z.enum(details).exactOptional(),
  layout: z.enum(layouts).exactOptional(),
})
const settingsOf: { readonly [S in Scope]: z.ZodType<SettingsOf[S]> } = {
  server: common.extend({ moderatorRole: snowflake.exactOptional() }),
  channel: common,
  person: common.extend({
    factsRead: z.record(z.string(), z.strictObject({ round: z.int().min(0), upTo: z.int().min(-1) })).exactOptional(),
  }),
}

const record = z.strictObject({ v: z.int().min(1), settings: z.record(z.string(), z.unknown()) })

/** The settings in what a store holds under `key`; `undefined` stands for no record. Throws with the key when it cannot be read. */
export function readRecord<S extends Scope>(
  scope: S,
  key: string,
  stored: unknown,
  steps: readonly Migration[] = migrations,
): SettingsOf[S] {
  const newest = steps.length + 1
  const { v, settings } = stored === undefined ? { v: newest, settings: {} } : expect(record, stored, unreadable(key))
  if (v > newest) {
    throw new Error(
      `${unreadable(key)}: it has version ${v}, and this release reads up to ${newest}; run the newer release.`,
    )
  }
  const migrated = steps.slice(v - 1).reduce((older, step) => step(older), settings)
  return expect(settingsOf[scope], migrated, unreadable(key))
}

/** What to store for `settings`: `undefined`, hence nothing, when nothing is set. Throws with the key when they could not be read back. */
export function writeRecord<S extends Scope>(scope: S, key: string, settings: SettingsOf[S]): object | undefined {
  const checked = expect(settingsOf[scope], settings, `Preferences ${key} were not changed`)
  return Object.keys(checked).length === 0 ? undefined : { v: migrations.length + 1, settings: checked }
}

function unreadable(key: string): string {
  return `Preferences ${key} cannot be read and were left as they are`
}

function expect<T>(shape: z.ZodType<T>, value: unknown, otherwise: string): T {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`${otherwise}:\n${z.prettifyError(parsed.error)}`)
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
