/** The page of an answer: the short answer, the sentence behind it with its source and as-of, and the ways on. Nothing of the question is repeated. */
import type { Found } from '../knowledge/ask/answer.ts'
import type { Entity } from '../knowledge/model.ts'
import { askedRow, meantRow } from './ask-controls.ts'
import { entitiesRow, openPlace, placeOf } from './entity-page.ts'
import { foot } from './foot.ts'
import { plainName, type Reader } from './format.ts'
import { drawPage, intoPages, type Layout, type Row } from './page.ts'

import { shortAnswer, whatOf } from './short-answer.ts'
import { signOf } from './sign.ts'

import { type Detail, statementSentence } from './statement-line.ts'
import type { View } from './view.ts'
import { goOn } from './way.ts'
import { sourcesButton } from './ways-out.ts'

export interface Asking {
  /** The id under which the question is kept; empty where it is not. */
  readonly asked: string
  /** Whether the page is the asker's, who alone may do anything with the question. */
  readonly own: boolean
  /** Of a message that was looked up: what else it names. */
  readonly named?: readonly Entity[]
}

export function answerPage(
  found: Found,
  { asked, own, named = [] }: Asking,
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const [first, ...others] = found.statements
  const short = shortAnswer(found, reader)
  const [page] = intoPages([...short.lines, ...others.map(other => statementSentence(other, reader))], line => line)
  const entity = reader.knowledge.entities.get(first.entity)
  const states = [...new Set([...found.statements, ...short.statements])]
  const theirs = own ? asked : ''
  const way = goOn('', { on: 'answer', shown: first.id, language: reader.language, asked, own })
  const ids = [first.entity, ...others.map(other => other.entity), ...short.entities, ...named.map(({ id }) => id)]
  const view = drawPage(
    {
      // A list or a comparison is of more than one.
      sign: entity && (!found.line || found.line.is === 'extreme') ? signOf(entity) : '💬',
      title: short.title,
      lead: statementSentence(first, reader),
      lines: page?.lines ?? [],
      foot: foot(states, reader),
      states,
      rows: [
        ...openRows(
          [...new Set(ids)].flatMap(id => reader.knowledge.entities.get(id) ?? []),
          way,
          detail,
          reader,
        ),
        // A message's text is not kept: what else it may mean stands on the page itself.
        ...(theirs === '' ? meantRow(found.next, '', reader.words.ask.notMeant, reader) : []),
        askedRow({ asked: theirs, shown: first.id, isAnswered: true }, reader),
      ],
    },
    layout,
  )
  // The page of its sources is headed by what they are of, not by a figure.
  const title = found.line ? short.title : whatOf(first, reader)
  return view.stated ? { ...view, stated: { ...view.stated, title } } : view
}

/** With the sources a row's five. */
const mostButtons = 4

function openRows(entities: readonly Entity[], way: string, detail: Detail, reader: Reader): readonly Row[] {
  const { words, language } = reader
  const sources = sourcesButton(way, detail, words)
  if (entities.length <= mostButtons) {
    const open = entities.map(entity => ({
      id: openPlace.id({ ...placeOf(entity, detail, way), via: 'o' }),
      label: plainName(entity, language),
    }))
    return [{ type: 'buttons', buttons: [...open, sources] }]
  }
  return [entitiesRow(entities, words.controls.open, detail, way, reader), { type: 'buttons', buttons: [sources] }]
}
