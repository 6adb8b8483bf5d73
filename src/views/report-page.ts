/** Asks why an answer is reported, for the one who reports alone and in their language; the answer stays as it is. */
import type { Words } from '../locales/en.ts'
import { chooseReason } from './ask-controls.ts'
import { drawPage, type Layout } from './page.ts'
import type { View } from './view.ts'

export function reportPage(
  about: { readonly asked: string; readonly language: string; readonly shown: string },
  layout: Layout,
  { ask }: Words,
): View {
  const view = drawPage(
    {
      sign: '🚩',
      title: ask.reporting.title,
      lead: ask.reporting.lead,
      lines: [],
      rows: [
        {
          type: 'select',
          id: chooseReason.id(about),
          label: ask.reporting.choose,
          choices: Object.entries(ask.reasons).map(([value, label]) => ({ label, value })),
        },
      ],
    },
    layout,
  )
  return { ...view, private: true }
}
