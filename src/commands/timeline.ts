/** `/timeline`: what happened when, a year at a time. */
import { type Ask, choice, defineCommand, optional, press, whole } from '../discord/define.ts'
import { topics } from '../knowledge/model.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { timelineOf } from '../knowledge/timeline.ts'
import { chooseYear, openTimeline, type TimelinePlace, timelinePage } from '../views/timeline-page.ts'
import type { View } from '../views/view.ts'
import { entityName, lookUpPresses, meantOrNearest, reader } from './parts/look-up.ts'

export default defineCommand({
  name: 'timeline',
  about: 'What happened when: meetings, documents, openings, a year at a time',
  where: 'anywhere',
  who: 'anyone',
  visibility: 'chosen',
  examples: ['year: 2023', 'country: Tajikistan', 'topic: Projects'],
  options: {
    topic: optional(choice('Only this topic', topics, words => words.topics)),
    country: optional(entityName('Only what concerns this country', kindsOf('country'))),
    year: optional(whole('Which year; the newest if left out', { least: 1900, most: 2100 })),
  },
  presses: [
    ...lookUpPresses,
    press(openTimeline, (place, _, ask) => show(place, ask)),
    press(chooseYear, (filters, [year], ask) => show({ ...filters, year: Number(year), page: 0 }, ask)),
  ],
  run: ({ topic, country, year }, ask) => {
    const meant =
      country === undefined
        ? undefined
        : meantOrNearest(country, kindsOf('country'), words => words.unknown.lead.country, ask)
    if (meant?.nearest) return meant.nearest
    return show(
      {
        topic: topic ?? '',
        country: meant?.entity.id ?? '',
        year: year ?? Number(ask.knowledge.date.slice(0, 4)),
        page: 0,
      },
      ask,
    )
  },
})

function show(place: TimelinePlace, ask: Ask): View {
  const dated = timelineOf(ask.knowledge, {
    ...(place.topic === '' ? {} : { topic: place.topic }),
    ...(place.country === '' ? {} : { country: place.country }),
  })
  return timelinePage(dated, place, ask.detail, ask.layout, reader(ask))
}
