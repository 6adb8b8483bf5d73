/** Facts by chance: none twice before all have come, for anybody, whatever is added or taken away meanwhile. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, nextFact, noneRead } from '../../src/knowledge/facts.ts'
import type { Statement } from '../../src/knowledge/model.ts'
import { realKnowledge } from './real-dataset.ts'

const knowledge = await realKnowledge()
const all = factsOf(knowledge)

/** The ids of the next `count` facts, and how far one is then. */
function draw(facts: readonly Statement[], person: string, count: number, from = noneRead) {
  let read = from
  const ids: string[] = []
  for (let nth = 0; nth < count; nth++) {
    const next = nextFact(facts, person, read)
    if (!next) break
    ids.push(next.fact.id)
    read = next.read
  }
  return { ids, read }
}

const people = fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n }).map(String)
const some = fc.subarray([...all], { minLength: 1, maxLength: 60 })

test('every fact comes once before any comes twice, and then again', () => {
  fc.assert(
    fc.property(people, some, (person, facts) => {
      const { ids } = draw(facts, person, facts.length * 2)
      expect(new Set(ids.slice(0, facts.length)).size).toBe(facts.length)
      expect(new Set(ids.slice(facts.length)).size).toBe(facts.length)
    }),
  )
})

test('two people do not get them in the same order, nor one person in two rounds', () => {
  const one = draw(all, '100000000000000001', all.length + 20).ids
  const other = draw(all, '100000000000000002', 20).ids
  expect(one.slice(0, 20)).not.toEqual(other)
  expect(one.slice(0, 20)).not.toEqual(one.slice(all.length))
})

test('taking facts away or adding some never brings one back within a round', () => {
  fc.assert(
    fc.property(people, some, some, fc.nat(60), (person, before, after, count) => {
      const first = draw(before, person, Math.min(count, before.length))
      const remaining = after.filter(({ id }) => !first.ids.includes(id))
      const then = draw(after, person, remaining.length, first.read)
      const sameRound = then.ids.filter(
        (_, nth) => draw(after, person, nth + 1, first.read).read.round === first.read.round,
      )
      expect(sameRound.filter(id => first.ids.includes(id))).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('what has ended is no fact of today, and a topic has only its own', () => {
  expect(all.filter(({ until }) => until !== undefined)).toEqual([])
  expect(factsOf(knowledge, 'trade').length).toBeLessThan(all.length)
  expect(factsOf(knowledge, 'trade').length).toBeGreaterThan(0)
})

test('without facts there is none', () => {
  expect(nextFact([], '100000000000000001', noneRead)).toBeUndefined()
})
