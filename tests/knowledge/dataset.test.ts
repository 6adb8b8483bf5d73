/** The dataset that the bot ships with. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../src/knowledge/ask/cells.ts'
import { stemsOf } from '../../src/knowledge/ask/terms.ts'
import { load } from '../../src/knowledge/load.ts'
import { findEntities } from '../../src/knowledge/lookup.ts'
import type { Kind } from '../../src/knowledge/model.ts'
import { indexNames } from '../../src/knowledge/name-index.ts'
import { parse } from '../../src/knowledge/parse.ts'

const parsed = parse(load('src/data'))

/** What people ask of a kind; of several properties one is enough. A summit that lies ahead has only what is known of it. */
const basics: Partial<Record<Kind, readonly (readonly string[])[]>> = {
  summit: [['date'], ['held-in'], ['form'], ['host'], ['chair'], ['participants'], ['documents'], ['next']],
  event: [['date']],
  document: [['signed-on', 'date', 'ratification']],
  project: [['project-type'], ['countries'], ['status']],
  person: [['office'], ['country']],
  place: [['country']],
  organisation: [['founded-on', 'opened-on']],
  country: [
    ['formal-name'],
    ['capital'],
    ['area'],
    ['population'],
    ['currency'],
    ['languages'],
    ['neighbours'],
    ['head-of-state'],
    ['foreign-minister'],
    ['memberships'],
  ],
}

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

  test('says of every entity what its kind is asked about, in values that can be counted with', () => {
    if (!parsed.ok) throw new Error('expected a dataset without faults')
    const lacking = [...parsed.knowledge.entities.values()].flatMap(entity => {
      const said = new Set(entity.statements.map(({ property }) => property.id))
      const isAhead = said.has('due-on')
      return (basics[entity.kind] ?? [])
        .filter(any => !(isAhead && entity.kind === 'summit') && !any.some(id => said.has(id)))
        .map(any => `${entity.id}: ${any.join(' or ')}`)
    })
    expect(lacking).toEqual([])
  })

  test('has every statement in its review', () => {
    if (!parsed.ok) throw new Error('expected a dataset without faults')
    const rows = readFileSync('src/data/REVIEW.md', 'utf8').matchAll(/^\| ([a-z0-9-]+\.[a-z0-9-]+) \|/gmu)
    const reviewed = new Set([...rows].map(([, id]) => id))
    const unread = [...parsed.knowledge.entities.values()].flatMap(entity =>
      entity.statements.map(({ id }) => id).filter(id => !reviewed.has(id)),
    )
    expect(unread).toEqual([])
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

  test('has no name that is another entity’s as /ask reads it, without small words and signs', () => {
    if (!parsed.ok) throw new Error('expected a dataset without faults')
    const smallWords = [...parsed.knowledge.asking.values()].flatMap(({ small }) => small)
    const small = new Set(smallWords.flatMap(word => cellsOf(word).map(({ stem }) => stem)))
    const spellings = indexNames(parsed.knowledge).spellings
    const byStems = Map.groupBy(spellings, ({ text }) => stemsOf(cellsOf(text), small).join(' '))
    const shared = [...byStems.values()].filter(same => new Set(same.map(({ entity }) => entity.id)).size > 1)
    expect(shared.map(same => same.map(({ entity, text }) => `${entity.id}: ${text}`))).toEqual([])
  })
})
