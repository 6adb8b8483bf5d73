import { expect, test } from 'vitest'
import { inLanguage } from '../../src/knowledge/language.ts'

const greeting = {
  en: 'hello',
  other: new Map([
    ['ru', 'привет'],
    ['zh-CN', '你好'],
  ]),
}

test.each([
  ['en', 'hello', false],
  ['en-GB', 'hello', false],
  ['ru', 'привет', false],
  ['ru-KZ', 'привет', false],
  ['zh-CN', '你好', false],
  ['zh-TW', 'hello', true],
  ['zh', 'hello', true],
  ['kk', 'hello', true],
  ['', 'hello', true],
])('a reader of “%s” gets %s', (language, text, fallback) => {
  expect(inLanguage(greeting, language)).toEqual({ text, fallback })
})
