/** Traditional characters are read as simplified ones, and nothing else is touched. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simplify } from '../../../src/knowledge/ask/simplify.ts'

test.each([
  ['烏茲別克斯坦', '乌兹别克斯坦'],
  ['中吉烏鐵路何時開工', '中吉乌铁路何时开工'],
  ['西安峰會 when', '西安峰会 when'],
  ['中国', '中国'],
])('“%s” is read as “%s”', (typed, read) => {
  expect(simplify(typed)).toBe(read)
})

test('a text without Chinese stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      fc.pre(!/\p{Script=Han}/u.test(text))
      expect(simplify(text)).toBe(text)
    }),
  )
})
