/** What stands on a shelf, a line each, to browse and to open; of projects also what of them to show. */
import { type Entity, type Knowledge, sectors, stages } from '../knowledge/model.ts'
import { component, oneOf, rankIn, word } from './component.ts'
import { chooseEntity } from './entity-page.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeName } from './format.ts'
import { type Choice, drawPage, type Layout, type Row } from './page.ts'
import { signOfShelf } from './sign.ts'
import { type Detail, statementSentence } from './statement-line.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'
import { goOn, type Listing, wayBack } from './way.ts'
import { backButton, openList, sourcesButton } from './ways-out.ts'

/** A select for each filter of the projects. The value is what to show of them, or `everything`. */
export const chooseFilter = component('filter', {
  filter: oneOf('country', 'sector', 'stage'),
  country: word,
  sector: rankIn(sectors),
  stage: rankIn(stages),
  from: wayBack,
})
/** Of a filter's select: Discord takes no empty value. */
export const everything = '-'

/** Ten lines are what a phone shows without scrolling far. */
const perPage = 10

/** `entities` are those that the listing's filters leave. */
export function listPage(
  listing: Listing & { readonly from: string },
  entities: readonly Entity[],
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language } = reader
  const pages = Math.max(1, Math.ceil(entities.length / perPage))
  const page = Math.min(Math.max(listing.page, 0), pages - 1)
  const here = { ...listing, page }
  const shown = entities.slice(page * perPage, (page + 1) * perPage)
  const leads = shown.map(entity => ({
    entity,
    lead: entity.statements.find(({ property }) => property.id === 'about'),
  }))
  const states = leads.flatMap(({ lead }) => lead ?? [])
  const filters = [
    ...(listing.sector === '' ? [] : [words.lists.sectors[listing.sector]]),
    ...(listing.stage === '' ? [] : [words.lists.stages[listing.stage]]),
    ...(reader.knowledge.entities.has(listing.country) ? [writeName(listing.country, reader)] : []),
  ]
  const way = goOn(listing.from, { on: 'list', ...here })
  const buttons = [
    ...turns(page, pages, to => openList.id({ ...here, page: to }), words),
    ...(shown.length > 0 ? [sourcesButton(way, detail, words)] : []),
    ...backButton(listing.from, detail, words),
  ]
  return drawPage(
    {
      sign: signOfShelf(listing.shelf),
      title: words.lists.title[listing.shelf],
      ...(filters.length > 0 ? { lead: filters.join(' · ') } : {}),
      lines: [
        ...(leads.length > 0 ? [] : [words.lists.nothing]),
        ...leads.map(({ entity, lead }) =>
          [`- **${writeName(entity.id, reader)}**`, ...(lead ? [statementSentence(lead, reader)] : [])].join(' — '),
        ),
        ...(pages > 1 ? [`-# ${words.page.pageOf(page + 1, pages)}`] : []),
      ],
      foot: foot(states, reader),
      states,
      rows: [
        ...(buttons.length > 0 ? [{ type: 'buttons' as const, buttons }] : []),
        ...(shown.length > 0
          ? [
              {
                type: 'select' as const,
                id: chooseEntity.id({ detail, from: way }),
                label: words.controls.open,
                choices: shown.map(entity => ({ label: plainName(entity, language), value: entity.id })),
              },
            ]
          : []),
        ...(listing.shelf === 'project' ? filterRows(here, reader) : []),
      ],
    },
    layout,
  )
}

function filterRows(
  { country, sector, stage, from }: Listing & { readonly from: string },
  { words, knowledge, language }: Reader,
): readonly Row[] {
  const row = (filter: 'country' | 'sector' | 'stage', chosen: string, choices: readonly Choice[]): Row => ({
    type: 'select',
    id: chooseFilter.id({ filter, country, sector, stage, from }),
    label: words.lists.all[filter],
    choices: [{ label: words.lists.all[filter], value: everything }, ...choices].map(choice => ({
      ...choice,
      chosen: choice.value === (chosen || everything),
    })),
  })
  return [
    row('country', country, countryChoices(knowledge, language)),
    row(
      'sector',
      sector,
      sectors.map(value => ({ label: words.lists.sectors[value], value })),
    ),
    row(
      'stage',
      stage,
      stages.map(value => ({ label: words.lists.stages[value], value })),
    ),
  ]
}

export const countryChoices = ({ entities }: Knowledge, language: string): readonly Choice[] =>
  [...entities.values()]
    .filter(({ kind }) => kind === 'country')
    .map(entity => ({ label: plainName(entity, language), value: entity.id }))
