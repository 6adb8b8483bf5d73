/** The commands as one picks them in the list: every sub-command an entry of its own, in the person's language. */
import type { CommandOption, CommandView } from '../shapes.ts'

export interface Entry {
  key: string
  /** As the control API takes it: '/settings show'. */
  line: string
  /** As the person reads it. */
  shown: string
  description: string
  options: readonly CommandOption[]
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
export const optionTypes = {
  subCommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const

const slashCommand = 1

export function entriesOf(commands: readonly CommandView[], locale: string): Entry[] {
  return commands
    .filter(one => one.type === slashCommand)
    .flatMap(one => under(one, locale, '/', '/'))
    .toSorted((a, b) => a.shown.localeCompare(b.shown, locale))
}

interface Named {
  name: string
  name_localizations?: Record<string, string> | null
  description: string
  description_localizations?: Record<string, string> | null
  options?: CommandOption[]
}

function under(named: Named, locale: string, line: string, shown: string): Entry[] {
  const own = { line: `${line}${named.name}`, shown: `${shown}${nameIn(named, locale)}` }
  const deeper = (named.options ?? []).filter(one => one.type <= optionTypes.group)
  if (deeper.length > 0) return deeper.flatMap(one => under(one, locale, `${own.line} `, `${own.shown} `))
  return [{ ...own, key: own.line, description: descriptionIn(named, locale), options: named.options ?? [] }]
}

export function nameIn(named: Pick<Named, 'name' | 'name_localizations'>, locale: string): string {
  return named.name_localizations?.[locale] ?? named.name
}

export function descriptionIn(named: Pick<Named, 'description' | 'description_localizations'>, locale: string): string {
  return named.description_localizations?.[locale] ?? named.description
}

/** Those that begin with what was typed, then those that hold it. */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  const needle = typed.toLocaleLowerCase()
  const begin = entries.filter(one => one.shown.toLocaleLowerCase().startsWith(needle) || one.line.startsWith(needle))
  const hold = entries.filter(one => !begin.includes(one) && one.shown.toLocaleLowerCase().includes(needle.slice(1)))
  return [...begin, ...hold]
}
