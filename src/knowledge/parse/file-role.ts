/** What a file of the dataset is by its path: folder, name and language. Never looks inside. */

import { changelogPattern } from '../changes.ts'
import type { Kind } from '../model.ts'

export const folders: Readonly<Record<string, Kind>> = {
  countries: 'country',
  summits: 'summit',
  principles: 'principle',
  terms: 'term',
  projects: 'project',
  organisations: 'organisation',
  people: 'person',
  events: 'event',
  places: 'place',
  documents: 'document',
}

const kindFolders = new Map(Object.entries(folders).map(([folder, kind]) => [kind, folder]))

/** The folder of a kind's files. */
export function folderOf(kind: Kind): string {
  return kindFolders.get(kind) ?? kind
}

export type FileRole =
  | { readonly role: 'dataset' | 'properties' | 'units' | 'glossary' | 'sources' }
  | {
      readonly role: 'properties-overlay' | 'units-overlay' | 'asking' | 'asked' | 'unanswered'
      readonly language: string
    }
  | { readonly role: 'entity'; readonly kind: Kind; readonly id: string }
  | { readonly role: 'entity-overlay'; readonly kind: Kind; readonly id: string; readonly language: string }
  | { readonly role: 'aside' }
  | { readonly role: 'unknown'; readonly reason: string }

/** One file a language, English among them: what people type is not translated from anything. */
const askingFolders = ['asking', 'asked', 'unanswered'] as const

const asides = new Set(['README.md', 'REVIEW.md'])

/** Kebab-case, and not a bare number: JavaScript would put that before all other keys of its map. */
export const idPattern = /^(?!\d+$)[a-z0-9]+(-[a-z0-9]+)*$/
/** An entity's and a statement's id travel together inside a button's custom id, which Discord limits to 100 characters. */
export const longestId = 40

/** Language, script and region of BCP 47, each in its usual case. */
export const languagePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/

export function idReason(id: string): string | undefined {
  if (!idPattern.test(id)) return `expected an id in kebab-case such as khorgos-gateway, came “${id}”`
  if (id.length > longestId) return `expected an id of at most ${longestId} characters, came ${id.length}: “${id}”`
  return undefined
}

function unknown(reason: string): FileRole {
  return { role: 'unknown', reason }
}

function languageReason(language: string): string | undefined {
  if (language === 'en') return 'English stands in the file without a language; an overlay brings another one'
  if (languagePattern.test(language)) return undefined
  return `expected a language tag such as ru or zh-CN before .yaml, came “${language}”`
}

export function roleOf(path: string): FileRole {
  if (asides.has(path) || changelogPattern.test(path) || path.startsWith('schema/')) return { role: 'aside' }
  const parts = path.split('/')
  const [folder, file] = parts.length === 1 ? ['', path] : parts
  if (folder === undefined || file === undefined || parts.length > 2) {
    return unknown('expected a file in one of the dataset’s folders, came a folder inside a folder')
  }
  if (!file.endsWith('.yaml')) return unknown('expected a name that ends in .yaml')
  const asking = askingFolders.find(each => each === folder)
  if (asking) return askingRole(asking, file.slice(0, -'.yaml'.length))
  const [name = '', language, ...more] = file.slice(0, -'.yaml'.length).split('.')
  if (more.length > 0) return unknown('expected <id>.yaml or <id>.<language>.yaml, came more dots')
  const wrongLanguage = language === undefined ? undefined : languageReason(language)
  if (wrongLanguage !== undefined) return unknown(wrongLanguage)

  if (folder === '') return rootRole(name, language)
  const wrongId = idReason(name)
  if (wrongId !== undefined) return unknown(wrongId)
  if (folder === 'sources') return language === undefined ? { role: 'sources' } : unknown('sources are not translated')
  const kind = folders[folder]
  if (kind === undefined || !Object.hasOwn(folders, folder)) {
    return unknown(
      `expected a folder among sources, ${askingFolders.join(', ')}, ${Object.keys(folders).join(', ')}; came “${folder}”`,
    )
  }
  return language === undefined
    ? { role: 'entity', kind, id: name }
    : { role: 'entity-overlay', kind, id: name, language }
}

function askingRole(role: (typeof askingFolders)[number], language: string): FileRole {
  return languagePattern.test(language)
    ? { role, language }
    : unknown(`expected a language tag such as en or zh-CN before .yaml, came “${language}”`)
}

function rootRole(name: string, language: string | undefined): FileRole {
  if (language === undefined) {
    if (name === 'dataset' || name === 'properties' || name === 'units' || name === 'glossary') return { role: name }
    return unknown('expected dataset, properties, units or glossary, or a file in a folder')
  }
  if (name === 'properties' || name === 'units') return { role: `${name}-overlay`, language }
  return unknown('only properties, units and entities have overlays')
}
