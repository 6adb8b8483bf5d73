import { expect, test } from 'vitest'
import { census } from '../../src/knowledge/census.ts'
import { changed, knowledgeOf, smallDataset } from './small-dataset.ts'

const counted = census(knowledgeOf(smallDataset))

test('counts are complete, the most frequent first', () => {
  expect([...counted.entitiesByKind]).toEqual([
    ['country', 2],
    ['place', 2],
    ['person', 1],
    ['project', 1],
  ])
  expect([...counted.statementsByKind]).toEqual([
    ['country', 8],
    ['project', 3],
    ['place', 1],
  ])
  expect([...counted.statementsByTopic]).toEqual([
    ['countries', 8],
    ['projects', 3],
    ['summits', 1],
  ])
  expect([...counted.statementsByStanding]).toEqual([
    ['settled', 9],
    ['disputed', 1],
    ['expected', 1],
    ['viewpoint', 1],
  ])
  expect([...counted.statementsByAsOf]).toEqual([
    ['none', 8],
    ['2024', 2],
    ['2025', 1],
    ['2026', 1],
  ])
  expect(counted.statementsByProperty.get('opened-on')).toBe(2)
  expect([...counted.sourcesByKind]).toEqual([
    ['agency', 1],
    ['official', 1],
  ])
  expect([...counted.citationsBySourceKind]).toEqual([
    ['official', 11],
    ['agency', 3],
  ])
})

test('a speaker and a neighbour are named, an entity’s own name of itself does not count', () => {
  expect(counted.entitiesNobodyNames).toEqual(['china', 'tokayev'])
})

test('what nobody uses', () => {
  expect(counted.propertiesNobodyUses).toEqual(['date'])
  expect(counted.sourcesNobodyCites).toEqual([])
  expect(counted.addressesOfSeveralSources).toEqual([])
})

test('two sources of one address', () => {
  const twice = changed(smallDataset, 'sources/all.yaml', 'url: null', 'url: https://example.org/about')
  expect(census(knowledgeOf(twice)).addressesOfSeveralSources).toEqual([
    ['https://example.org/about', ['gov-2024', 'agency-2025']],
  ])
})

test('a source that nobody cites', () => {
  const spare =
    'spare: { title: T, publisher: P, date: 2024, url: https://example.org/spare, language: en, kind: press }\ngov-2024:'
  expect(census(knowledgeOf(changed(smallDataset, 'sources/all.yaml', 'gov-2024:', spare))).sourcesNobodyCites).toEqual(
    ['spare'],
  )
})
