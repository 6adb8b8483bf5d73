/** Which settings hold for a reply, and where each comes from, given all that is set. Pure; reads no store. */
import type { Settings, SettingsOf } from './preferences.ts'

export type Origin = 'server' | 'channel' | 'person' | 'discord' | 'built-in'

export interface Held<T> {
  readonly value: T
  readonly origin: Origin
}

export interface Given extends SettingsOf {
  /** The language of the person's Discord client. */
  readonly personLocale: string
  /** The server's language in Discord. */
  readonly serverLocale?: string
}

type Level = 'server' | 'channel' | 'person'

/** What a place says comes before what a person says in a reply for everyone, and after it in a reply for that person alone. */
const levels = (isPrivate: boolean): readonly Level[] =>
  isPrivate ? ['person', 'channel', 'server'] : ['channel', 'server', 'person']

function firstSet<K extends keyof Settings>(
  given: Given,
  name: K,
  order: readonly Level[],
): Held<NonNullable<Settings[K]>> | undefined {
  for (const level of order) {
    const value = given[level][name]
    if (value !== undefined) return { value, origin: level }
  }
  return undefined
}

/** A reply is for everyone unless the person, else the channel, else the server would rather have it private. */
export const visibilityInForce = (given: Given): Held<'public' | 'private'> =>
  firstSet(given, 'visibility', levels(true)) ?? { value: 'public', origin: 'built-in' }

export const detailInForce = (given: Given, isPrivate: boolean): Held<'short' | 'full'> =>
  firstSet(given, 'detail', levels(isPrivate)) ?? { value: 'short', origin: 'built-in' }

export const layoutInForce = (given: Given, isPrivate: boolean): Held<'rich' | 'text'> =>
  firstSet(given, 'layout', levels(isPrivate)) ?? { value: 'rich', origin: 'built-in' }

/**
 * Private: the person's setting, else the language of their Discord. For everyone: the channel's, else the server's, else the server's
 * language in Discord, where `en-US` says nothing because Discord reports it for every server that never chose; else English.
 */
export function languageInForce(given: Given, isPrivate: boolean, tags: readonly string[]): Held<string> {
  const set = firstSet(given, 'language', isPrivate ? ['person'] : ['channel', 'server'])
  if (set && tags.includes(set.value)) return set
  const locale = isPrivate ? given.personLocale : given.serverLocale === 'en-US' ? undefined : given.serverLocale
  const matched = locale === undefined ? undefined : matchLanguage(locale, tags)
  return matched === undefined ? { value: 'en', origin: 'built-in' } : { value: matched, origin: 'discord' }
}

/** The tag itself, else another of the same language: a reader of `zh-TW` is better served by `zh-CN` than by English. */
export function matchLanguage(locale: string, tags: readonly string[]): string | undefined {
  const base = (tag: string): string => tag.split('-', 1)[0] ?? tag
  return tags.find(tag => tag === locale) ?? tags.find(tag => base(tag) === base(locale))
}
