/** The entities that a message names, a line each, to open. */
import type { Entity } from '../knowledge/model.ts'
import { entitiesRow } from './entity-page.ts'
import { foot } from './foot.ts'
import { type Reader, writeName } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import { type Detail, statementSentence } from './statement-line.ts'
import type { View } from './view.ts'
import { goOn } from './way.ts'
import { sourcesButton } from './ways-out.ts'

export function mentionedPage(entities: readonly Entity[], detail: Detail, layout: Layout, reader: Reader): View {
  const { words } = reader
  const leads = entities.map(entity => ({
    entity,
    lead: entity.statements.find(({ property }) => property.id === 'about'),
  }))
  const states = leads.flatMap(({ lead }) => lead ?? [])
  const way = goOn('', { on: 'mentioned', entities: entities.map(({ id }) => id) })
  return drawPage(
    {
      sign: '🔎',
      title: words.mentioned.title,
      lead: words.mentioned.lead,
      lines: leads.map(({ entity, lead }) =>
        [`- **${writeName(entity.id, reader)}**`, ...(lead ? [statementSentence(lead, reader)] : [])].join(' — '),
      ),
      foot: foot(states, reader),
      states,
      rows: [
        { type: 'buttons', buttons: [sourcesButton(way, detail, words)] },
        entitiesRow(entities, words.controls.open, detail, way, reader),
      ],
    },
    layout,
  )
}
