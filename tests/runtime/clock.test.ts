/** The clocks: the system's, and the one that messages turn. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { systemClock, turnableClock } from '../../src/runtime/clock.ts'

const noon = { now: () => 1_800_000_000_000 }

function heardClock() {
  const { promise, resolve } = Promise.withResolvers<(message: unknown) => void>()
  const clock = turnableClock(resolve, noon)
  return { clock, ear: promise }
}

test('the system clock is the system’s', () => {
  const before = Date.now()
  const now = systemClock().now()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})

test('a turnable clock that nobody turns shows its base', () => {
  expect(turnableClock(() => {}, noon).now()).toBe(noon.now())
})

test('the last offset counts, to the past and to the future', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.maxSafeInteger(), { minLength: 1 }), async offsets => {
      const { clock, ear } = heardClock()
      const hear = await ear
      for (const offsetMs of offsets) hear({ type: 'clock', offsetMs })
      expect(clock.now()).toBe(noon.now() + (offsets.at(-1) ?? 0))
    }),
  )
})

test.each([undefined, null, 'clock', 7, {}, { offsetMs: 5 }, { type: 'ready', offsetMs: 5 }])(
  'a message that is not for the clock passes by: %j',
  async message => {
    const { clock, ear } = heardClock()
    const hear = await ear
    hear({ type: 'clock', offsetMs: 60_000 })
    hear(message)
    expect(clock.now()).toBe(noon.now() + 60_000)
  },
)

test.each([undefined, null, '5', 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'an offset that is no whole number of milliseconds throws and turns nothing: %s',
  async offsetMs => {
    const { clock, ear } = heardClock()
    const hear = await ear
    expect(() => hear({ type: 'clock', offsetMs })).toThrow(/offsetMs, a whole number of milliseconds; this one has/)
    expect(clock.now()).toBe(noon.now())
  },
)
