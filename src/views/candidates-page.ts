/** What else a question may have meant, to choose from. */
import type { Statement } from '../knowledge/model.ts'
import { backToAnswer, meantRow } from './ask-controls.ts'
import type { Reader } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import type { View } from './view.ts'

/** `asked` and `back` are the question's id: `back` is empty where there is no answer to go back to, `asked` where the page is not the asker's. */
export function candidatesPage(
  candidates: readonly Statement[],
  { asked, back }: { readonly asked: string; readonly back: string },
  layout: Layout,
  reader: Reader,
): View {
  const { ask } = reader.words
  return drawPage(
    {
      sign: '🔎',
      title: ask.candidates.title,
      lead: candidates.length > 0 ? ask.candidates.lead : ask.candidates.none,
      lines: [],
      rows: [
        ...meantRow(candidates, asked, ask.choose, reader),
        ...(back === ''
          ? []
          : [
              {
                type: 'buttons' as const,
                buttons: [{ id: backToAnswer.id({ asked: back }), label: ask.backToAnswer }],
              },
            ]),
      ],
    },
    layout,
  )
}
