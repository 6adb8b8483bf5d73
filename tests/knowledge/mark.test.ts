import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOfStatement, markOfWords } from '../../src/knowledge/mark.ts'
import { anyWords } from './any-dataset.ts'

const anyEnglish = fc.record({
  text: anyWords,
  value: fc.option(fc.oneof(anyWords, fc.array(anyWords, { minLength: 1, maxLength: 3 })), { nil: undefined }),
  alternatives: fc.option(fc.array(fc.record({ text: anyWords, value: anyWords }), { minLength: 1, maxLength: 2 }), {
    nil: undefined,
  }),
})

describe('a mark', () => {
  // From another implementation of FNV-1a: were the algorithm to change unseen, every translation would turn stale.
  test('is FNV-1a of the English', () => {
    expect(markOfWords()).toBe('741638a5')
    expect(markOfWords('Kazakhstan')).toBe('ee7bd52f')
    expect(markOfWords('哈萨克斯坦')).toBe('a140fc3d')
  })

  test('changes with the English and only with it', () => {
    fc.assert(
      fc.property(anyEnglish, anyEnglish, fc.constantFrom('text', 'texts'), (one, other, type) => {
        const same = JSON.stringify(one) === JSON.stringify(other)
        expect(markOfStatement(one, type) === markOfStatement(other, type)).toBe(same)
        expect(markOfStatement(structuredClone(one), type)).toBe(markOfStatement(one, type))
      }),
    )
  })

  test('tells words apart wherever one ends and the next begins', () => {
    fc.assert(
      fc.property(anyWords, anyWords, (one, other) => {
        expect(markOfWords(one, other)).not.toBe(markOfWords(one + other))
        expect(markOfStatement({ text: one, value: other }, 'text')).not.toBe(
          markOfStatement({ text: one + other }, 'text'),
        )
      }),
    )
  })

  test('stays when what changes is not translated', () => {
    fc.assert(
      fc.property(
        anyWords,
        fc.anything(),
        fc.anything(),
        fc.constantFrom('number', 'date', 'entity', 'entities'),
        (text, one, other, type) => {
          expect(markOfStatement({ text, value: one }, type)).toBe(markOfStatement({ text, value: other }, type))
        },
      ),
    )
  })
})
