/** What was wrong with a body, and Discord's nested way of saying it. https://discord.com/developers/docs/reference#error-messages */

export type Path = readonly (string | number)[]

export interface Issue {
  path: Path
  /** Discord's code of the fault, such as BASE_TYPE_MAX_LENGTH. */
  code: string
  message: string
}

/** Collects faults while a body is walked; the walker keeps `path` at where it stands. */
export interface Report {
  readonly path: (string | number)[]
  readonly issues: Issue[]
}

export function newReport(...path: (string | number)[]): Report {
  return { path: [...path], issues: [] }
}

export function report(to: Report, code: string, message: string): void {
  to.issues.push({ path: [...to.path], code, message })
}

/** Runs `check` one step deeper. */
export function within(to: Report, key: string | number, check: () => void): void {
  to.path.push(key)
  check()
  to.path.pop()
}

export function reportAt(to: Report, keys: (string | number)[], code: string, message: string): void {
  to.issues.push({ path: [...to.path, ...keys], code, message })
}

/** `{ content: { _errors: [{ code, message }] } }` */
export function nestedErrors(issues: readonly Issue[]): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const issue of issues) {
    let node = root
    for (const key of issue.path) {
      const next = (node[key] ?? {}) as Record<string, unknown>
      node[key] = next
      node = next
    }
    const faults = (node['_errors'] ?? []) as unknown[]
    node['_errors'] = [...faults, { code: issue.code, message: issue.message }]
  }
  return root
}

/** The code of what makes Discord answer 500 instead of a refusal; not one of Discord's own. */
export const breakdown = 'DISCORD_BREAKS_DOWN'

export const required = ['BASE_TYPE_REQUIRED', 'This field is required'] as const

export function tooLong(maximum: number): readonly [string, string] {
  return ['BASE_TYPE_MAX_LENGTH', `Must be ${maximum} or fewer in length.`]
}

export function badLength(minimum: number, maximum: number): readonly [string, string] {
  return ['BASE_TYPE_BAD_LENGTH', `Must be between ${minimum} and ${maximum} in length.`]
}
