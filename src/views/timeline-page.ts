/** One year of the timeline, with the way to the years before and after it. */
import type { Topic } from '../knowledge/model.ts'
import type { Dated } from '../knowledge/timeline.ts'
import { component, oneOf, whole, word } from './component.ts'
import { chooseEntity } from './entity-page.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeDate, writeName } from './format.ts'
import { drawPage, intoPages, type Layout, type Row } from './page.ts'
import { type Detail, statementSentence } from './statement-line.ts'
import type { View } from './view.ts'

/** Topic and country are empty where all are meant. */
export interface TimelinePlace {
  readonly topic: Topic | ''
  readonly country: string
  readonly year: number
  readonly page: number
}

const topic = oneOf('', 'summits', 'mechanism', 'countries', 'relations', 'principles', 'projects', 'trade')
export const openTimeline = component('timeline', { topic, country: word, year: whole, page: whole })
/** The value is the year. */
export const chooseYear = component('year', { topic, country: word })

/** `dated` is the whole timeline under the place's filters; the year shown is the nearest one that has anything in it. */
export function timelinePage(
  dated: readonly Dated[],
  place: TimelinePlace,
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words } = reader
  const years = [...new Set(dated.map(({ year }) => year))]
  const year = nearest(years, place.year)
  const inYear = dated.filter(each => each.year === year)
  const pages = intoPages(
    inYear,
    ({ date, statement }) => `**${writeDate(date, words)}** · ${statementSentence(statement, reader)}`,
  )
  const page = Math.min(Math.max(place.page, 0), pages.length - 1)
  const { lines, items } = pages[page] ?? { lines: [], items: [] }
  const filters = [
    ...(place.topic === '' ? [] : [words.topics[place.topic]]),
    ...(reader.knowledge.entities.has(place.country) ? [writeName(place.country, reader)] : []),
  ]
  return drawPage(
    {
      sign: '🗓️',
      title: [words.timeline.title, ...(year === undefined ? [] : [String(year)])].join(' · '),
      ...(filters.length > 0 ? { lead: filters.join(' · ') } : {}),
      lines: [
        ...(year !== undefined && year !== place.year ? [words.timeline.noneIn(place.year)] : []),
        ...(lines.length > 0 ? lines : [words.timeline.nothing]),
        ...(pages.length > 1 ? [`-# ${words.page.pageOf(page + 1, pages.length)}`] : []),
      ],
      ...(items.length > 0
        ? {
            foot: foot(
              items.map(({ statement }) => statement),
              reader,
            ),
          }
        : {}),
      rows: year === undefined ? [] : controls({ ...place, year, page }, years, pages.length, items, detail, reader),
    },
    layout,
  )
}

function nearest(years: readonly number[], wanted: number): number | undefined {
  return years.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || other - one)[0]
}

function controls(
  here: TimelinePlace,
  years: readonly number[],
  pages: number,
  items: readonly Dated[],
  detail: Detail,
  { words, knowledge, language }: Reader,
): readonly Row[] {
  const at = years.indexOf(here.year)
  // Earlier pages of the year first, then the year before; and so on forwards.
  const before =
    here.page > 0
      ? { ...here, page: here.page - 1 }
      : at > 0
        ? { ...here, year: years[at - 1] ?? here.year, page: 0 }
        : undefined
  const after =
    here.page < pages - 1
      ? { ...here, page: here.page + 1 }
      : at < years.length - 1
        ? { ...here, year: years[at + 1] ?? here.year, page: 0 }
        : undefined
  const turns = [
    ...(before ? [{ id: openTimeline.id(before), label: `← ${before.year}` }] : []),
    ...(after ? [{ id: openTimeline.id(after), label: `${after.year} →` }] : []),
  ]
  // A select takes 25: the years around this one.
  const from = Math.max(0, Math.min(at - 12, years.length - 25))
  const entities = [...new Set(items.map(({ entity }) => entity.id))].flatMap(id => knowledge.entities.get(id) ?? [])
  return [
    ...(turns.length > 0 ? [{ type: 'buttons' as const, buttons: turns }] : []),
    {
      type: 'select',
      id: chooseYear.id({ topic: here.topic, country: here.country }),
      label: words.timeline.chooseYear,
      choices: years
        .slice(from, from + 25)
        .map(year => ({ label: String(year), value: String(year), chosen: year === here.year })),
    },
    {
      type: 'select',
      id: chooseEntity.id({ detail, from: '' }),
      label: words.controls.open,
      choices: entities
        .slice(0, 25)
        .map(entity => ({ label: plainName(entity, language), value: entity.id, about: words.kinds[entity.kind] })),
    },
  ]
}
