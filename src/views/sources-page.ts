/** The sources of what stands at a place of an entity's page: each once, in full, with what it backs. */
import { accountsOf } from '../knowledge/accounts.ts'
import { inLanguage } from '../knowledge/language.ts'
import type { Entity } from '../knowledge/model.ts'
import { topicOf } from '../knowledge/relations.ts'
import { openPlace, openSources, type Place } from './entity-page.ts'
import { type Reader, writeName } from './format.ts'
import { drawPage, intoPages, type Layout } from './page.ts'
import { sourceLine } from './source-line.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'

export function sourcesPage(entity: Entity, place: Place, layout: Layout, reader: Reader): View {
  const { words, language } = reader
  const backed = new Map<string, { line: string; names: Set<string> }>()
  for (const statement of entity.statements) {
    const topic = topicOf(statement, entity.kind)
    if (place.section && topic !== place.section && statement.property.id !== 'about') continue
    for (const citation of accountsOf(statement).flatMap(account => account.citations)) {
      const entry = backed.get(citation.source.id) ?? { line: sourceLine(citation.source, words), names: new Set() }
      entry.names.add(inLanguage(statement.property.name, language).text)
      backed.set(citation.source.id, entry)
    }
  }
  const pages = intoPages([...backed.values()], ({ line, names }) => `${line}\n-# ${[...names].join(' · ')}`)
  const page = Math.min(Math.max(place.page, 0), pages.length - 1)
  return drawPage(
    {
      ...(entity.sign === undefined ? {} : { sign: entity.sign }),
      title: `${writeName(entity.id, reader)} · ${words.controls.sources}`,
      lines: [
        ...(pages[page]?.lines ?? []),
        ...(pages.length > 1 ? [`-# ${words.page.pageOf(page + 1, pages.length)}`] : []),
      ],
      foot: words.page.dataset(reader.knowledge.version),
      rows: [
        {
          type: 'buttons',
          buttons: [
            { id: openPlace.id({ ...place, via: 'b', page: 0 }), label: words.controls.back },
            ...turns(page, pages.length, to => openSources.id({ ...place, page: to }), words),
          ],
        },
      ],
    },
    layout,
  )
}
