/** What Discord refuses in a message of components (docs, Components; Message): every fault, for tests of what the views draw. */
import { ComponentType } from 'discord-api-types/v10'
import type { View } from '../../src/views/view.ts'

interface Node {
  readonly type?: number
  readonly content?: string
  readonly custom_id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly options?: readonly {
    readonly label: string
    readonly value: string
    readonly description?: string
    readonly default?: boolean
  }[]
  readonly components?: readonly Node[]
}

const within = (node: Node): readonly Node[] => [node, ...(node.components ?? []).flatMap(within)]

export const nodesOf = (view: View): readonly Node[] => (view.components as readonly Node[]).flatMap(within)

/** Every text a reader meets, labels and choices too. */
export const textsOf = (view: View): readonly string[] =>
  nodesOf(view).flatMap(({ content, label, placeholder, options }) => [
    ...[content, label, placeholder].flatMap(text => text ?? []),
    ...(options ?? []).flatMap(option => [
      option.label,
      ...(option.description === undefined ? [] : [option.description]),
    ]),
  ])

export function faultsOf(view: View): readonly string[] {
  const nodes = nodesOf(view)
  const faults: string[] = []
  const hold = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault)
  }

  hold(nodes.length > 0, 'a message without components')
  hold(nodes.length <= 40, `${nodes.length} components, 40 allowed`)
  const texts = nodes.flatMap(({ content }) => content ?? [])
  hold(texts.join('').length <= 4_000, `${texts.join('').length} characters of text, 4,000 allowed`)
  const bytes = new TextEncoder().encode(texts.join('')).length + 12 * texts.length
  hold(bytes <= 10_170, `${bytes} bytes of text, 10,170 taken (discord-api-docs#8554)`)
  hold(
    texts.every(text => text.trim() !== ''),
    'an empty text',
  )
  const ids = nodes.flatMap(({ custom_id: id }) => id ?? [])
  hold(new Set(ids).size === ids.length, `custom ids twice: ${ids.join(' ')}`)
  hold(
    ids.every(id => id.length >= 1 && id.length <= 100),
    'a custom id over 100 characters',
  )
  for (const { type, components = [], label, options, placeholder } of nodes) {
    if (type === ComponentType.ActionRow)
      hold(components.length >= 1 && components.length <= 5, `a row of ${components.length}`)
    if (type === ComponentType.Button)
      hold(label !== undefined && label.length >= 1 && label.length <= 80, `a button labelled "${label}"`)
    if (placeholder !== undefined)
      hold(placeholder.length >= 1 && placeholder.length <= 150, `a placeholder "${placeholder}"`)
    if (type === ComponentType.StringSelect) {
      const choices = options ?? []
      hold(choices.length >= 1 && choices.length <= 25, `a select of ${choices.length}`)
      hold(new Set(choices.map(({ value }) => value)).size === choices.length, 'a value twice in a select')
      hold(
        choices.every(
          one => one.label.length >= 1 && one.label.length <= 100 && one.value.length >= 1 && one.value.length <= 100,
        ),
        'a choice with too long a label or value',
      )
      hold(
        choices.every(
          one => one.description === undefined || (one.description.length >= 1 && one.description.length <= 100),
        ),
        'a choice with too long a description',
      )
      hold(choices.filter(one => one.default).length <= 1, 'two choices chosen in a select for one')
    }
  }
  return faults
}

/** What is wrong with a message as such: Discord's limits, and texts that no reader should meet; ids of the dataset with a hyphen among them. */
export function wrongWith(view: View, ids: ReadonlySet<string> = new Set()): readonly string[] {
  const rawIds = textsOf(view).flatMap(text =>
    // Addresses of sources may hold anything.
    (text.replaceAll(/\]\(<[^>]*>\)/g, '').match(/[a-z0-9]+(?:-[a-z0-9]+){2,}/g) ?? []).filter(word => ids.has(word)),
  )
  return [
    ...rawIds.map(id => `the raw id ${id}`),
    ...faultsOf(view),
    ...textsOf(view).flatMap(text =>
      /\bundefined\b|\bnull\b|\bNaN\b|\[object |\{n\}|\{entity\}/.test(text) ? [`a hole in “${text}”`] : [],
    ),
  ]
}
