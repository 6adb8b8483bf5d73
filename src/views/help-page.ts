/** What this person can do here, with examples that work when copied. */
import { datasetFoot } from './foot.ts'
import type { Reader } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import type { View } from './view.ts'

export interface Offered {
  readonly name: string
  readonly ownName: string
  readonly about: string
  readonly examples: readonly string[]
  readonly who: 'anyone' | 'moderators'
  readonly id?: string
}

export function helpPage(
  commands: readonly Offered[],
  onMessages: readonly string[],
  layout: Layout,
  reader: Reader,
): View {
  const { words } = reader
  const line = ({ name, ownName, about, examples, id }: Offered): string => {
    // A link opens the command; without an id it is only named.
    const link = id === undefined ? `\`/${ownName}\`` : `</${name}:${id}>`
    const shown = examples.map(example => `\`/${[ownName, example].filter(Boolean).join(' ')}\``)
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
        words.help.privacy,
        ...(forModerators.length > 0 ? [`### ${words.help.moderators}`, ...forModerators.map(line)] : []),
      ],
      foot: datasetFoot(reader),
      rows: [],
    },
    layout,
  )
}
