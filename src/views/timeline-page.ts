/** One year of the timeline, with the way to the years before and after it. */
import { topics } from '../knowledge/model.ts'
import type { Dated } from '../knowledge/timeline.ts'
import { component, oneOf, rankIn, whole, word } from './component.ts'
import { chooseEntity } from './entity-page.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeDate, writeName } from './format.ts'
import { countryChoices, everything } from './list-page.ts'
import { type Choice, drawPage, intoPages, type Layout, type Row } from './page.ts'
import { type Detail, statementSentence } from './statement-line.ts'
import type { View } from './view.ts'
import { goOn, type Period, wayBack } from './way.ts'
import { backButton, openTimeline, sourcesButton } from './ways-out.ts'

type Here = Period & { readonly from: string }

/** Selects of the year and of both filters. The value is the year, or what to show, or `everything`. */
export const choosePeriod = component('period', {
  by: oneOf('year', 'topic', 'country'),
  topic: rankIn(topics),
  country: word,
  year: whole,
  from: wayBack,
})

/** `dated` is the whole timeline under the place's filters; the year shown is the nearest one that has anything in it. */
export function timelinePage(
  dated: readonly Dated[],
  place: Here,
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
    // The sides of a dispute stand under its date.
    ({ date, statement }) =>
      `- **${writeDate(date, words)}** · ${statementSentence(statement, reader).replaceAll('\n- ', '\n  - ')}`,
  )
  const page = Math.min(Math.max(place.page, 0), pages.length - 1)
  const { lines, items } = pages[page] ?? { lines: [], items: [] }
  const states = items.map(({ statement }) => statement)
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
      foot: foot(states, reader),
      states,
      rows: controls({ ...place, year: year ?? place.year, page }, years, pages.length, items, detail, reader),
    },
    layout,
  )
}

function nearest(years: readonly number[], wanted: number): number | undefined {
  return years.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || other - one)[0]
}

function controls(
  here: Here,
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
  const way = goOn(here.from, { on: 'timeline', ...here })
  const buttons = [
    ...(before
      ? [
          {
            id: openTimeline.id(before),
            label: before.year === here.year ? words.controls.previous : `← ${before.year}`,
          },
        ]
      : []),
    ...(after
      ? [{ id: openTimeline.id(after), label: after.year === here.year ? words.controls.next : `${after.year} →` }]
      : []),
    ...(items.length > 0 ? [sourcesButton(way, detail, words)] : []),
    ...backButton(here.from, detail, words),
  ]
  // A select takes 25: the years around this one.
  const from = Math.max(0, Math.min(at - 12, years.length - 25))
  const entities = [...new Set(items.map(({ entity }) => entity.id))].flatMap(id => knowledge.entities.get(id) ?? [])
  const select = (
    by: 'year' | 'topic' | 'country',
    label: string,
    choices: readonly Choice[],
    chosen: string,
  ): Row => ({
    type: 'select',
    id: choosePeriod.id({ by, topic: here.topic, country: here.country, year: here.year, from: here.from }),
    label,
    choices: choices.map(choice => ({ ...choice, chosen: choice.value === chosen })),
  })
  const all = (label: string): Choice => ({ label, value: everything })
  const { lists } = words
  return [
    ...(buttons.length > 0 ? [{ type: 'buttons' as const, buttons }] : []),
    ...(entities.length > 0
      ? [
          select(
            'year',
            words.timeline.chooseYear,
            years.slice(from, from + 25).map(year => ({ label: String(year), value: String(year) })),
            String(here.year),
          ),
          {
            type: 'select' as const,
            id: chooseEntity.id({ detail, from: way }),
            label: words.controls.open,
            choices: entities.slice(0, 25).map(entity => ({
              label: plainName(entity, language),
              value: entity.id,
              about: words.kinds[entity.kind],
            })),
          },
        ]
      : []),
    select(
      'topic',
      words.timeline.allTopics,
      [all(words.timeline.allTopics), ...topics.map(value => ({ label: words.topics[value], value }))],
      here.topic || everything,
    ),
    select(
      'country',
      lists.all.country,
      [all(lists.all.country), ...countryChoices(knowledge, language)],
      here.country || everything,
    ),
  ]
}
