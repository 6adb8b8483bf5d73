/** One fact by itself, with the way to another and to what it is about. */
import { type Statement, type Topic, topics } from '../knowledge/model.ts'
import { component, rankIn } from './component.ts'
import { openPlace, placeOf } from './entity-page.ts'
import { foot } from './foot.ts'
import { type Reader, writeName } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import { signOf } from './sign.ts'
import { type Detail, statementSentence } from './statement-line.ts'
import type { View } from './view.ts'
import { goOn } from './way.ts'
import { sourcesButton } from './ways-out.ts'

/** Topic is empty where all are meant. */
export const anotherFact = component('fact', { topic: rankIn(topics) })

export function factPage(fact: Statement, topic: Topic | '', detail: Detail, layout: Layout, reader: Reader): View {
  const { words, knowledge } = reader
  const entity = knowledge.entities.get(fact.entity)
  const way = goOn('', { on: 'fact', fact: fact.id, topic })
  return drawPage(
    {
      sign: entity ? signOf(entity) : '💡',
      title: writeName(fact.entity, reader),
      lead: statementSentence(fact, reader),
      lines: [],
      foot: foot([fact], reader),
      states: [fact],
      rows: [
        {
          type: 'buttons',
          buttons: [
            { id: anotherFact.id({ topic }), label: words.fact.another },
            ...(entity
              ? [{ id: openPlace.id({ ...placeOf(entity, detail, way), via: 'o' }), label: words.fact.open }]
              : []),
            sourcesButton(way, detail, words),
          ],
        },
      ],
    },
    layout,
  )
}
