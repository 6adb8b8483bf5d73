/** What the word lists of `src/data/asking`, `src/data/asked` and `src/data/unanswered` must keep to, because it does harm where nobody looks for it. */
import { describe, expect, test } from 'vitest'
import { cellsOf } from '../../src/knowledge/ask/cells.ts'
import { stemsOf } from '../../src/knowledge/ask/terms.ts'
import { realKnowledge } from './real-dataset.ts'

const { asking, asked, unanswered } = await realKnowledge()
const small = new Set(
  [...asking.values()].flatMap(each => each.small.flatMap(word => cellsOf(word).map(({ stem }) => stem))),
)

describe.each([...asking])('in %s', (language, words) => {
  test('no filler of several words shrinks to one, which would take its weight from that word everywhere', () => {
    const shrunk = words.filler.filter(phrase => {
      const cells = cellsOf(phrase)
      return cells.length > 1 && cells.every(({ script }) => script !== 'Han') && stemsOf(cells, small).length === 1
    })
    expect(shrunk).toEqual([])
  })

  test('people have asked for most of what it tells', () => {
    expect(asked.get(language)?.size).toBeGreaterThan(1000)
  })

  test('no question is both answered and not', () => {
    const answered = new Set([...(asked.get(language)?.values() ?? [])].flat())
    const none = unanswered.get(language) ?? []
    expect(none.length).toBeGreaterThan(100)
    expect(new Set(none).size).toBe(none.length)
    expect(none.filter(question => answered.has(question))).toEqual([])
  })

  test('no question stands twice under a statement', () => {
    const twice = [...(asked.get(language) ?? [])].filter(([, questions]) => new Set(questions).size < questions.length)
    expect(twice).toEqual([])
  })
})
