import { describe, expect, test } from 'vitest'
import { parse } from '../../src/knowledge/parse.ts'
import { stamp } from '../../src/knowledge/stamp.ts'
import { changed, type Files, smallDataset, unstampedDataset, withFile } from './small-dataset.ts'

function isValid(files: Files): boolean {
  return parse(files).ok
}

describe('stamping', () => {
  test('makes translations without marks valid', () => {
    expect(isValid(unstampedDataset)).toBe(false)
    expect(isValid(new Map([...unstampedDataset, ...stamp(unstampedDataset)]))).toBe(true)
  })

  test('adds marks and touches nothing else', () => {
    const withoutMarks = (text: string) =>
      text.replaceAll(/^ *of: "?[0-9a-f]{8}"?\n/gm, '').replaceAll(/of: "?[0-9a-f]{8}"?, /g, '')
    const stamped = stamp(unstampedDataset)
    expect([...stamped.keys()].toSorted()).toEqual([
      'countries/kazakhstan.ru.yaml',
      'countries/kazakhstan.zh-CN.yaml',
      'projects/railway.ru.yaml',
      'properties.ru.yaml',
      'units.ru.yaml',
    ])
    for (const [path, text] of stamped) expect(withoutMarks(text)).toBe(unstampedDataset.get(path))
  })

  test('a second time changes nothing', () => {
    expect(stamp(smallDataset).size).toBe(0)
  })

  test('leaves a stale mark, which the check goes on naming', () => {
    const stale = changed(smallDataset, 'places/astana.yaml', 'on the Ishim', 'on the river Ishim')
    const translated = withFile(
      stale,
      'places/astana.ru.yaml',
      'statements:\n  about: { of: abcdefab, text: Астана. }\n',
    )
    expect(stamp(translated).size).toBe(0)
    expect(isValid(translated)).toBe(false)
  })

  test('quotes a mark that YAML would read as a number', () => {
    expect(smallDataset.get('countries/kazakhstan.ru.yaml')).toContain('    of: "24587271"\n    text: Казахстан')
  })

  test.each([
    ['a map in braces', '{ name: Астана, statements: { about: { text: Астана. } } }\n'],
    ['braces over two lines', 'name: Астана\nstatements:\n  about: {\n    text: Астана. }\n'],
    ['quotation marks', 'name: "Астана" # так\nstatements:\n    about:\n        "text": Астана.\n'],
    ['a folded text', 'name: >-\n  Астана\nstatements:\n  about:\n    text: >-\n      Астана\n      стоит.\n'],
    ['a name at the end, without a line break', 'statements:\n  about: { text: Астана. }\nname: Астана'],
    ['Windows line breaks', 'name: Астана\r\nstatements:\r\n  about:\r\n    text: Астана.\r\n'],
    ['a comment before the text', 'name: Астана\nstatements:\n  about:\n    # река\n    text: Астана.\n'],
  ])('works in %s', (_, text) => {
    const files = withFile(smallDataset, 'places/astana.ru.yaml', text)
    const stamped = new Map([...files, ...stamp(files)])
    expect(parse(stamped)).toMatchObject({ ok: true })
  })

  test.each([
    ['an unknown statement', 'statements:\n  nothing: { text: Астана. }\n'],
    ['an entry of the wrong shape', 'statements:\n  about: { words: Астана. }\n'],
    ['no YAML', 'statements: [\n'],
  ])('leaves %s to the check', (_, text) => {
    expect(stamp(withFile(smallDataset, 'places/astana.ru.yaml', text)).size).toBe(0)
  })
})
