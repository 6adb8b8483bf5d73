/** The sources of a page: each once, in full, with what it backs. */
import { accountsOf } from '../knowledge/accounts.ts'
import { inLanguage } from '../knowledge/language.ts'
import { datasetFoot } from './foot.ts'
import { type Reader, writeName } from './format.ts'
import { drawPage, intoPages, type Layout } from './page.ts'
import { sourceLine } from './source-line.ts'
import type { Detail } from './statement-line.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'
import { backButton, openSources } from './ways-out.ts'

/** `way` ends with the page that `stated` is of. */
export function sourcesPage(
  { sign, title, statements }: NonNullable<View['stated']>,
  way: string,
  at: number,
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language } = reader
  const severalEntities = new Set(statements.map(({ entity }) => entity)).size > 1
  const backed = new Map<string, { line: string; names: Set<string> }>()
  for (const statement of statements) {
    for (const { source } of accountsOf(statement).flatMap(account => account.citations)) {
      const entry = backed.get(source.id) ?? { line: sourceLine(source, words), names: new Set() }
      entry.names.add(
        severalEntities ? writeName(statement.entity, reader) : inLanguage(statement.property.name, language).text,
      )
      backed.set(source.id, entry)
    }
  }
  const pages = intoPages([...backed.values()], ({ line, names }) => `- ${line}\n-# ${[...names].join(' · ')}`)
  const page = Math.min(Math.max(at, 0), pages.length - 1)
  return drawPage(
    {
      ...(sign === undefined ? {} : { sign }),
      title: `${title} · ${words.controls.sources}`,
      lines: [
        ...(pages[page]?.lines ?? []),
        ...(pages.length > 1 ? [`-# ${words.page.pageOf(page + 1, pages.length)}`] : []),
      ],
      foot: datasetFoot(reader),
      rows: [
        {
          type: 'buttons',
          buttons: [
            ...turns(page, pages.length, to => openSources.id({ page: to, detail, way }), words),
            ...backButton(way, detail, words),
          ],
        },
      ],
    },
    layout,
  )
}
