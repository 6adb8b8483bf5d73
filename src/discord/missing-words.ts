/** Which names and descriptions of commands a language does not say yet. */
import type { Language } from '../locales/load.ts'
import { flag } from './define.ts'
import type { Commands } from './load-commands.ts'
import { privateOption } from './register.ts'

/** Each as a path that a translator can find: `country.options.name.about`. English says everything in the commands themselves. */
export function missingWords(
  { slash, onMessages }: Pick<Commands, 'slash' | 'onMessages'>,
  language: Language,
): readonly string[] {
  const ofSlash = [...slash.values()].flatMap(({ name, options, visibility, examples }) => {
    const words = language.commands[name]
    const all = visibility === 'chosen' ? { ...options, [privateOption]: flag('') } : options
    return [
      ...(words?.name ? [] : [`${name}.name`]),
      ...(words?.about ? [] : [`${name}.about`]),
      ...(words?.examples || !examples ? [] : [`${name}.examples`]),
      ...Object.keys(all).flatMap(option => [
        ...(words?.options?.[option]?.name ? [] : [`${name}.options.${option}.name`]),
        ...(words?.options?.[option]?.about ? [] : [`${name}.options.${option}.about`]),
      ]),
    ]
  })
  const ofMenus = [...onMessages.keys()].flatMap(name => (language.commands[name]?.name ? [] : [`${name}.name`]))
  return [...ofSlash, ...ofMenus]
}
