/** Everything that people can get to see: runs the commands and presses all that their pages offer, as far as that leads. */

import { Keyv } from 'keyv'
import type { Ask } from '../../src/discord/define.ts'
import { guideIn } from '../../src/discord/guide.ts'
import { loadCommands } from '../../src/discord/load-commands.ts'
import { indexForAsking } from '../../src/knowledge/ask/ask-index.ts'
import type { Knowledge } from '../../src/knowledge/model.ts'
import { indexNames } from '../../src/knowledge/name-index.ts'
import type { Language } from '../../src/locales/load.ts'
import { systemClock } from '../../src/runtime/clock.ts'
import { keyvAsked } from '../../src/stores/keyv-asked.ts'
import { keyvReports } from '../../src/stores/keyv-reports.ts'
import type { PersonSettings, Preferences, SettingsOf } from '../../src/stores/preferences.ts'
import { componentName } from '../../src/views/component.ts'
import type { Layout } from '../../src/views/page.ts'
import type { View } from '../../src/views/view.ts'
import { nodesOf } from '../views/discord-limits.ts'

export const commands = await loadCommands()

/** Preferences of one person that are forgotten at the end. */
function inMemory(): Preferences {
  const unset: SettingsOf = { server: {}, channel: {}, person: {} }
  let person: PersonSettings = {}
  return {
    read: async scope => unset[scope],
    readAll: async () => unset,
    update: async (scope, _id, change) => {
      if (scope !== 'person') return unset[scope]
      // The scope was just looked at, which the compiler does not carry over to the type of the change.
      const changed = change(person)
      person = changed
      return changed
    },
    forget: async () => undefined,
    close: async () => undefined,
  }
}

export function askerOf(
  knowledge: Knowledge,
  languages: ReadonlyMap<string, Language>,
  language: Language,
  layout: Layout,
  detail: 'short' | 'full' = 'short',
): Ask {
  const ids = new Map([...commands.slash.keys()].map((name, nth) => [name, String(10n ** 18n + BigInt(nth))]))
  const ask: Ask = {
    person: { id: '1', locale: language.tag, managesServer: true, roles: [] },
    place: { server: '2', channel: '3' },
    private: true,
    own: true,
    language: language.tag,
    words: language.words,
    layout,
    detail,
    given: { server: {}, channel: {}, person: { layout, language: language.tag }, personLocale: language.tag },
    knowledge,
    names: indexNames(knowledge),
    asking: indexForAsking(knowledge),
    asked: keyvAsked(new Keyv(), systemClock()),
    reports: keyvReports(new Keyv(), systemClock()),
    preferences: inMemory(),
    guide: guideIn(language, commands, ids),
    languages: new Map([...languages].map(([tag, { words }]) => [tag, words])),
    get alone() {
      return ask
    },
  }
  return ask
}

export function run(name: string, options: Readonly<Record<string, unknown>>, ask: Ask): View | Promise<View> {
  const command = commands.slash.get(name)
  if (!command) throw new Error(`there is no command ${name}`)
  return command.run(options, ask)
}

export interface Seen {
  /** What was typed or pressed. */
  readonly by: string
  readonly view: View
}

/** What pressing on from `first` leads to; each page once, whatever the way to it. */
export async function* pressOn(first: readonly Seen[], ask: Ask): AsyncGenerator<Seen> {
  const seen = new Set<string>()
  const open = [...first]
  while (open.length > 0) {
    const next = open.pop()
    if (!next) break
    yield next
    for (const { id, value } of offersOf(next.view)) {
      const page = pageOf(id)
      const key = `${page} ${value ?? ''}`
      if (page === undefined || seen.has(key)) continue
      seen.add(key)
      const view = await press({ id, ...(value === undefined ? {} : { value }) }, ask)
      open.push({ by: value === undefined ? id : `${id} ${value}`, view })
    }
  }
}

interface Offer {
  readonly id: string
  readonly value?: string
}

export async function press({ id, value }: Offer, ask: Ask): Promise<View> {
  const view = await commands.pressByComponent.get(componentName(id))?.run(id, value === undefined ? [] : [value], ask)
  if (!view) throw new Error(`${id} (${value ?? 'pressed'}) does nothing`)
  return view
}

export function offersOf(view: View): readonly Offer[] {
  return nodesOf(view).flatMap(({ custom_id: id, options }) => {
    if (id === undefined) return []
    return options ? options.map(({ value }) => ({ id, value })) : [{ id }]
  })
}

/**
 * What tells pages apart. The way to a page only decides where its “Back” leads, so one page of each kind is gone back to; and of the pages under
 * two filters at once nothing is new but that they hold less.
 */
function pageOf(id: string): string | undefined {
  const [name = '', ...fields] = id.split('~')
  const way = fields.at(-1) ?? ''
  const step = way.slice(way.lastIndexOf('.') + 1)
  switch (name) {
    case 'back':
      return `back ${step[0]}`
    case 's':
      return ['s', ...fields.slice(0, -1), step].join('~')
    case 'list':
      return several(fields.slice(2, 5)) ? undefined : ['list', ...fields.slice(0, -1)].join('~')
    case 'filter':
      return several(fields.slice(1, 4)) ? undefined : ['filter', ...fields.slice(0, -1)].join('~')
    case 'timeline':
      return several(fields.slice(0, 2)) ? undefined : ['timeline', ...fields.slice(0, -1)].join('~')
    case 'period':
      // The year that one comes from only matters until another is chosen.
      return several(fields.slice(1, 3)) ? undefined : ['period', ...fields.slice(0, 3)].join('~')
    case 'e':
      // `via` first, which changes nothing.
      return ['e', ...fields.slice(1, -1)].join('~')
    case 'section':
    case 'go':
    case 'source':
    case 'choosesource':
      return [name, ...fields.slice(0, -1)].join('~')
    case 'meant':
    case 'rr':
      return name
    case 'other':
    case 'r':
      return [name, fields.at(-1)].join('~')
    case 'forget':
      // Nothing that comes after could be gone back to.
      return undefined
    default:
      return id
  }
}

const several = (filters: readonly string[]): boolean => filters.filter(Boolean).length > 1
