/** Lanes: their laws, over random work in random interleavings. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLanes } from '../../src/runtime/lanes.ts'

const keys = ['north', 'south', 'west'] as const
const jobs = fc.array(fc.record({ key: fc.constantFrom(...keys), steps: fc.nat(3), fails: fc.boolean() }), {
  maxLength: 25,
})

describe('laws', () => {
  test('a lane does one work at a time, in order; each caller gets its own result or error; nothing stays behind', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, fc.scheduler(), async (given, scheduler) => {
        const lanes = createLanes()
        const begun = new Map<string, number[]>()
        const inside = new Set<string>()

        const results = given.map(({ key, steps, fails }, number) =>
          lanes.run(key, async () => {
            expect(inside.has(key)).toBe(false)
            inside.add(key)
            begun.set(key, [...(begun.get(key) ?? []), number])
            for (let step = 0; step < steps; step++) await scheduler.schedule(Promise.resolve())
            inside.delete(key)
            if (fails) throw new Error(`work ${number}`)
            return number
          }),
        )
        const settled = Promise.allSettled(results)
        const quiet = lanes.idle()
        await scheduler.waitFor(quiet)

        expect(lanes.busy).toBe(0)
        for (const key of keys) {
          expect(begun.get(key) ?? []).toEqual(given.flatMap((job, number) => (job.key === key ? [number] : [])))
        }
        expect(
          (await settled).map(result => (result.status === 'fulfilled' ? result.value : String(result.reason))),
        ).toEqual(given.map(({ fails }, number) => (fails ? `Error: work ${number}` : number)))
      }),
    )
  })
})

describe('examples', () => {
  test('a lane that is stuck holds up no other', async () => {
    const lanes = createLanes()
    const gate = Promise.withResolvers<string>()
    const stuck = lanes.run('north', () => gate.promise)
    expect(await lanes.run('south', () => 'through')).toBe('through')
    expect(lanes.busy).toBe(1)
    gate.resolve('late')
    expect(await stuck).toBe('late')
  })

  test('work that throws before it waits rejects like any other, and frees its lane', async () => {
    const lanes = createLanes()
    const failing = lanes.run('north', () => {
      throw new RangeError('at once')
    })
    await expect(failing).rejects.toThrow(new RangeError('at once'))
    await lanes.idle()
    expect(lanes.busy).toBe(0)
  })

  test('idle waits also for work that comes while it waits', async () => {
    const lanes = createLanes()
    const done: string[] = []
    const gate = Promise.withResolvers<undefined>()
    const first = lanes.run('north', () => gate.promise)
    const later = first.then(() =>
      lanes.run('south', async () => {
        await new Promise(resolve => setImmediate(resolve))
        done.push('south')
      }),
    )
    const quiet = lanes.idle()
    gate.resolve(undefined)
    await quiet
    expect(done).toEqual(['south'])
    await later
  })

  test('idle with nothing to do is at once', async () => {
    await expect(createLanes().idle()).resolves.toBeUndefined()
  })
})
