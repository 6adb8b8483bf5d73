/** Every rule on how people ask, broken once. */

import { describe, expect, test } from 'vitest'
import { type Case, eachBringsOneFault, faultsOf } from './one-fault.ts'
import { changed, knowledgeOf, smallDataset, withFile } from './small-dataset.ts'

const file = 'asking/en.yaml'

const cases: readonly Case[] = [
  ['an unknown property', file, 'capital: [capital]', 'capitol: [capital]', 'properties.capitol', 'unknown property'],
  [
    'an unknown entity in a group',
    file,
    '[china, kazakhstan]',
    '[china, atlantis]',
    'groups › two',
    'unknown entity “atlantis”',
  ],
  ['an unknown script', file, 'script: Latin', 'script: Runic', 'the whole file', 'script: '],
  ['an unknown stemmer', file, 'stemmer: english', 'stemmer: latin', 'the whole file', 'stemmer: '],
  [
    'an unknown part',
    file,
    'filler: [please]',
    'filler: [please]\nchatter: [lol]',
    'the whole file',
    'unknown key “chatter”',
  ],
  ['a part that is missing', file, 'bait: [joke]\n', '', 'the whole file', 'bait: '],
  [
    'an unknown kind of answer',
    file,
    'when: [when], number',
    'then: [then], number',
    'the whole file',
    'questions: unknown key “then”',
  ],
  ['an unknown kind', file, 'kinds: { country', 'kinds: { planet', 'the whole file', 'kinds: unknown key “planet”'],
  ['a word that is no list', file, 'count: [how many]', 'count: how many', 'the whole file', 'count: '],
  ['a number among words', file, 'count: [how many]', 'count: [2]', 'the whole file', 'count'],
  ['a property without a list', file, 'capital: [capital]', 'capital: capital', 'the whole file', 'properties'],
  ['a property asked for by nothing', file, 'capital: [capital]', 'capital: []', 'the whole file', 'properties'],
]

describe('one fault', () => eachBringsOneFault(cases))

test('questions that nothing answers are a list of lines', () => {
  const faults = (text: string): readonly string[] => faultsOf(withFile(smallDataset, 'unanswered/en.yaml', text))
  expect(faults('- who is the prime minister\n')).toEqual([])
  expect(faults('who: [is the prime minister]\n')).toEqual([
    expect.stringMatching(/^unanswered\/en\.yaml › the whole file: expected/),
  ])
  expect(faults('- [who is]\n')).toEqual([expect.stringMatching(/^unanswered\/en\.yaml › the whole file: /)])
})

test('YAML that is none is named by its line', () => {
  expect(faultsOf(changed(smallDataset, file, 'count: [how many]', 'count: [how many'))).toEqual([
    expect.stringMatching(/^asking\/en\.yaml › line \d+: not YAML/),
  ])
})

test('properties that can’t be read bring no fault of what asks for them', () => {
  const faults = faultsOf(changed(smallDataset, 'properties.yaml', 'about:', 'about: ['))
  expect(faults.filter(fault => fault.startsWith('asking/'))).toEqual([])
})

test('words for a property are read with those for the most and the least of it', () => {
  expect(knowledgeOf(smallDataset).asking.get('en')?.properties.get('population')).toEqual({
    asked: ['population', 'how many people'],
    most: ['most populous'],
    least: ['least populous'],
  })
})
