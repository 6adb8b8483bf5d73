/** The dataset that the bot ships with. */

import { describe, expect, test } from 'vitest'
import { load } from '../../src/knowledge/load.ts'
import { findEntities } from '../../src/knowledge/lookup.ts'
import { indexNames } from '../../src/knowledge/name-index.ts'
import { parse } from '../../src/knowledge/parse.ts'

const parsed = parse(load('src/data'))

describe('the dataset', () => {
  test('has no faults', () => {
    expect(parsed.ok ? [] : parsed.faults.map(({ file, entry, reason }) => `${file} › ${entry}: ${reason}`)).toEqual([])
  })

  test('says something of every entity, first what it is', () => {
    if (!parsed.ok) throw new Error('expected a dataset without faults')
    const silent = [...parsed.knowledge.entities.values()].filter(
      entity => !entity.statements.some(({ property }) => property.id === 'about'),
    )
    expect(silent.map(entity => entity.id)).toEqual([])
  })

  test('finds every entity by each of its names and aliases', () => {
    if (!parsed.ok) throw new Error('expected a dataset without faults')
    const index = indexNames(parsed.knowledge)
    const lost = index.spellings.filter(({ entity, text }) => {
      const [best] = findEntities(index, text, { language: 'en', limit: 1, kinds: [entity.kind] })
      return best?.entity.id !== entity.id
    })
    expect(lost.map(({ entity, text }) => `${entity.id}: ${text}`)).toEqual([])
  })
})
