/** Lanes: their laws, over random work in random interleavings. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLanes } from '../../src/runtime/lanes.ts'

const keys = ['north', 'south', 'west'] as const
/** `comes`: how many turns pass before it is given to its lane; `takes`: how many it then runs. */
const jobs = fc.array(
  fc.record({ key: fc.constantFrom(...keys), comes: fc.nat(3), takes: fc.nat(3), fails: fc.boolean() }),
  { maxLength: 25 },
)

describe('laws', () => {
  test('a lane does one work at a time, in order; each caller gets its own result or error; nothing stays behind', async () => {
    await fc.assert(
      fc.asyncProperty(jobs, fc.scheduler(), async (given, scheduler) => {
        const lanes = createLanes()
        const come: number[] = []
        const begun: number[] = []
        const inside = new Set<string>()
        const turns = async (count: number) => {
          for (let turn = 0; turn < count; turn++) await scheduler.schedule(Promise.resolve())
        }

        const results = given.map(async ({ key, comes, takes, fails }, number) => {
          await turns(comes)
          come.push(number)
          return lanes.run(key, async () => {
            const alone = !inside.has(key)
            inside.add(key)
            begun.push(number)
            await turns(takes)
            inside.delete(key)
            if (fails) throw new Error(`work ${number}`)
            return alone ? number : 'not alone'
          })
        })
        const settled = await scheduler.waitFor(Promise.allSettled(results))
        await lanes.idle()

        expect(lanes.busy).toBe(0)
        for (const key of keys) {
          const ofKey = (number: number) => given[number]?.key === key
          expect(begun.filter(ofKey)).toEqual(come.filter(ofKey))
        }
        expect(settled.map(result => (result.status === 'fulfilled' ? result.value : String(result.reason)))).toEqual(
          given.map(({ fails }, number) => (fails ? `Error: work ${number}` : number)),
        )
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
