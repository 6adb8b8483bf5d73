/** Which names and descriptions of commands a language does not say yet. */
import type { Language } from '../locales/load.ts'
import { type Command, flag } from './define.ts'
import { privateOption } from './register.ts'

/** Each as a path that a translator can find: `country.options.name.about`. English says everything in the commands themselves. */
export function missingWords(commands: Iterable<Command>, language: Language): readonly string[] {
  return [...commands].flatMap(({ name, options, visibility }) => {
    const words = language.commands[name]
    const all = visibility === 'chosen' ? { ...options, [privateOption]: flag('') } : options
    return [
      ...(words?.name ? [] : [`${name}.name`]),
      ...(words?.about ? [] : [`${name}.about`]),
      ...Object.keys(all).flatMap(option => [
        ...(words?.options?.[option]?.name ? [] : [`${name}.options.${option}.name`]),
        ...(words?.options?.[option]?.about ? [] : [`${name}.options.${option}.about`]),
      ]),
    ]
  })
}
