/** One source, and what the dataset rests on it; or all of them to browse. */
import { escapeMarkdown } from '@discordjs/builders'
import { restingOn } from '../knowledge/find-sources.ts'
import { foldWords } from '../knowledge/fold.ts'
import { inLanguage } from '../knowledge/language.ts'
import type { Source } from '../knowledge/model.ts'
import { component, whole, word } from './component.ts'
import { chooseEntity } from './entity-page.ts'
import { datasetFoot } from './foot.ts'
import { plainName, type Reader, writeName } from './format.ts'
import { drawPage, intoPages, type Layout } from './page.ts'
import { sourceLine } from './source-line.ts'
import type { Detail } from './statement-line.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'
import { goOn, wayBack } from './way.ts'
import { backButton } from './ways-out.ts'

export const openSource = component('source', { source: word, page: whole, from: wayBack })
/** `typed`: words that the title or the publisher holds, as `searched` leaves them. */
export const openSourceList = component('sourcelist', { typed: word, page: whole })
/** The value is a source's id. */
export const chooseSource = component('choosesource', { from: wayBack })

/** What was searched for, as far as it fits a button: plain letters and blanks. */
export const searched = (typed: string): string => foldWords(typed.slice(0, 100)).slice(0, 40)

export function sourcePage(
  source: Source,
  at: number,
  from: string,
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language, knowledge } = reader
  const pages = intoPages(restingOn(knowledge, source), ({ entity, statements }) => {
    const names = new Set(statements.map(({ property }) => inLanguage(property.name, language).text))
    return `**${writeName(entity.id, reader)}** · ${[...names].join(' · ')}`
  })
  const page = Math.min(Math.max(at, 0), pages.length - 1)
  const { lines, items } = pages[page] ?? { lines: [], items: [] }
  const ways = turns(page, pages.length, to => openSource.id({ source: source.id, page: to, from }), words)
  const way = goOn(from, { on: 'source', source: source.id, page })
  return drawPage(
    {
      sign: '📚',
      title: words.source.title,
      lead: sourceLine(source, words),
      lines: [
        // A curator's note is written in English and says so where that is not the reader's language.
        ...(source.note === undefined
          ? []
          : [`-# ${escapeMarkdown(source.note)}${language.startsWith('en') ? '' : ` ${words.page.inEnglish}`}`]),
        ...(lines.length > 0 ? [words.source.backs, ...lines] : [words.source.backsNothing]),
        ...(pages.length > 1 ? [`-# ${words.page.pageOf(page + 1, pages.length)}`] : []),
      ],
      foot: datasetFoot(reader),
      rows: [
        {
          type: 'buttons',
          buttons: [
            ...ways,
            { id: openSourceList.id({ typed: '', page: 0 }), label: words.source.browse },
            ...backButton(from, detail, words),
          ],
        },
        ...(items.length > 0
          ? [
              {
                type: 'select' as const,
                id: chooseEntity.id({ detail, from: way }),
                label: words.controls.open,
                choices: items
                  .slice(0, 25)
                  .map(({ entity }) => ({ label: plainName(entity, language), value: entity.id })),
              },
            ]
          : []),
      ],
    },
    layout,
  )
}

/** Sources shown at once: their lines are long. */
const perPage = 8

/** `sources` are those that `typed` leaves. */
export function sourceListPage(
  sources: readonly Source[],
  typed: string,
  at: number,
  layout: Layout,
  reader: Reader,
): View {
  const { words } = reader
  const pages = Math.max(1, Math.ceil(sources.length / perPage))
  const page = Math.min(Math.max(at, 0), pages - 1)
  const shown = sources.slice(page * perPage, (page + 1) * perPage)
  const ways = [
    ...turns(page, pages, to => openSourceList.id({ typed, page: to }), words),
    ...(typed === '' ? [] : [{ id: openSourceList.id({ typed: '', page: 0 }), label: words.source.browse }]),
  ]
  return drawPage(
    {
      sign: '📚',
      title: words.source.all,
      lead: words.source.count(sources.length),
      lines: [
        ...shown.map(source => `- ${sourceLine(source, words)}`),
        ...(pages > 1 ? [`-# ${words.page.pageOf(page + 1, pages)}`] : []),
      ],
      foot: datasetFoot(reader),
      rows: [
        ...(ways.length > 0 ? [{ type: 'buttons' as const, buttons: ways }] : []),
        {
          type: 'select',
          id: chooseSource.id({ from: goOn('', { on: 'sources', typed: typed.slice(0, 20).trim(), page }) }),
          label: words.controls.open,
          choices: shown.map(source => ({ label: source.title, value: source.id })),
        },
      ],
    },
    layout,
  )
}
