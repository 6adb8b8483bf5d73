/** What a route is given and what it gives back. */
import type { MessageView } from '../bodies/message-body.ts'
import type { Live } from '../live.ts'
import { newReport } from '../rules/issue.ts'
import type { BodyCheck } from '../rules/schema.ts'
import { refuseFaults } from './refusal.ts'

export interface Upload {
  /** The n in `files[n]`. */
  number: string
  filename: string
  contentType: string
  bytes: Buffer
}

export interface Call {
  live: Live
  /** The world's instant when the request came, in milliseconds since 1970. */
  nowMs: number
  params: Record<string, string>
  query: URLSearchParams
  body: unknown
  uploads: readonly Upload[]
  view: MessageView
  gateway: GatewayFacts
}

/** What `GET /gateway/bot` tells. */
export interface GatewayFacts {
  url: string
  maxConcurrency: number
  identifiesLeft(): number
}

export interface Answer {
  status: number
  body?: unknown
  /** Instead of `body`: bytes with their type. */
  file?: { bytes: Buffer; contentType: string }
}

export type Route = (call: Call) => Answer

export const noContent: Answer = { status: 204 }

export function ok(body: unknown): Answer {
  return { status: 200, body }
}

export function param(call: Call, name: string): string {
  const value = call.params[name]
  if (value === undefined) throw new Error(`the route has no parameter "${name}"`)
  return value
}

/** The body after its check, seen as what the check has made sure of. Throws Discord's 50035. */
export function checkedBody<T>(call: Call, check: BodyCheck<T>): T {
  const to = newReport()
  check(call.body ?? {}, to)
  refuseFaults(to)
  return (call.body ?? {}) as T
}

/** A whole number of the query between two bounds, or the default. Throws Discord's 50035. */
export function countIn(call: Call, name: string, minimum: number, maximum: number, otherwise: number): number {
  const text = call.query.get(name)
  if (text === null) return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return value
  const to = newReport()
  to.issues.push(
    Number.isInteger(value)
      ? value < minimum
        ? { path: [name], code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${minimum}.` }
        : { path: [name], code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${maximum}.` }
      : { path: [name], code: 'NUMBER_TYPE_COERCE', message: `Value "${text}" is not int.` },
  )
  refuseFaults(to)
  return otherwise
}
