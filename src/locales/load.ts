/** Finds the languages: every file of this folder but this one and `en`'s shape is one. Knows no language by name but English. */
import { readdir } from 'node:fs/promises'
import type { CommandWords } from './command-words.ts'
import type { Words } from './en.ts'

export interface Language {
  readonly tag: string
  readonly words: Words
  /** Names and descriptions of commands; English has none, because they stand in the commands. */
  readonly commands: Readonly<Record<string, CommandWords>>
}

const notLanguages = new Set(['load.ts', 'command-words.ts'])

export async function loadLanguages(): Promise<ReadonlyMap<string, Language>> {
  const files = (await readdir(import.meta.dirname))
    .filter(file => file.endsWith('.ts') && !notLanguages.has(file))
    .toSorted()
  const languages = await Promise.all(
    files.map(async (file): Promise<Language> => {
      const tag = file.slice(0, -'.ts'.length)
      const module = (await import(new URL(file, import.meta.url).href)) as {
        default?: Words
        commands?: Language['commands']
      }
      if (!module.default)
        throw new Error(`src/locales/${file} must export the words of "${tag}" as its default, and exports none`)
      return { tag, words: module.default, commands: module.commands ?? {} }
    }),
  )
  return new Map(languages.map(language => [language.tag, language]))
}
