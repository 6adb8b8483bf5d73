/** One fact by itself, with the way to another and to what it is about. */
import type { Statement, Topic } from '../knowledge/model.ts'
import { component, oneOf } from './component.ts'
import { openPlace, placeOf } from './entity-page.ts'
import { foot } from './foot.ts'
import { type Reader, writeName } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import { type Detail, statementSentence } from './statement-line.ts'
import type { View } from './view.ts'

/** Topic is empty where all are meant. */
export const anotherFact = component('fact', {
  topic: oneOf('', 'summits', 'mechanism', 'countries', 'relations', 'principles', 'projects', 'trade'),
})

export function factPage(fact: Statement, topic: Topic | '', detail: Detail, layout: Layout, reader: Reader): View {
  const { words, knowledge } = reader
  const entity = knowledge.entities.get(fact.entity)
  return drawPage(
    {
      sign: entity?.sign ?? '💡',
      title: writeName(fact.entity, reader),
      lead: statementSentence(fact, reader),
      lines: [],
      foot: foot([fact], reader),
      rows: [
        {
          type: 'buttons',
          buttons: [
            { id: anotherFact.id({ topic }), label: words.fact.another },
            ...(entity ? [{ id: openPlace.id({ ...placeOf(entity, detail), via: 'o' }), label: words.fact.open }] : []),
          ],
        },
      ],
    },
    layout,
  )
}
