/** The commands as people are told of them, in a language. */
import type { Language } from '../locales/load.ts'
import type { Guide } from './define.ts'
import type { Commands } from './load-commands.ts'

export function guideIn(
  { commands: words }: Language,
  { slash, onMessages }: Commands,
  ids: ReadonlyMap<string, string>,
): Guide {
  return {
    commands: [...slash.values()].map(({ name, about, examples = [], who, where }) => {
      const [id, own] = [ids.get(name), words[name]]
      return {
        name,
        ownName: own?.name ?? name,
        about: own?.about ?? about,
        // Under its name in English the options are called so too.
        examples: (own?.name === undefined ? undefined : own.examples) ?? examples,
        who,
        where,
        ...(id === undefined ? {} : { id }),
      }
    }),
    onMessages: [...onMessages.keys()].map(name => words[name]?.name ?? name),
  }
}
