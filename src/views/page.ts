/** A page: what is to be read and pressed, before a layout draws it with Discord's components. Every message of the bot is one. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ContainerBuilder,
  RoleSelectMenuBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from '@discordjs/builders'
import { ButtonStyle } from 'discord-api-types/v10'
import type { Statement } from '../knowledge/model.ts'
import type { View } from './view.ts'

export type Layout = 'rich' | 'text'

export interface Choice {
  readonly label: string
  readonly value: string
  readonly about?: string
  readonly chosen?: boolean
}

/** One row of what can be pressed. Discord allows five buttons, or one select of at most 25 choices. */
export type Row =
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly type: 'select'; readonly id: string; readonly label: string; readonly choices: readonly Choice[] }
  | { readonly type: 'role'; readonly id: string; readonly label: string; readonly role?: string }

export interface Button {
  readonly id: string
  readonly label: string
  readonly tone?: 'danger'
}

export interface Page {
  /** A flag or sign before the title, left out in the text layout: it carries no meaning of its own. */
  readonly sign?: string
  readonly title: string
  /** The one line that matters most. */
  readonly lead?: string
  /** One column; each a line of Discord's markdown. */
  readonly lines: readonly string[]
  /** Source, as-of and the like, in small print. */
  readonly foot?: string
  readonly rows: readonly Row[]
  /** The statements that the page is made of, where it has sources. */
  readonly states?: readonly Statement[]
}

/** Lapis lazuli, which the caravans carried west. */
const accent = 0x26619c

/** Texts of one message together may hold 4,000 characters (docs, Components, Text Display); the rest is room for headings and marks. */
const longestBody = 3_200
/** And about 10,170 bytes, whatever the documentation says (discord-api-docs#8554): Chinese has three a character. */
const heaviestBody = 8_400

export function drawPage(page: Page, layout: Layout): View {
  const { sign, title, states } = page
  const components = draw(page, layout)
  return states
    ? { components, stated: { ...(sign === undefined ? {} : { sign }), title, statements: states } }
    : { components }
}

function draw(page: Page, layout: Layout): View['components'] {
  const rows = page.rows.map(drawRow)
  if (layout === 'text') {
    const text = [`**${page.title}**`, page.lead, ...page.lines, page.foot]
      .filter(line => line !== undefined)
      .join('\n')
    return [new TextDisplayBuilder().setContent(text).toJSON(), ...rows.map(row => row.toJSON())]
  }
  const heading = `## ${page.sign ? `${page.sign} ` : ''}${page.title}`
  const container = new ContainerBuilder()
    .setAccentColor(accent)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(page.lead ? `${heading}\n${page.lead}` : heading))
  if (page.lines.length > 0) {
    container
      .addSeparatorComponents(new SeparatorBuilder())
      .addTextDisplayComponents(new TextDisplayBuilder().setContent(page.lines.join('\n')))
  }
  if (page.foot) container.addTextDisplayComponents(new TextDisplayBuilder().setContent(`-# ${page.foot}`))
  for (const row of rows) container.addActionRowComponents(row)
  return [container.toJSON()]
}

/** A select takes 25, and most pages offer one of what they tell of. */
const mostItems = 25

/** Splits into pages that fit Discord's limits, or a shorter one; a page holds at least one item, whatever its length. */
export function intoPages<T>(
  items: readonly T[],
  write: (item: T) => string,
  { longest = longestBody, most = mostItems }: { longest?: number; most?: number } = {},
): readonly { lines: string[]; items: T[] }[] {
  const pages: { lines: string[]; items: T[]; length: number; bytes: number }[] = []
  for (const item of items) {
    const line = write(item)
    const bytes = encoder.encode(line).length
    const last = pages.at(-1)
    if (
      last &&
      last.items.length < most &&
      last.length + line.length <= longest &&
      last.bytes + bytes <= heaviestBody
    ) {
      last.lines.push(line)
      last.items.push(item)
      last.length += line.length + 1
      last.bytes += bytes + 1
    } else pages.push({ lines: [line], items: [item], length: line.length, bytes })
  }
  return pages.length > 0 ? pages : [{ lines: [], items: [] }]
}

const encoder = new TextEncoder()

type RowBuilder = ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder | RoleSelectMenuBuilder>

function drawRow(row: Row): RowBuilder {
  switch (row.type) {
    case 'buttons':
      return new ActionRowBuilder<ButtonBuilder>().addComponents(row.buttons.map(drawButton))
    case 'select':
      return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId(row.id)
          .setPlaceholder(cut(row.label, 150))
          .addOptions(
            row.choices.slice(0, 25).map(choice => ({
              label: cut(choice.label, 100),
              value: choice.value,
              default: choice.chosen ?? false,
              ...(choice.about === undefined ? {} : { description: cut(choice.about, 100) }),
            })),
          ),
      )
    case 'role': {
      // Nothing chosen takes the role away again.
      const select = new RoleSelectMenuBuilder().setCustomId(row.id).setPlaceholder(cut(row.label, 150)).setMinValues(0)
      if (row.role !== undefined) select.setDefaultRoles(row.role)
      return new ActionRowBuilder<RoleSelectMenuBuilder>().addComponents(select)
    }
  }
}

const drawButton = ({ id, label, tone }: Button): ButtonBuilder =>
  new ButtonBuilder()
    .setCustomId(id)
    .setLabel(cut(label, 80))
    .setStyle(tone === 'danger' ? ButtonStyle.Danger : ButtonStyle.Secondary)

/** At most `longest` UTF-16 units, which Discord counts, never splitting a character; what is cut ends in “…”. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > longest - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
