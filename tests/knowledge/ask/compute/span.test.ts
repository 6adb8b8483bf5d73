/** The time between two dates and the change between two years, whichever is named first. */
import { expect, test } from 'vitest'
import { answerInShort } from '../ask-dataset.ts'

const two = '2 years, 761 days (first.date, second.date)'

test.each([
  ['how many years between the first summit and the second summit', two, 'whole names'],
  ['years between the first and the second summit', two, 'the kind said once'],
  ['years between the second and the first summit', two, 'the later one first'],
  ['years between the first summit and the full moon', 'unknown', 'only one has a date'],
  [
    'did the population of uzbekistan grow from 2020 to 2025',
    '4000000 people (uzbekistan.population, uzbekistan.population-2020)',
    'between two years',
  ],
  [
    'population of turkmenistan 2023 2024 2025',
    'population: turkmenistan 2023, turkmenistan 2024, turkmenistan 2025 (turkmenistan.population-2023)',
    'year by year',
  ],
  ['did the population of kazakhstan grow from 2020 to 2025', 'unknown', 'one of the years is not held'],
])('“%s”: %s; %s', (question, short) => {
  expect(answerInShort(question)).toBe(short)
})
