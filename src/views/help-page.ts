/** What this person can do here, with examples that work when copied. */
import type { Words } from '../locales/en.ts'
import { drawPage, type Layout } from './page.ts'
import type { View } from './view.ts'

export interface Offered {
  readonly name: string
  readonly about: string
  readonly examples: readonly string[]
  readonly who: 'anyone' | 'moderators'
  readonly id?: string
}

export function helpPage(
  commands: readonly Offered[],
  onMessages: readonly string[],
  layout: Layout,
  words: Words,
): View {
  const line = ({ name, about, examples, id }: Offered): string => {
    // A link opens the command; without an id it is only named.
    const link = id === undefined ? `\`/${name}\`` : `</${name}:${id}>`
    const shown = examples.map(example => `\`/${[name, example].filter(Boolean).join(' ')}\``)
    return [`${link} · ${about}`, ...(shown.length > 0 ? [`-# ${shown.join(' · ')}`] : [])].join('\n')
  }
  const forModerators = commands.filter(({ who }) => who === 'moderators')
  return drawPage(
    {
      sign: '🏛️',
      title: words.help.title,
      lead: words.help.lead,
      lines: [
        ...commands.filter(({ who }) => who === 'anyone').map(line),
        ...onMessages.map(words.help.messageCommand),
        ...(forModerators.length > 0 ? [`### ${words.help.moderators}`, ...forModerators.map(line)] : []),
      ],
      foot: words.help.privacy,
      rows: [],
    },
    layout,
  )
}
