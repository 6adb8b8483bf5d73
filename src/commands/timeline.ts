/** `/timeline`: what happened when, a year at a time. */
import { type Ask, choice, defineCommand, optional, press, whole } from '../discord/define.ts'
import { topics } from '../knowledge/model.ts'
import { kindsOf } from '../knowledge/shelves.ts'
import { everything } from '../views/list-page.ts'
import { choosePeriod } from '../views/timeline-page.ts'
import type { View } from '../views/view.ts'
import type { Period } from '../views/way.ts'
import { openTimeline, wholeTimeline } from '../views/ways-out.ts'
import { drawStep, entityName, lookUpPresses, meantOrNearest, oneOf } from './parts/look-up.ts'

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
    press(openTimeline, (period, _, ask) => show(period, ask)),
    press(choosePeriod, ({ by, ...filters }, [chosen = everything], ask) => {
      const period: Here = { page: 0, ...filters }
      switch (by) {
        case 'year':
          return show({ ...period, year: Number(chosen) }, ask)
        case 'topic':
          return show({ ...period, topic: oneOf(topics, chosen) }, ask)
        case 'country':
          return show({ ...period, country: chosen === everything ? '' : chosen }, ask)
      }
    }),
  ],
  run: ({ topic, country, year }, ask) => {
    const all = wholeTimeline(ask.knowledge)
    const period: Here = { ...all, topic: topic ?? '', year: year ?? all.year }
    if (country === undefined) return show(period, ask)
    const { entity, nearest } = meantOrNearest(
      country,
      kindsOf('country'),
      words => words.unknown.lead.country,
      ask,
      ({ id }) => openTimeline.id({ ...period, country: id }),
    )
    return nearest ?? show({ ...period, country: entity.id }, ask)
  },
})

type Here = Period & { readonly from: string }

const show = (period: Here, ask: Ask): Promise<View> =>
  drawStep({ on: 'timeline', ...period }, period.from, ask.detail, ask)
