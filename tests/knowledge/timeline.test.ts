/** The timeline: in order, complete, and cut as asked. */
import { describe, expect, test } from 'vitest'
import { firstDay } from '../../src/knowledge/calendar.ts'
import { findSources, restingOn } from '../../src/knowledge/find-sources.ts'
import { topics } from '../../src/knowledge/model.ts'
import { datesOf, topicOf } from '../../src/knowledge/relations.ts'
import { timelineOf } from '../../src/knowledge/timeline.ts'
import { realKnowledge } from './real-dataset.ts'

const knowledge = await realKnowledge()

describe('the timeline', () => {
  test('holds every dated statement, oldest first', () => {
    const dated = timelineOf(knowledge, {})
    expect(dated).toHaveLength([...knowledge.entities.values()].flatMap(datesOf).length)
    const days = dated.map(({ date }) => firstDay(date.from))
    expect(days).toEqual(days.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)))
  })

  test.each([...topics])('of %s holds that topic alone', topic => {
    for (const { entity, statement } of timelineOf(knowledge, { topic }))
      expect(topicOf(statement, entity.kind)).toBe(topic)
  })

  test('of a country holds the country and what names it, and not the rest', () => {
    const ids = new Set(timelineOf(knowledge, { country: 'tajikistan' }).map(({ entity }) => entity.id))
    expect(ids).toContain('tajikistan')
    expect(ids).toContain('vahdat-yovon-railway')
    expect(ids).not.toContain('zhanatas-wind-farm')
    expect(ids).not.toContain('kyrgyzstan')
    // Its president took part.
    expect(ids).toContain('astana-summit-2025')
  })
})

describe('sources', () => {
  test('are found by the beginnings of words, in any order, newest first', () => {
    const found = findSources(knowledge, 'declar asta', 25)
    expect(found.length).toBeGreaterThan(0)
    for (const { title, publisher, id } of found)
      expect(`${title} ${publisher} ${id}`.toLowerCase()).toMatch(/asta.*declar|declar.*asta/s)
    const dates = findSources(knowledge, '', 1_000).map(({ date }) => date ?? '')
    expect(dates).toEqual(dates.toSorted((one, other) => (one < other ? 1 : one > other ? -1 : 0)))
    expect(findSources(knowledge, 'qqqq', 25)).toEqual([])
  })

  test('every source has something resting on it', () => {
    const idle = [...knowledge.sources.values()].filter(source => restingOn(knowledge, source).length === 0)
    expect(idle.map(({ id }) => id)).toEqual([])
  })
})
