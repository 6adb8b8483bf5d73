/** One property of several: of a group, of those who are named, of a kind, and only of those whose value is asked for. */
import { expect, test } from 'vitest'
import { answer } from '../../../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../../../src/knowledge/ask/ask-index.ts'
import { realKnowledge } from '../../real-dataset.ts'
import { answerInShort } from '../ask-dataset.ts'

test.each([
  [
    'neighbours of the three',
    'neighbours: uzbekistan, turkmenistan (uzbekistan.neighbours)',
    'of a group, in its order, those of whom it is held',
  ],
  [
    'neighbours of uzbekistan and turkmenistan',
    'neighbours: uzbekistan, turkmenistan (uzbekistan.neighbours)',
    'of those who are named',
  ],
  ['which was the host of the summits', 'host: first, second (first.host)', 'of a kind, in the order of their dates'],
  ['date of the summits in 2025', 'said (second.date)', 'of one year there is only one'],
  ['neighbours of uzbekistan', 'said (uzbekistan.neighbours)', 'of one there is nothing to put together'],
  ['did the three have neighbours', 'unknown', 'yes or no is no list'],
  ['neighbours of the three on mars', 'unknown', 'a word too many'],
])('“%s”: %s; %s', (question, short) => {
  expect(answerInShort(question)).toBe(short)
})

test.each([
  ['when did the five become independent', ['kyrgyzstan', 'uzbekistan', 'tajikistan', 'turkmenistan', 'kazakhstan']],
  ['which countries became independent in december 1991', ['kazakhstan']],
])('of dates the earliest first, and only those that are meant: “%s”', async (question, entities) => {
  const found = answer(indexForAsking(await realKnowledge()), question, 'en')
  const line = found.is === 'found' ? found.line : undefined
  expect(line?.is === 'each' ? line.ranking.map(({ entity }) => entity) : line).toEqual(entities)
})
