/** Rules between files: their names, their ids, and that one fault brings no others. */

import { describe, expect, test } from 'vitest'
import { faultsOf, kazakhstan, sources } from './one-fault.ts'
import { changed, smallDataset, withFile, without } from './small-dataset.ts'

describe('files', () => {
  const added: readonly (readonly [string, string, string])[] = [
    ['notes.txt', '', 'expected a name that ends in .yaml'],
    ['towns/astana.yaml', 'name: A', 'expected a folder among sources, asking, asked, unanswered, countries, summits'],
    [
      'constructor/astana.yaml',
      'name: A',
      'expected a folder among sources, asking, asked, unanswered, countries, summits',
    ],
    ['places/old/astana.yaml', 'name: A', 'a folder inside a folder'],
    ['places/Old Town.yaml', 'name: A', 'expected an id in kebab-case'],
    [
      'places/astana.russian.yaml',
      'name: A',
      'expected a language tag such as ru or zh-CN before .yaml, came “russian”',
    ],
    ['places/astana.zh-cn.yaml', 'name: A', 'expected a language tag'],
    ['places/astana.en.yaml', 'name: A', 'English stands in the file without a language'],
    ['places/astana.ru.old.yaml', 'name: A', 'came more dots'],
    ['sources/all.ru.yaml', '', 'sources are not translated'],
    ['asking/russian.yaml', '', 'expected a language tag such as en or zh-CN before .yaml, came “russian”'],
    ['asking/zh-cn.yaml', '', 'expected a language tag'],
    ['asking/ru.old.yaml', '', 'expected a language tag'],
    ['dataset.ru.yaml', '', 'only properties, units and entities have overlays'],
    ['words.yaml', '', 'expected dataset, properties, units or glossary'],
  ]
  test.each(added)('%s', (path, text, reason) => {
    const faults = faultsOf(withFile(smallDataset, path, text))
    expect(faults).toEqual([expect.stringContaining(`${path} › the file’s name: `)])
    expect(faults[0]).toContain(reason)
  })

  test('an entity id in two folders', () => {
    const files = withFile(smallDataset, 'projects/astana.yaml', 'name: Astana Light Rail\nstatements: {}\n')
    expect(faultsOf(files)).toEqual([
      'projects/astana.yaml › the whole file: the id “astana” is taken by places/astana.yaml; ids are unique over all folders',
    ])
  })

  test('a source id in two files', () => {
    const again =
      'gov-2024: { title: Again, publisher: P, date: 2024, url: https://example.org, language: en, kind: press }'
    expect(faultsOf(withFile(smallDataset, 'sources/more.yaml', again))).toEqual([
      'sources/more.yaml › gov-2024: this source id stands in sources/all.yaml too; a source stands once',
    ])
  })

  test('an overlay of nothing', () => {
    expect(faultsOf(withFile(smallDataset, 'places/tashkent.ru.yaml', 'aliases: [Ташкент]'))).toEqual([
      'places/tashkent.ru.yaml › the whole file: expected places/tashkent.yaml beside it, came none',
    ])
  })

  test('an overlay in another folder than its entity', () => {
    expect(faultsOf(withFile(smallDataset, 'people/astana.ru.yaml', 'aliases: [Астана]'))).toEqual([
      'people/astana.ru.yaml › the whole file: expected people/astana.yaml beside it, came none',
    ])
  })

  test('a file that is no map', () => {
    expect(faultsOf(withFile(smallDataset, 'sources/more.yaml', '- one'))).toEqual([
      'sources/more.yaml › the whole file: expected a map of entries by id',
    ])
  })

  test('no dataset.yaml', () => {
    expect(faultsOf(without(smallDataset, 'dataset.yaml'))).toEqual([
      'dataset.yaml › the whole file: expected this file, came none',
    ])
  })
})

describe('several faults at once', () => {
  test('come all, in the order of the files', () => {
    const one = changed(smallDataset, kazakhstan, 'value: astana', 'value: nowhere')
    const two = changed(one, kazakhstan, 'speaker: kazakhstan', 'speaker: astana')
    const three = changed(two, kazakhstan, '    text: More than 20', '    words: x\n    text: More than 20')
    const four = changed(three, 'countries/china.yaml', 'sources: [gov-2024]', 'sources: [nobody]')
    expect(faultsOf(four).map(fault => fault.slice(0, fault.indexOf(':')))).toEqual([
      'countries/china.yaml › neighbours',
      'countries/kazakhstan.yaml › population',
      'countries/kazakhstan.yaml › capital',
      'countries/kazakhstan.yaml › trade-pledge',
    ])
  })

  test.each([
    ['sources that can’t be read', sources, 'title:', 'title: ['],
    ['units that can’t be read', 'units.yaml', 'km:', 'km: ['],
    ['properties that can’t be read', 'properties.yaml', 'about:', 'about: ['],
    ['a source that has a fault', sources, 'kind: official', 'kind: rumour'],
    ['a property that has a fault', 'properties.yaml', 'name: In one line', 'label: In one line'],
    ['a unit that has a fault', 'units.yaml', "people: { pattern: '{n} people'", "people: { pattern: 'people'"],
  ])('%s bring no fault of what refers to them', (_, file, from, to) => {
    const faults = faultsOf(changed(smallDataset, file, from, to))
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.filter(fault => !fault.startsWith(file))).toEqual([])
  })
})
