import { describe, expect, test } from 'vitest'
import type { Entity } from '../../src/knowledge/model.ts'
import { datesOf, holdsOn, relationsOf, statementsOf, topicOf } from '../../src/knowledge/relations.ts'
import { knowledgeOf, smallDataset } from './small-dataset.ts'

const knowledge = knowledgeOf(smallDataset)

function entity(id: string): Entity {
  const found = knowledge.entities.get(id)
  if (found === undefined) throw new Error(`expected ${id}, came none of that id`)
  return found
}

function ids(statements: readonly { readonly id: string }[]): readonly string[] {
  return statements.map(({ id }) => id)
}

function relations(id: string): readonly string[] {
  return relationsOf(knowledge, id).map(
    ({ entity: other, direction, statement }) => `${direction} ${other} ${statement?.id ?? 'related'}`,
  )
}

describe('relations', () => {
  test('what it names comes before what names it', () => {
    expect(relations('kazakhstan')).toEqual([
      'to astana kazakhstan.capital',
      'to almaty kazakhstan.first-capital',
      'to railway related',
      'from china china.neighbours',
    ])
  })

  test('lead back from each entity they lead to', () => {
    for (const id of knowledge.entities.keys()) {
      for (const { entity: other, direction, statement } of relationsOf(knowledge, id)) {
        const back = relationsOf(knowledge, other).filter(each => each.entity === id && each.direction !== direction)
        expect(back.map(each => each.statement)).toContain(statement)
      }
    }
  })

  test('of an unknown entity are none', () => {
    expect(relations('atlantis')).toEqual([])
  })
})

describe('statements', () => {
  test('of a property', () => {
    expect(ids(statementsOf(entity('kazakhstan'), { property: 'capital' }))).toEqual([
      'kazakhstan.capital',
      'kazakhstan.first-capital',
    ])
  })

  test('of a topic: that of the property before that of the kind', () => {
    expect(ids(statementsOf(entity('kazakhstan'), { topic: 'summits' }))).toEqual(['kazakhstan.trade-pledge'])
    expect(statementsOf(entity('kazakhstan'), { topic: 'countries' })).toHaveLength(6)
    expect(statementsOf(entity('railway')).map(statement => topicOf(statement, 'project'))).toEqual([
      'projects',
      'projects',
      'projects',
    ])
  })

  test.each([
    ['1997-11-30', ['kazakhstan.first-capital']],
    ['1997-12-09', ['kazakhstan.first-capital']],
    ['1997-12-10', ['kazakhstan.capital', 'kazakhstan.first-capital']],
    ['1998-01-01', ['kazakhstan.capital']],
    ['1997', ['kazakhstan.capital', 'kazakhstan.first-capital']],
  ])('that hold on %s', (day, expected) => {
    expect(ids(statementsOf(entity('kazakhstan'), { property: 'capital', holdsOn: day }))).toEqual(expected)
  })

  test('without dates hold on any day', () => {
    const [about] = statementsOf(entity('kazakhstan'), { property: 'about' })
    expect(about !== undefined && holdsOn(about, '1900') && holdsOn(about, '2100')).toBe(true)
  })
})

test('dates come earliest first, expected ones too', () => {
  expect(datesOf(entity('railway')).map(({ date, statement }) => `${date.from} ${statement.standing}`)).toEqual([
    '2023-05-18 settled',
    '2028 expected',
  ])
  expect(datesOf(entity('kazakhstan'))).toEqual([])
})
