/** The codec of custom ids: what is written is read again, and nothing else is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { component, componentName, oneOf, whole, word } from '../../src/views/component.ts'

const answer = component('quiz.answer', { game: word, round: whole, side: oneOf('left', 'right') })

describe('a component', () => {
  test('reads what it wrote', () => {
    const values = fc.record({
      game: fc.string({ maxLength: 40 }).filter(text => !text.includes('~')),
      round: fc.maxSafeInteger(),
      side: fc.constantFrom('left', 'right'),
    })
    fc.assert(
      fc.property(values, each => {
        expect(answer.read(answer.id(each))).toEqual(each)
      }),
    )
  })

  test('answers undefined to any other id, and never throws', () => {
    const written = new Set([answer.id({ game: 'g', round: 1, side: 'left' })])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), id => {
        if (!written.has(id) && !id.startsWith('quiz.answer~')) expect(answer.read(id)).toBeUndefined()
      }),
    )
  })

  test.each([
    ['of an older version, with a field less', 'quiz.answer~g~1'],
    ['with a field more', 'quiz.answer~g~1~left~x'],
    ['with a number that is none', 'quiz.answer~g~1.5~left'],
    ['with a number in another spelling', 'quiz.answer~g~01~left'],
    ['with a word that is not in the list', 'quiz.answer~g~1~up'],
    ['of another component', 'quiz.answers~g~1~left'],
    ['empty', ''],
  ])('does not read an id %s', (_, id) => {
    expect(answer.read(id)).toBeUndefined()
  })

  test('refuses an id over the 100 characters that Discord takes', () => {
    expect(answer.id({ game: 'g'.repeat(81), round: 1, side: 'left' })).toHaveLength(100)
    expect(() => answer.id({ game: 'g'.repeat(82), round: 1, side: 'left' })).toThrow('over 100 characters')
  })

  test('refuses a word that would be read as two fields', () => {
    expect(() => answer.id({ game: 'a~b', round: 1, side: 'left' })).toThrow('may not hold "~"')
  })

  test('refuses a number that is not whole', () => {
    expect(() => answer.id({ game: 'g', round: 1.5, side: 'left' })).toThrow('safe integer')
  })

  test('is known by its name even where its version is not', () => {
    expect(componentName('quiz.answer~whatever')).toBe('quiz.answer')
    expect(componentName('')).toBe('')
  })
})
