/** What is said where there is no answer: so, what can be answered, and the nearest that is known. It states nothing, so it has neither source nor as-of. */
import type { Declined } from '../knowledge/ask/answer.ts'
import { questionOf } from '../knowledge/ask/suggest.ts'
import { inLanguage } from '../knowledge/language.ts'
import { askedRow, declinedMark, meantRow } from './ask-controls.ts'
import { openPlace, placeOf } from './entity-page.ts'
import { plainName, type Reader, writeName } from './format.ts'
import { drawPage, type Layout, type Row } from './page.ts'
import type { Detail } from './statement-line.ts'
import type { View } from './view.ts'
import { goOn } from './way.ts'

export function declinedPage(
  { why, notHeld, next }: Declined,
  asked: string,
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language } = reader
  const said = words.ask.declined[why]
  const way = asked === '' ? '' : goOn('', { on: 'answer', shown: '', language, asked, own: true })
  const rows: readonly Row[] = [
    ...(notHeld
      ? [
          {
            type: 'buttons' as const,
            buttons: [
              {
                id: openPlace.id({ ...placeOf(notHeld.entity, detail, way), via: 'o' }),
                label: plainName(notHeld.entity, language),
              },
            ],
          },
        ]
      : []),
    ...meantRow(next, asked, words.ask.choose, reader),
    askedRow({ asked, shown: `${declinedMark}${why}`, isAnswered: false }, reader),
  ]
  const view = drawPage(
    {
      sign: '🔍',
      title: notHeld
        ? words.ask.notHeld(
            inLanguage(notHeld.property.name, language).text,
            writeName(notHeld.entity.id, reader),
            questionOf(notHeld.entity, notHeld.property, language),
          )
        : said.title,
      ...(notHeld ? {} : { lead: said.lead }),
      lines: next.length > 0 ? [words.ask.nearest] : [],
      rows,
    },
    layout,
  )
  return { ...view, private: true }
}
