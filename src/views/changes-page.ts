/** What the editions of the dataset brought. */
import { escapeMarkdown } from '@discordjs/builders'
import { inLanguage } from '../knowledge/language.ts'
import type { Edition } from '../knowledge/model.ts'
import { component, whole, word } from './component.ts'
import { datasetFoot } from './foot.ts'
import { type Reader, writeDay } from './format.ts'
import { drawPage, intoPages, type Layout } from './page.ts'
import { openSourceList } from './source-page.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'

export const openChanges = component('changes', { since: word, page: whole })

/** `editions` are those to show, newest first; `since` is what was asked for, empty for all. */
export function changesPage(
  editions: readonly Edition[],
  since: string,
  at: number,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language, knowledge } = reader
  const pages = intoPages(editions, ({ version, date, points }) => {
    const { text, fallback } = inLanguage(points, language)
    const mark = fallback ? ` ${words.page.inEnglish}` : ''
    return [
      `### ${version} · ${writeDay(date, words)}${mark}`,
      ...text.map(point => `- ${escapeMarkdown(point)}`),
    ].join('\n')
  })
  const page = Math.min(Math.max(at, 0), pages.length - 1)
  const { lines } = pages[page] ?? { lines: [] }
  const ways = [
    ...turns(page, pages.length, to => openChanges.id({ since, page: to }), words),
    ...(since === '' ? [] : [{ id: openChanges.id({ since: '', page: 0 }), label: words.changes.all }]),
    { id: openSourceList.id({ typed: '', page: 0 }), label: words.source.browse },
  ]
  return drawPage(
    {
      sign: '🗞️',
      title: words.changes.title,
      lines: lines.length > 0 ? lines : [words.changes.nothing(writeDay(knowledge.date, words))],
      foot: datasetFoot(reader),
      rows: [{ type: 'buttons', buttons: ways }],
    },
    layout,
  )
}
