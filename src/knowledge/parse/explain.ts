/** Turns what zod found into reasons that say where, what was expected and what came. */

import type { z } from 'zod'

type Issue = z.core.$ZodIssue

const expectedWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
}

function cut(text: string): string {
  const letters = Array.from(text)
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : text
}

/** What stood in the file, in a few words. */
export function came(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'string') return `the text “${cut(value)}”`
  if (typeof value === 'number' || typeof value === 'boolean') return `the ${typeof value} ${value}`
  return 'a map'
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = Reflect.get(here, step)
  }
  return here
}

function written(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('')
}

/** In a choice of shapes the one meant is that whose outer type fits, if only one does. */
function meantBranch(issues: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = issues.filter(
    branch => !branch.some(issue => issue.code === 'invalid_type' && issue.path.length === 0),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

function reasons(issue: Issue, raw: unknown, before: readonly PropertyKey[]): readonly string[] {
  const path = [...before, ...issue.path]
  const where = path.length > 0 ? `${written(path)}: ` : ''
  const input = at(raw, path)
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors)
    if (branch !== undefined) return branch.flatMap(inner => reasons(inner, raw, path))
    return [`${where}${issue.message}, came ${came(input)}`]
  }
  if (issue.code === 'invalid_type') {
    const quote = issue.expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')
    const hint = quote ? ' (to mean the text, put it in quotation marks)' : ''
    return [`${where}expected ${expectedWords[issue.expected] ?? issue.expected}, came ${came(input)}${hint}`]
  }
  if (issue.code === 'invalid_value')
    return [`${where}expected ${issue.values.map(String).join(' | ')}; came ${came(input)}`]
  if (issue.code === 'invalid_key') return issue.issues.map(inner => `${where}${inner.message}`)
  return [`${where}${issue.message}`]
}

export function explain(error: z.ZodError, raw: unknown): readonly string[] {
  return error.issues.flatMap(issue => reasons(issue, raw, []))
}
