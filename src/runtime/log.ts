/** The log: what happened, as JSON lines without secrets. Knows what must never be written; knows nothing of Discord beyond that. */

import { pino } from 'pino'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Ids, counts, names and errors. Text that people wrote has no place here: neither messages nor what they typed into options. */
export type Fields = Readonly<Record<string, unknown>>

export interface Log {
  debug(message: string, fields?: Fields): void
  info(message: string, fields?: Fields): void
  warn(message: string, fields?: Fields): void
  error(message: string, fields?: Fields): void
  /** A log whose every line also carries `fields`. */
  child(fields: Fields): Log
}

/** Where lines go: each call brings one whole line with its newline. */
export interface Destination {
  write(line: string): void
}

/** Writes lines of at least `level` to `destination`, by default the standard output. */
export function createLog(level: LogLevel, destination: Destination = pino.destination()): Log {
  const root = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
    },
    destination,
  )
  return over(root)
}

/** What this file uses of pino. Everything that reaches it has been through `plain` or `withoutSecrets`. */
interface Sink {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Sink
}

function over(sink: Sink): Log {
  return {
    debug: (message, fields = {}) => sink.debug(plainFields(fields), withoutSecrets(message)),
    info: (message, fields = {}) => sink.info(plainFields(fields), withoutSecrets(message)),
    warn: (message, fields = {}) => sink.warn(plainFields(fields), withoutSecrets(message)),
    error: (message, fields = {}) => sink.error(plainFields(fields), withoutSecrets(message)),
    child: fields => over(sink.child(plainFields(fields))),
  }
}

const redacted = '[redacted]'
const secretName = /(?:token|authorization|password|secret)$/i

/** Tokens in running text. */
const secretsInText: readonly (readonly [RegExp, string])[] = [
  // An interaction's token stands in the URL of every answer to it; for 15 minutes whoever has it can answer in the bot's name.
  [/\/(webhooks|interactions)\/(\d+)\/[^/?#\s"']+/g, `/$1/$2/${redacted}`],
  // The same token elsewhere: "interaction:" in base64, then the rest.
  [/aW50ZXJhY3Rpb246[\w=-]+/g, redacted],
  // A bot's token: its id, an instant and a signature, each in base64.
  [/(?<![\w-])[\w-]{20,30}\.[\w-]{6,7}\.[\w-]{27,}/g, redacted],
]

function withoutSecrets(text: string): string {
  return secretsInText.reduce((rest, [secret, instead]) => rest.replaceAll(secret, instead), text)
}

/** Nobody logs deeper on purpose, and a circle ends here. */
const deepest = 5

function plainFields(fields: object, depth = 0): Record<string, unknown> {
  const entries = Object.entries(fields)
  return Object.fromEntries(
    entries.map(([name, value]) => [withoutSecrets(name), secretName.test(name) ? redacted : plain(value, depth + 1)]),
  )
}

/**
 * A value as it may be written. Objects of a class are only named: a discord.js structure drags in the message, its author
 * and the client with the bot's token.
 */
function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutSecrets(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest) return '[too deep]'
  if (value instanceof Error) return plainError(value, depth)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  if (Array.isArray(value)) return value.map(item => plain(item, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return plainFields(value, depth)
  return `[${classOf(value)}]`
}

function classOf(value: object): string {
  const made: unknown = Reflect.get(value, 'constructor')
  return typeof made === 'function' ? made.name : 'object'
}

/**
 * What says what failed and where. The rest stays out: discord.js hangs the whole request body, so people's words, on its errors.
 * Name, message, stack and cause are listed because they are not enumerable.
 */
const toldOfErrors = [
  'name',
  'message',
  'stack',
  'code',
  'errcode',
  'syscall',
  'path',
  'status',
  'method',
  'url',
  'cause',
  'errors',
] as const

function plainError(error: Error, depth: number): Record<string, unknown> {
  const told = toldOfErrors.filter(name => name in error)
  return Object.fromEntries(told.map(name => [name, plain(Reflect.get(error, name), depth + 1)]))
}
