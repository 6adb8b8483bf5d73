/** The largest, the longest, which of two: computed where several hold the property, and only among those that are meant. */
import { expect, test } from 'vitest'
import { answerInShort } from '../ask-dataset.ts'

test.each([
  [
    'which of the three is most populous',
    'population: uzbekistan > kazakhstan > turkmenistan (uzbekistan.population)',
    'a group',
  ],
  [
    'least populous of the three',
    'population: turkmenistan > kazakhstan > uzbekistan (turkmenistan.population)',
    'the other end',
  ],
  [
    'longest railway',
    'length: southern > railway (southern.length)',
    'of a sector only, although a pipeline is longer',
  ],
  ['which is the longest pipeline', 'said (oil.length)', 'of one there is nothing to compare'],
  ['is uzbekistan the most populous of the three', 'yes (uzbekistan.population)', 'yes or no'],
  ['is turkmenistan most populous of the three', 'no (uzbekistan.population)', 'no, by whom it is'],
  [
    'population of turkmenistan versus uzbekistan',
    'population: uzbekistan > turkmenistan (uzbekistan.population, turkmenistan.population)',
    'two, the greater first',
  ],
  [
    'population of uzbekistan versus turkmenistan, by how much',
    'population: uzbekistan > turkmenistan, by 31000000 (uzbekistan.population, turkmenistan.population)',
    'and by how much, where that is asked',
  ],
  [
    'most populous: uzbekistan or turkmenistan',
    'population: uzbekistan > turkmenistan (uzbekistan.population, turkmenistan.population)',
    'which of two',
  ],
  [
    'second most populous of the three',
    'population: uzbekistan > kazakhstan > turkmenistan, no. 2 (kazakhstan.population)',
    'not the first but the one after it',
  ],
  [
    'second most populous of the three and uzbekistan',
    'population: uzbekistan > kazakhstan > turkmenistan, no. 2 (kazakhstan.population)',
    'and not about the first, though it is named',
  ],
  [
    'third most populous of the three',
    'population: uzbekistan > kazakhstan > turkmenistan, no. 3 (turkmenistan.population)',
    'nor the second',
  ],
  ['most populous of the planets', 'unknown', 'of others'],
  ['population of china versus mars', 'unknown', 'not held'],
])('“%s”: %s; %s', (question, short) => {
  expect(answerInShort(question)).toBe(short)
})
