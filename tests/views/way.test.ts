/** The way back: what is written is read again, for every page of the dataset, and it always fits. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sectors, stages, topics } from '../../src/knowledge/model.ts'
import { shelves } from '../../src/knowledge/shelves.ts'
import { fitting, goOn, lastStep, ofAnother, type Step } from '../../src/views/way.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'

const knowledge = await realKnowledge()
const entity = fc.constantFrom(...knowledge.entities.keys())
const orAll = <T extends string>(list: readonly T[]): fc.Arbitrary<T | ''> => fc.constantFrom<T | ''>('', ...list)
const country = fc.constantFrom('', 'china', 'turkmenistan')
const page = fc.nat({ max: 99 })

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ on: fc.constant('entity' as const), entity, section: orAll(topics), page }),
  fc.record({
    on: fc.constant('list' as const),
    shelf: fc.constantFrom(...shelves),
    page,
    country,
    sector: orAll(sectors),
    stage: orAll(stages),
  }),
  fc.record({
    on: fc.constant('timeline' as const),
    topic: orAll(topics),
    country,
    year: fc.integer({ min: 1900, max: 2100 }),
    page,
  }),
  fc.record({ on: fc.constant('comparison' as const), first: entity, second: entity, page }),
  fc.record({ on: fc.constant('source' as const), source: fc.constantFrom(...knowledge.sources.keys()), page }),
  fc.record({ on: fc.constant('sources' as const), typed: fc.constantFrom('', 'xinhua', '新华'), page }),
  fc.record({
    on: fc.constant('fact' as const),
    fact: fc.constantFrom(...knowledge.statements.keys()),
    topic: orAll(topics),
  }),
  fc.record({
    on: fc.constant('answer' as const),
    shown: fc.constantFrom(...knowledge.statements.keys()),
    language: fc.constantFrom('en', 'zh-CN'),
    asked: fc.constantFrom('', 'aB3dE6gH'),
    own: fc.boolean(),
  }),
  fc.record({ on: fc.constant('mentioned' as const), entities: fc.array(entity, { minLength: 1, maxLength: 10 }) }),
)

test('the last step of a way is the one that was gone on from, and the rest leads to it', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), steps => {
      let way = ''
      for (const each of steps) {
        const before = way
        way = goOn(way, each)
        const last = lastStep(way, knowledge)
        expect(last.step).toEqual(each)
        expect(before.endsWith(last.from)).toBe(true)
        expect(way.length).toBeLessThanOrEqual(64)
      }
    }),
  )
})

test('every id of the dataset has a short name of its own', () => {
  const steps: readonly Step[] = [
    ...[...knowledge.entities.keys()].map((id): Step => ({ on: 'entity', entity: id, section: '', page: 0 })),
    ...[...knowledge.sources.keys()].map((id): Step => ({ on: 'source', source: id, page: 0 })),
    ...[...knowledge.statements.keys()].map((id): Step => ({ on: 'fact', fact: id, topic: '' })),
  ]
  expect(
    steps.filter(each => JSON.stringify(lastStep(goOn('', each), knowledge).step) !== JSON.stringify(each)),
  ).toEqual([])
})

test('a long way loses its beginning, whole steps at a time', () => {
  expect(fitting('aa.bb.cc', 8)).toBe('aa.bb.cc')
  expect(fitting('aa.bb.cc', 7)).toBe('bb.cc')
  expect(fitting('aa.bb.cc', 2)).toBe('cc')
  expect(fitting('aa.bb.cc', 1)).toBe('')
})

test('for somebody else an answer is not their own, and the rest is as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), steps => {
      let way = ofAnother(steps.reduce(goOn, ''))
      for (const each of steps.toReversed()) {
        if (way === '') break
        const last = lastStep(way, knowledge)
        expect(last.step).toEqual(each.on === 'answer' ? { ...each, own: false } : each)
        way = last.from
      }
    }),
  )
})

describe('a way that this edition does not know', () => {
  test.each([
    '',
    'x',
    'e',
    'eAAAA,,0',
    'e,,0',
    'l9,0,,,',
    'l2,0,,x,',
    't,,,',
    'cAAAA,AAAA,0',
    'sAAAAA,0',
    'f,',
    'm',
    'mAAAA',
    'q,-1',
    'a',
    'a,en,',
    'bAAAAA,en,aB3dE6gH',
  ])('%j leads nowhere', way => {
    expect(lastStep(way, knowledge).step).toBeUndefined()
  })

  test('whatever it is, nothing is thrown', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), way => void lastStep(way, knowledge)))
  })
})
