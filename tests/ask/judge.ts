/** Whether an answer is right: by the words that people see of it, compared as people compare. Knows neither the dataset nor how it was found. */
import { unescaped } from '../../src/views/format.ts'
import type { View } from '../../src/views/view.ts'
import { nodesOf } from '../views/discord-limits.ts'
import type { Contains, Question } from './questions.ts'

export type Verdict = 'right' | 'wrong' | 'wronglyDeclined' | 'rightlyDeclined' | 'answeredUnheld'

/** `answer` is undefined where there was none. */
export function judge(question: Question, answer: string | undefined): Verdict {
  if ('decline' in question) return answer === undefined ? 'rightlyDeclined' : 'answeredUnheld'
  if (answer === undefined) return 'wronglyDeclined'
  return hasAll(answer, question.contains) ? 'right' : 'wrong'
}

/** The heading and the sentences; not the foot, whose sources and years would be right by chance, and no buttons. */
export function sentencesOf(view: View): string {
  return nodesOf(view)
    .flatMap(({ content }) => content ?? [])
    .flatMap(content => content.split('\n'))
    .filter(line => !line.startsWith('-# '))
    .join('\n')
}

export function hasAll(text: string, contains: Contains): boolean {
  return contains.every(item => [item].flat().some(words => has(text, words)))
}

/** “1,234” is a thousand in one language and a fraction in another: it is enough that both sides agree in one reading. */
const has = (text: string, words: string): boolean =>
  [grouped, fractional].some(read => pattern(plain(words, read)).test(plain(text, read)))

const grouped = (text: string): string => fractional(text.replaceAll(/(?<=\d)[.,](?=\d{3}(?!\d))/g, ''))
const fractional = (text: string): string => text.replaceAll(/(?<=\d),(?=\d)/g, '.')

/** Lower case without diacritics, apostrophes and markdown; what parts words is one blank, between digits and letters and in Chinese none. */
function plain(text: string, readNumbers: (text: string) => string): string {
  return readNumbers(
    unescaped(text)
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/['’‘ʼʻ`´]/gu, '')
      .replaceAll(/(?<![\d.,])(\d{1,3})((?:\s\d{3})+)(?![\d])/gu, (_, first: string, rest: string) =>
        `${first}${rest}`.replaceAll(/\s/gu, ''),
      ),
  )
    .replaceAll(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}.%+]+/gu, ' ')
    .replaceAll(/(?<=\d) (?=[\p{L}%])|(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}

/** What is as short as this stands inside of many a word. */
const shortest = 3

function pattern(words: string): RegExp {
  const isShort = words.length <= shortest && /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(words)
  const isNumber = /^[\d.]+$/.test(words)
  const before = /^\d/.test(words) ? '(?<!\\d|\\d\\.)' : isShort ? '(?<!\\p{L})' : ''
  // “10 721” is also a beginning of “10 721 000”, and “10.72” of “10.721”; a Russian word may have an ending.
  const after = isNumber && !words.includes('.') ? '(?!\\.\\d)(?=(?:\\d{3})*(?!\\d))' : isShort ? ending(words) : ''
  return new RegExp(before + words.replaceAll(/[.+]/g, '\\$&') + after, 'u')
}

const ending = (word: string): string => (/\p{Script=Latin}/u.test(word) ? '(?!\\p{L})' : '')
