/** What stands on a shelf, a line each, to browse and to open. */
import { type Entity, type Sector, type Stage, sectors, stages } from '../knowledge/model.ts'
import { type Shelf, shelves } from '../knowledge/shelves.ts'
import { component, oneOf, whole, word } from './component.ts'
import { chooseEntity } from './entity-page.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeName } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import { type Detail, statementSentence } from './statement-line.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'

/** Filters are empty where all are meant; only projects have them. */
export interface Listing {
  readonly shelf: Shelf
  readonly page: number
  readonly country: string
  readonly sector: Sector | ''
  readonly stage: Stage | ''
}

export const wholeShelf = (shelf: Shelf): Listing => ({ shelf, page: 0, country: '', sector: '', stage: '' })

export const openList = component('list', {
  shelf: oneOf(...shelves),
  page: whole,
  country: word,
  sector: oneOf('', ...sectors),
  stage: oneOf('', ...stages),
})

/** Ten lines are what a phone shows without scrolling far. */
const perPage = 10

/** `entities` are those that the listing's filters leave. */
export function listPage(
  listing: Listing,
  entities: readonly Entity[],
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language } = reader
  const pages = Math.max(1, Math.ceil(entities.length / perPage))
  const here = Math.min(Math.max(listing.page, 0), pages - 1)
  const shown = entities.slice(here * perPage, (here + 1) * perPage)
  const leads = shown.map(entity => ({
    entity,
    lead: entity.statements.find(({ property }) => property.id === 'about'),
  }))
  const filters = [
    ...(listing.sector === '' ? [] : [words.lists.sectors[listing.sector]]),
    ...(listing.stage === '' ? [] : [words.lists.stages[listing.stage]]),
    ...(reader.knowledge.entities.has(listing.country) ? [writeName(listing.country, reader)] : []),
  ]
  const ways = turns(here, pages, to => openList.id({ ...listing, page: to }), words)
  return drawPage(
    {
      title: words.lists.title[listing.shelf],
      ...(filters.length > 0 ? { lead: filters.join(' · ') } : {}),
      lines: [
        ...(leads.length > 0 ? [] : [words.lists.nothing]),
        ...leads.map(({ entity, lead }) =>
          [`**${writeName(entity.id, reader)}**`, ...(lead ? [statementSentence(lead, reader)] : [])].join(' — '),
        ),
        ...(pages > 1 ? [`-# ${words.page.pageOf(here + 1, pages)}`] : []),
      ],
      ...(leads.length > 0
        ? {
            foot: foot(
              leads.flatMap(({ lead }) => lead ?? []),
              reader,
            ),
          }
        : {}),
      rows: [
        ...(ways.length > 0 ? [{ type: 'buttons' as const, buttons: ways }] : []),
        ...(shown.length > 0
          ? [
              {
                type: 'select' as const,
                id: chooseEntity.id({ detail, from: '' }),
                label: words.controls.open,
                choices: shown.map(entity => ({ label: plainName(entity, language), value: entity.id })),
              },
            ]
          : []),
      ],
    },
    layout,
  )
}
