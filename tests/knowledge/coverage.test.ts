import { expect, test } from 'vitest'
import { coverage, promisedCoverage } from '../../src/knowledge/coverage.ts'
import { parse } from '../../src/knowledge/parse.ts'
import { stamp } from '../../src/knowledge/stamp.ts'
import { knowledgeOf, smallDataset, withFile } from './small-dataset.ts'

const knowledge = knowledgeOf(smallDataset)

test('English is whole but for what nobody asks for', () => {
  expect(coverage(knowledge, 'en')).toMatchObject({
    names: { there: 6, of: 6 },
    statements: { there: 12, of: 12 },
    asked: { there: 9, of: 10 },
    missing: [
      { file: 'asking/en.yaml', entry: 'properties.pledge', reason: 'has no words by which people ask for it' },
    ],
  })
})

test('a language in which nobody wrote how people ask lacks that file', () => {
  expect(coverage(knowledge, 'ru').asked).toEqual({ there: 0, of: 10 })
  expect(coverage(knowledge, 'ru').missing.filter(({ file }) => file.startsWith('asking/'))).toEqual([
    { file: 'asking/ru.yaml', entry: 'the whole file', reason: 'nobody has written how people ask in ru' },
  ])
})

test('another language counts what it has', () => {
  expect(coverage(knowledge, 'ru')).toMatchObject({
    names: { there: 1, of: 6 },
    statements: { there: 4, of: 12 },
    properties: { there: 1, of: 10 },
    units: { there: 1, of: 2 },
  })
  expect(coverage(knowledge, 'zh-CN')).toMatchObject({ names: { there: 1, of: 6 }, statements: { there: 1, of: 12 } })
})

test('what is missing is named by the file in which it should be', () => {
  const { missing } = coverage(knowledge, 'ru')
  expect(missing).toHaveLength(9 + 1 + 5 + 8 + 1)
  expect(missing).toContainEqual({
    file: 'projects/railway.ru.yaml',
    entry: 'name',
    reason: 'is not translated into ru',
  })
  expect(missing).toContainEqual({
    file: 'countries/kazakhstan.ru.yaml',
    entry: 'capital',
    reason: 'is not translated into ru',
  })
  expect(missing).toContainEqual({ file: 'units.ru.yaml', entry: 'people', reason: 'is not translated into ru' })
  expect(missing.some(({ file, entry }) => file === 'countries/kazakhstan.ru.yaml' && entry === 'about')).toBe(false)
})

test('writing what is missing makes it less', () => {
  const files = withFile(
    smallDataset,
    'places/astana.ru.yaml',
    'name: Астана\nstatements: { about: { text: Астана стоит на Ишиме. } }\n',
  )
  const parsed = parse(new Map([...files, ...stamp(files)]))
  expect(parsed.ok && coverage(parsed.knowledge, 'ru').missing.length).toBe(
    coverage(knowledge, 'ru').missing.length - 2,
  )
})

test('three languages are promised', () => {
  expect(promisedCoverage(knowledge).map(({ language }) => language)).toEqual(['en', 'ru', 'zh-CN'])
})
