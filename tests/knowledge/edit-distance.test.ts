import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance, prefixDistance } from '../../src/knowledge/edit-distance.ts'

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kazakh', 'kazakh', 0],
  ['kazahk', 'kazakh', 1],
  ['kazak', 'kazakh', 1],
  ['qazaq', 'kazak', 2],
  ['ca', 'abc', 3],
  ['summit', 'smumti', 2],
])('from “%s” to “%s” it is %i', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})

test.each([
  ['kazk', 'kazakhstan', 1],
  ['', 'kazakhstan', 0],
  ['kazk', 'uzbekistan', Infinity],
  ['kazakhstan', 'kaz', Infinity],
])('of “%s” half typed to “%s” it is %d', (typed, whole, distance) => {
  expect(prefixDistance(typed, whole, 2)).toBe(distance)
})

const anyWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })

test('it is a symmetric distance between the difference and the greater of the lengths', () => {
  fc.assert(
    fc.property(anyWord, anyWord, (a, b) => {
      const distance = editDistance(a, b)
      expect(distance).toBe(editDistance(b, a))
      expect(distance === 0).toBe(a === b)
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
    { numRuns: 500 },
  )
})

test('half typed it is the least over all prefixes', () => {
  fc.assert(
    fc.property(anyWord, anyWord, fc.nat(9), (typed, whole, most) => {
      const prefixes = Array.from({ length: whole.length + 1 }, (_, length) => whole.slice(0, length))
      const least = Math.min(...prefixes.map(prefix => editDistance(typed, prefix)))
      expect(prefixDistance(typed, whole, most)).toBe(least > most ? Infinity : least)
    }),
    { numRuns: 300 },
  )
})
