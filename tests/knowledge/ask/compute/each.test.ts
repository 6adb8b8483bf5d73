/** One property of several: of a group, of those who are named, of a kind, and only of those whose value is asked for. */
import { expect, test } from 'vitest'
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
  ['neighbours of uzbekistan', 'said (uzbekistan.neighbours)', 'of one there is nothing to put together'],
  ['did the three have neighbours', 'unknown', 'yes or no is no list'],
  ['neighbours of the three on mars', 'unknown', 'a word too many'],
])('“%s”: %s; %s', (question, short) => {
  expect(answerInShort(question)).toBe(short)
})
