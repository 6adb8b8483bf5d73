/** The dataset's own changelog, as people write it and as the bot reads it. */
import { describe, expect, test } from 'vitest'
import { inLanguage } from '../../src/knowledge/language.ts'
import { parse } from '../../src/knowledge/parse.ts'
import { faultsOf } from './one-fault.ts'
import { changed, smallDataset } from './small-dataset.ts'

const parsed = parse(smallDataset)
if (!parsed.ok) throw new Error(parsed.faults[0]?.reason)
const [edition] = parsed.knowledge.changes

test('an edition has its version, its date and its points in every language written', () => {
  expect(edition).toMatchObject({ version: '1.2.3', date: '2026-11-23' })
  if (!edition) throw new Error('no edition')
  expect(inLanguage(edition.points, 'en').text).toEqual(['A first point.', 'A second one.'])
  expect(inLanguage(edition.points, 'ru').text).toEqual(['Первое.', 'Второе.'])
  expect(inLanguage(edition.points, 'zh-CN')).toEqual({ text: ['A first point.', 'A second one.'], fallback: true })
})

describe('a fault', () => {
  test.each([
    [
      'another version than the dataset’s',
      'CHANGELOG.md',
      '## 1.2.3',
      '## 1.2.4',
      'expected the version of dataset.yaml, 1.2.3; came 1.2.4',
    ],
    ['a heading without a date', 'CHANGELOG.md', ' (2026-11-23)', '', 'expected a heading such as'],
    ['a day that is none', 'CHANGELOG.md', '2026-11-23', '2026-02-30', 'expected a heading such as'],
    [
      'a translation with a point less',
      'CHANGELOG.ru.md',
      '- Второе.\n',
      '',
      'expected as many points as the English has, 2; came 1',
    ],
    ['no points', 'CHANGELOG.md', '- A first point.\n- A second one.\n', '', 'expected points that begin with'],
  ])('%s', (_, file, before, after, reason) => {
    expect(faultsOf(changed(smallDataset, file, before, after)).join('\n')).toContain(reason)
  })
})
