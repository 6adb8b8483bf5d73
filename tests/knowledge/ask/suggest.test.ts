/** The questions that are suggested: what they offer as somebody types, and that each is answered by just what it asks for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/commands/parts/answers.ts'
import { indexForAsking } from '../../../src/knowledge/ask/ask-index.ts'
import { askedExactly, questionsIn, suggestQuestions } from '../../../src/knowledge/ask/suggest.ts'
import { indexNames } from '../../../src/knowledge/name-index.ts'
import { realKnowledge } from '../real-dataset.ts'
import { knowledgeOf, smallDataset } from '../small-dataset.ts'

const knowledge = await realKnowledge()
const asking = indexForAsking(knowledge)
const names = indexNames(knowledge)
const languages = ['en', 'ru', 'zh-CN'] as const
const suggest = (typed: string, language: string): readonly string[] =>
  suggestQuestions(asking, names, typed, language, 25)

describe.each(languages)('in %s', language => {
  const questions = questionsIn(knowledge, language)

  test('every question fits into a suggestion, and none stands for two', () => {
    expect(questions.length).toBeGreaterThan(800)
    expect(questions.filter(({ text }) => text.length > 100 || text.includes('{'))).toEqual([])
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length)
  })

  test('every question, when it comes back, is answered by a statement of that entity and property, in its language', () => {
    const wrong = questions.filter(({ text, entity, property }) => {
      const answer = understand(text, 'en', { asking, knowledge })
      return (
        answer.is !== 'found' ||
        answer.language !== language ||
        answer.statements.some(each => each.entity !== entity.id || each.property !== property) ||
        answer.next.some(each => answer.statements.includes(each))
      )
    })
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  test('an empty box offers a varied dozen', () => {
    const offered = suggest('', language)
    expect(offered).toHaveLength(12)
    const asked = offered.flatMap(text => askedExactly(knowledge, text)?.question ?? [])
    expect(new Set(asked.map(({ entity }) => entity)).size).toBe(12)
    expect(new Set(asked.map(({ property }) => property)).size).toBe(12)
    expect(new Set(asked.map(({ entity }) => entity.kind)).size).toBeGreaterThan(6)
  })

  test('whatever is typed offers at most 25 questions of the dataset, none twice', () => {
    const own = new Set(questions.map(({ text }) => text))
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 320 }), fc.string({ unit: 'grapheme', maxLength: 60 })),
        typed => {
          const offered = suggest(typed, language)
          expect(offered.length).toBeLessThanOrEqual(25)
          expect(new Set(offered).size).toBe(offered.length)
          expect(offered.filter(text => !own.has(text))).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })
})

test.each([
  ['en', 'whats the capital of kaz', 'What is the capital of Kazakhstan?'],
  ['en', 'kazakstan capital', 'What is the capital of Kazakhstan?'],
  ['en', 'capital', 'What is the capital of China?'],
  ['en', 'how long is the cku', 'How long is China-Kyrgyzstan-Uzbekistan railway?'],
  ['en', 'столица казахстана', 'What is the capital of Kazakhstan?'],
  ['ru', 'столица каз', 'Казахстан: какой город — столица?'],
  ['ru', 'население узбекистана', 'Узбекистан: какова численность населения?'],
  ['zh-CN', '哈萨克斯坦的首', '哈萨克斯坦的首都是哪里？'],
  ['zh-CN', '首都', '中国的首都是哪里？'],
  ['zh-CN', '中吉乌铁路有多', '中吉乌铁路有多长？'],
])('a reader of %s who types “%s” is offered “%s” first', (language, typed, first) => {
  expect(suggest(typed, language)[0]).toBe(first)
})

test.each([
  ['en', 'kaz', 'Kazakhstan'],
  ['ru', 'казах', 'Казахстан'],
  ['zh-CN', '哈', '哈萨克斯坦'],
  ['en', 'tajikstan', 'Tajikistan'],
])('a reader of %s who has only typed “%s” is offered what there is on %s', (language, typed, name) => {
  const [first = ''] = suggest(typed, language)
  expect(first).toContain(name)
})

test('what nobody could mean offers nothing', () => {
  expect(suggest('qqqq zzzz', 'en')).toEqual([])
})

test('a vague question is offered only of what nothing else is known of', () => {
  const vague = questionsIn(knowledge, 'en').filter(({ property }) => ['remark', 'significance'].includes(property.id))
  const telling = vague.filter(({ entity }) =>
    entity.statements.some(({ property }) => !['remark', 'significance'].includes(property.id)),
  )
  expect(telling).toEqual([])
})

test('a reader of a language in which nobody wrote how people ask is offered English questions', () => {
  expect(suggest('capital of kazakhstan', 'fr')[0]).toBe('What is the capital of Kazakhstan?')
})

test('a new entity and a new property are suggested without code', () => {
  const small = knowledgeOf(smallDataset)
  const offered = suggestQuestions(indexForAsking(small), indexNames(small), 'northern', 'en', 25)
  expect(offered).toContain('How long is The Northern Railway?')
})
