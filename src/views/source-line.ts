/** One source as one line. */
import { escapeMarkdown } from '@discordjs/builders'
import type { Source } from '../knowledge/model.ts'
import type { Words } from '../locales/en.ts'
import { writeDay, writeLanguage } from './format.ts'

/** “[Title](address) — publisher, 18 June 2025 (official · Russian)”. */
export function sourceLine(source: Source, words: Words): string {
  const title = escapeMarkdown(source.title)
  const about = [
    source.publisher === null ? words.page.unpublished : escapeMarkdown(source.publisher),
    ...(source.date === null ? [] : [writeDay(source.date, words)]),
  ].join(', ')
  // Brackets keep Discord from adding a preview of the page to the message.
  const link = source.url === null ? title : `[${title.replaceAll(/[[\]]/g, '')}](<${source.url}>)`
  return `${link} — ${about}${words.page.aside([words.sourceKinds[source.kind], writeLanguage(source.language, words)].join(' · '))}`
}
