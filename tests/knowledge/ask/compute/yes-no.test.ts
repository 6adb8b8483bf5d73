/** Yes and no, only from a list that says it or a date; never from the mere absence of a statement. */
import { expect, test } from 'vitest'
import { answerInShort } from '../ask-dataset.ts'

test.each([
  ['does uzbekistan border turkmenistan', 'yes (uzbekistan.neighbours)', 'among the values'],
  ['does uzbekistan border china', 'no (uzbekistan.neighbours)', 'not among them'],
  ['does china border kazakhstan', 'yes (china.neighbours)', 'the other way round than the longest list'],
  ['did turkmenistan took part in the first summit', 'no (first.participants)', 'the list is that of the object'],
  ['was kazakhstan in the first summit', 'yes (first.participants)', 'a membership that is not named'],
  ['was the first summit in 2023', 'yes (first.date)', 'a year'],
  ['was the first summit in 2025', 'no (first.date)', 'another year'],
  ['did turkmenistan took part in the second summit', 'unknown', 'the list is not held'],
  ['does uzbekistan border mongolia', 'unknown', 'no verdict on whom the dataset does not have'],
  ['does turkmenistan border uzbekistan on mars or on venus', 'unknown', 'a word too many'],
  ['does uzbekistan not border china', 'unknown', 'a question that a yes would not answer'],
])('“%s”: %s; %s', (question, short) => {
  expect(answerInShort(question)).toBe(short)
})
