/** Every comparison, year, fact, source and list, in every language and both layouts, against Discord's limits and our own rules. */
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/knowledge/facts.ts'
import { findSources } from '../../src/knowledge/find-sources.ts'
import type { Entity } from '../../src/knowledge/model.ts'
import { topics } from '../../src/knowledge/model.ts'
import { timelineOf } from '../../src/knowledge/timeline.ts'
import { loadLanguages } from '../../src/locales/load.ts'
import { changesPage } from '../../src/views/changes-page.ts'
import { comparePage } from '../../src/views/compare-page.ts'
import { factPage } from '../../src/views/fact-page.ts'
import type { Reader } from '../../src/views/format.ts'
import { helpPage } from '../../src/views/help-page.ts'
import { mentionedPage } from '../../src/views/mentioned-page.ts'
import { sourceListPage, sourcePage } from '../../src/views/source-page.ts'
import { timelinePage } from '../../src/views/timeline-page.ts'
import type { View } from '../../src/views/view.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { textsOf, wrongWith } from './discord-limits.ts'

const knowledge = await realKnowledge()
const entities = [...knowledge.entities.values()]
const ids = new Set(knowledge.entities.keys())
const readers = [...(await loadLanguages())].map(([language, { words }]): Reader => ({ language, words, knowledge }))
const layouts = ['rich', 'text'] as const

/** Neighbours in a list: every entity is compared, without comparing all with all. */
const pairs = (kind: Entity['kind']): readonly (readonly [Entity, Entity])[] => {
  const ofKind = entities.filter(entity => entity.kind === kind)
  return ofKind.flatMap((entity, nth) => {
    const other = ofKind[(nth + 1) % ofKind.length]
    return other && other !== entity ? [[entity, other] as const] : []
  })
}

describe.each(readers.map(reader => [reader.language, reader] as const))('in %s', (language, reader) => {
  /** All views of a kind at once: their faults, and English where it should not be. */
  const hold = (views: readonly View[], mayBeEnglish = false): void => {
    expect(views.length).toBeGreaterThan(0)
    expect(views.flatMap(view => wrongWith(view, ids))).toEqual([])
    if (language !== 'en' && !mayBeEnglish) {
      expect(views.flatMap(textsOf).filter(text => text.includes(reader.words.page.inEnglish))).toEqual([])
    }
  }

  test('comparisons', () => {
    hold(
      layouts.flatMap(layout =>
        (['country', 'summit', 'project'] as const).flatMap(kind =>
          pairs(kind).map(([one, other]) => comparePage(one, other, 0, 'short', layout, reader)),
        ),
      ),
    )
  })

  test('every year of the timeline', () => {
    const years = [...new Set(timelineOf(knowledge, {}).map(({ year }) => year))]
    hold(
      layouts.flatMap(layout => [
        ...years.map(year =>
          timelinePage(timelineOf(knowledge, {}), { topic: '', country: '', year, page: 0 }, 'short', layout, reader),
        ),
        ...topics.map(topic =>
          timelinePage(
            timelineOf(knowledge, { topic }),
            { topic, country: '', year: 9_999, page: 0 },
            'short',
            layout,
            reader,
          ),
        ),
        timelinePage([], { topic: '', country: 'china', year: 2000, page: 0 }, 'short', layout, reader),
      ]),
    )
  })

  test('every fact', () => {
    hold(layouts.flatMap(layout => factsOf(knowledge).map(fact => factPage(fact, '', 'short', layout, reader))))
  })

  test('every source, and the list of them', () => {
    const sources = findSources(knowledge, '', 10_000)
    hold(
      layouts.flatMap(layout => [
        ...sources.map(source => sourcePage(source, 0, 'short', layout, reader)),
        ...Array.from({ length: Math.ceil(sources.length / 8) }, (_, page) =>
          sourceListPage(sources, page, layout, reader),
        ),
      ]),
      // A curator's notes on a source are in English, and say so.
      true,
    )
  })

  test('changes, help and what a message names', () => {
    hold(
      layouts.flatMap(layout => [
        changesPage(knowledge.changes, '', 0, layout, reader),
        changesPage([], '1.0.0', 0, layout, reader),
        helpPage(
          [
            {
              name: 'country',
              about: 'x'.repeat(100),
              examples: ['name: Kazakhstan'],
              who: 'anyone',
              id: '100000000000000001',
            },
            { name: 'settings', about: 'y', examples: [], who: 'moderators' },
          ],
          ['Look this up'],
          layout,
          reader.words,
        ),
        mentionedPage(entities.slice(0, 10), 'short', layout, reader),
      ]),
    )
  })
})
