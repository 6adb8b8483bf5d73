import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstDay, isAfter, isCalendarDate, lastDay } from '../../src/knowledge/calendar.ts'

describe('isCalendarDate', () => {
  test.each(['2023', '2023-05', '2023-05-18', '2024-02-29', '2000-02-29', '0001'])('%s exists', date => {
    expect(isCalendarDate(date)).toBe(true)
  })
  test.each([
    '',
    '23',
    '0000',
    '2023-0',
    '2023-00',
    '2023-13',
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-05-00',
    '2023-5-1',
    '2023-05-18T00:00',
    ' 2023',
    '２０２３',
  ])('“%s” does not', date => {
    expect(isCalendarDate(date)).toBe(false)
  })

  test('agrees with the platform on every day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 32 }),
        (year, month, day) => {
          const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const instant = new Date(`${date}T00:00:00Z`)
          const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
          expect(isCalendarDate(date)).toBe(exists)
        },
      ),
    )
  })
})

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-04', '2023-04-01', '2023-04-30'],
  ['2023-05-18', '2023-05-18', '2023-05-18'],
])('%s covers %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last])
})

test.each([
  ['2024', '2023', true],
  ['2023-06', '2023-05-31', true],
  ['2023-05-18', '2023', false],
  ['2023', '2023-05-18', false],
  ['2023', '2024', false],
])('%s is after %s: %s', (a, b, expected) => {
  expect(isAfter(a, b)).toBe(expected)
})
