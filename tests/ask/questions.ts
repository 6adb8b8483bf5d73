/** The questions of this folder: tuned ones to look at, those set aside to be measured only, and the claims that must be answered. */
import { readFileSync } from 'node:fs'
import { load, YAMLException } from 'js-yaml'
import { z } from 'zod'

export const languages = ['en', 'ru', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** All of these must be in the answer; of a list any one. */
export type Contains = readonly (string | readonly string[])[]

export type Question =
  | { readonly ask: string; readonly contains: Contains }
  /** With the reason why it has to be declined. */
  | { readonly ask: string; readonly decline: string }

export interface Claim {
  readonly claim: string
  readonly statements: readonly string[]
  readonly contains: Readonly<Record<Language, Contains>>
  readonly ask: Readonly<Record<Language, string>>
}

export const halves = ['tuned', 'setaside'] as const
export type Half = (typeof halves)[number]

const words = z.string().min(1)
const contains = z.array(z.union([words, z.array(words).min(1)])).min(1)
const inEach = <T extends z.ZodType>(of: T) => z.strictObject({ en: of, ru: of, 'zh-CN': of })
const questions = z
  .array(z.union([z.strictObject({ ask: words, contains }), z.strictObject({ ask: words, decline: words })]))
  .min(1)
const claims = z
  .array(
    z.strictObject({
      claim: words,
      statements: z.array(words).min(1),
      contains: inEach(contains),
      ask: inEach(words),
    }),
  )
  .min(1)

export function readQuestions(half: Half, language: Language): readonly Question[] {
  return parsed(inEach(questions), `${half}.yaml`)[language]
}

export const readClaims = (): readonly Claim[] => parsed(claims, 'seed-claims.yaml')

/** A fault names the place and never what stands there: of the half set aside nobody is to read a question. */
function parsed<T extends z.ZodType>(schema: T, file: string): z.infer<T> {
  const read = loaded(file)
  const found = schema.safeParse(read.value)
  if (found.success) return found.data
  const places = found.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`)
  throw new Error(`tests/ask/${file}: ${read.fault ?? places.join('; ')}`)
}

/** The parser's own fault would quote the lines around it. */
function loaded(file: string): { readonly value?: unknown; readonly fault?: string } {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  try {
    return { value: load(text) }
  } catch (error) {
    return { fault: error instanceof YAMLException ? error.reason : 'no YAML' }
  }
}
