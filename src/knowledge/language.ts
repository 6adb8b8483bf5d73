/** Which of a text's languages a reader gets. Knows language tags only as text: the exact tag, then its first part, then English. */

import type { Localised } from './model.ts'

/** The languages in which the dataset is whole; others may be, entry by entry. */
export const promisedLanguages = ['en', 'ru', 'zh-CN'] as const

/** `fallback` is true when the reader gets English without having asked for it, so that a page can say so. */
export function inLanguage<T>(
  localised: Localised<T>,
  language: string,
): { readonly text: T; readonly fallback: boolean } {
  const base = language.split('-', 1)[0] ?? language
  if (base === 'en') return { text: localised.en, fallback: false }
  const text = localised.other.get(language) ?? localised.other.get(base)
  return text === undefined ? { text: localised.en, fallback: true } : { text, fallback: false }
}
