/** What stands on a shelf, a line each, to browse and to open. */
import type { Entity } from '../knowledge/model.ts'
import { type Shelf, shelves } from '../knowledge/shelves.ts'
import { component, oneOf, whole } from './component.ts'
import { chooseEntity } from './entity-page.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeName, writeText } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import type { Detail } from './statement-line.ts'
import type { View } from './view.ts'

export const openList = component('list', { shelf: oneOf(...shelves), page: whole })

/** Ten lines are what a phone shows without scrolling far. */
const perPage = 10

export function listPage(
  shelf: Shelf,
  entities: readonly Entity[],
  page: number,
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language } = reader
  const pages = Math.max(1, Math.ceil(entities.length / perPage))
  const here = Math.min(Math.max(page, 0), pages - 1)
  const shown = entities.slice(here * perPage, (here + 1) * perPage)
  const leads = shown.map(entity => ({
    entity,
    lead: entity.statements.find(({ property }) => property.id === 'about'),
  }))
  const turns = [
    ...(here > 0 ? [{ id: openList.id({ shelf, page: here - 1 }), label: words.controls.previous }] : []),
    ...(here < pages - 1 ? [{ id: openList.id({ shelf, page: here + 1 }), label: words.controls.next }] : []),
  ]
  return drawPage(
    {
      title: words.lists.title[shelf],
      lines: [
        ...leads.map(({ entity, lead }) =>
          lead?.standing === 'settled'
            ? `**${writeName(entity.id, reader)}** — ${writeText(lead.account.text, reader)}`
            : `**${writeName(entity.id, reader)}**`,
        ),
        ...(pages > 1 ? [`-# ${words.page.pageOf(here + 1, pages)}`] : []),
      ],
      foot: foot(
        leads.flatMap(({ lead }) => lead ?? []),
        reader,
      ),
      rows: [
        ...(turns.length > 0 ? [{ type: 'buttons' as const, buttons: turns }] : []),
        {
          type: 'select',
          id: chooseEntity.id({ detail, from: '' }),
          label: words.controls.open,
          choices: shown.map(entity => ({ label: plainName(entity, language), value: entity.id })),
        },
      ],
    },
    layout,
  )
}
