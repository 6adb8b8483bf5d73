/** Whatever is asked, in whichever language, has an answer from the dataset or a refusal, always the same, on a page that Discord takes. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/commands/parts/answers.ts'
import type { Answer } from '../../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../../src/knowledge/ask/ask-index.ts'
import { questionsIn } from '../../../src/knowledge/ask/suggest.ts'
import { loadLanguages } from '../../../src/locales/load.ts'
import { answerPage } from '../../../src/views/answer-page.ts'
import { declinedPage } from '../../../src/views/declined-page.ts'
import type { Reader } from '../../../src/views/format.ts'
import type { View } from '../../../src/views/view.ts'
import { textsOf, wrongWith } from '../../views/discord-limits.ts'
import { realKnowledge } from '../real-dataset.ts'

const knowledge = await realKnowledge()
const asking = indexForAsking(knowledge)
const written = await loadLanguages()
const ids = new Set(knowledge.entities.keys())
const ask = (question: string, language: string): Answer => understand(question, language, { asking, knowledge })

function pageOf(found: Answer): View {
  const words = written.get(found.language)?.words
  if (!words) throw new Error(`answered in “${found.language}”, in which there are no words`)
  const reader: Reader = { language: found.language, words, knowledge }
  return found.is === 'found'
    ? answerPage(found, { asked: 'zzzzzzzz', own: true }, 'short', 'rich', reader)
    : declinedPage(found, 'zzzzzzzz', 'short', 'rich', reader)
}

/** What is true of every answer; empty where all of it is. */
function faultsOf(found: Answer): readonly string[] {
  const statements = found.is === 'found' ? found.statements : []
  const all = [...statements, ...found.next]
  return [
    ...all.filter(each => knowledge.statements.get(each.id) !== each).map(({ id }) => `${id} is not in the dataset`),
    ...(new Set(all).size === all.length ? [] : ['a statement twice']),
    ...(found.is === 'declined' && found.why !== 'unknown' && found.next.length > 0 ? ['something near nonsense'] : []),
    ...wrongWith(pageOf(found), ids),
    ...textsOf(pageOf(found)).flatMap(text => text.match(/<@[!&]?\d+>|@everyone|@here/g) ?? []),
  ]
}

const repeated = (...texts: readonly string[]) =>
  fc.tuple(fc.constantFrom(...texts), fc.integer({ min: 1, max: 300 })).map(([text, times]) => text.repeat(times))
const ofCharacters = (from: number, to: number) =>
  fc.array(fc.integer({ min: from, max: to }), { maxLength: 300 }).map(codes => String.fromCharCode(...codes))

/** What nobody means as a question, and what is typed to break something. */
const nonsense = {
  'any string': fc.string({ unit: 'binary', maxLength: 400 }),
  'halves of characters': ofCharacters(0xd800, 0xdfff),
  'figures and signs': fc.string({
    unit: fc.constantFrom('0', '1', '2', '5', '9', '.', ',', '%', '+', '-', '/', ' ', '年', 'г'),
    maxLength: 300,
  }),
  'one thing again and again': repeated(
    '9',
    '🚄',
    'а',
    '峰',
    '@everyone ',
    '<@1>',
    '**',
    '`',
    '\n',
    '\u0301',
    'summit ',
  ),
  'Chinese characters': ofCharacters(0x4e00, 0x9fff),
  Cyrillic: ofCharacters(0x0400, 0x04ff),
  'markdown and mentions': fc
    .array(
      fc.constantFrom('<@1>', '<@&2>', '@here', '**', '_', '`', '> ', '# ', '||', '[a](https://example.org)', '<t:1>'),
      { maxLength: 60 },
    )
    .map(parts => parts.join(' ')),
} as const

/** Questions of the dataset's own, mangled: they reach further into the understanding than nonsense does. */
const mangled = (language: string) =>
  fc
    .tuple(
      fc.constantFrom(...questionsIn(knowledge, language).map(({ text }) => text)),
      fc.array(fc.tuple(fc.nat(100), fc.nat(3), fc.string({ unit: 'grapheme', maxLength: 2 })), { maxLength: 6 }),
    )
    .map(([text, changes]) =>
      changes.reduce((before, [at, taken, put]) => before.slice(0, at) + put + before.slice(at + taken), text),
    )

describe.each(['en', 'ru', 'zh-CN', 'kk'])('for a reader of %s', language => {
  test.each(Object.entries({ ...nonsense, 'mangled questions': mangled(language === 'kk' ? 'ru' : language) }))(
    'no fault with %s, and the same twice',
    (_, questions: fc.Arbitrary<string>) => {
      fc.assert(
        fc.property(questions, question => {
          const found = ask(question, language)
          expect(faultsOf(found)).toEqual([])
          expect(isDeepStrictEqual(ask(question, language), found)).toBe(true)
        }),
        { numRuns: 30 },
      )
    },
  )
})

test('what comes after 300 characters changes nothing', () => {
  const question = `capital of kazakstan${' '.repeat(300)}`
  expect(ask(`${question} and of uzbekistan`, 'en')).toEqual(ask(question, 'en'))
})

test.each([
  ['', 'empty'],
  ['???', 'empty'],
  ['🚄🚄🚄', 'empty'],
])('“%s” is declined as %s', (question, why) => {
  expect(ask(question, 'en')).toMatchObject({ is: 'declined', why, next: [] })
})

test.each([
  ['Kazakhstan', 'ru', 'ru', 'Latin letters are everybody’s'],
  ['Казахстан', 'en', 'ru', 'Cyrillic says it itself'],
  ['哈萨克斯坦', 'en', 'zh-CN', 'and so do Chinese characters'],
  ['capital of Казахстан', 'ru', 'en', 'the words around a name count'],
  ['столица Kazakhstan', 'en', 'ru', 'in either direction'],
  ['Kazakhstan', 'kk', 'en', 'a reader whose language nobody asks in'],
])('“%s”, asked by a reader of %s, is answered in %s: %s', (question, readers, language) => {
  expect(ask(question, readers).language).toBe(language)
})
