/** The environment as a typed value. Knows every variable that the bot reads and what is wrong with one; starts nothing. */

import { type LogLevel, logLevels } from './runtime/log.ts'
import { defaultDatabaseUrl, readSqliteUrl } from './stores/sqlite-url.ts'

const environments = ['development', 'production', 'test'] as const

export interface Config {
  readonly environment: (typeof environments)[number]
  /** Without a token the bot plays in Local Discord, a stand-in on this machine. */
  readonly discord:
    | { readonly kind: 'discord'; readonly token: string; readonly apiUrl: string }
    | { readonly kind: 'local' }
  readonly databaseUrl: string
  readonly logLevel: LogLevel
}

/** Takes a sentence for whoever set the environment. */
type Fault = (sentence: string) => void

/** Every fault at once. An empty variable counts as an absent one, for that is how .env files leave things out. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const fault: Fault = sentence => faults.push(sentence)

  // A faulty variable is read as its default, so that those after it are read too; the config is then never handed out.
  const environment = oneOf('NODE_ENV', env.NODE_ENV || 'development', environments, fault)
  const config: Config = {
    environment,
    discord: discord(
      env.DISCORD_TOKEN || undefined,
      env.DISCORD_API_URL || 'https://discord.com/api',
      environment,
      fault,
    ),
    databaseUrl: databaseUrl(env.DATABASE_URL || defaultDatabaseUrl, fault),
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL || 'info', logLevels, fault),
  }
  return faults.length > 0 ? { faults } : { config }
}

function oneOf<const T extends string>(name: string, value: string, allowed: readonly [T, ...T[]], fault: Fault): T {
  const found = allowed.find(each => each === value)
  if (found === undefined) fault(`${name}: expected one of ${allowed.join(', ')}; it is ${shown(value)}.`)
  return found ?? allowed[0]
}

function discord(
  token: string | undefined,
  apiUrl: string,
  environment: Config['environment'],
  fault: Fault,
): Config['discord'] {
  const api = discordApiUrl(apiUrl, fault)
  if (token !== undefined) {
    const wrong = wrongInToken(token)
    if (wrong) fault(`DISCORD_TOKEN: ${wrong}.`)
    return { kind: 'discord', token, apiUrl: api }
  }
  if (environment === 'production') {
    fault(
      "DISCORD_TOKEN: expected the bot's token, and there is none. Set it (Discord Developer Portal, your application, Bot, Reset Token); without NODE_ENV=production the bot would play in Local Discord instead.",
    )
  }
  return { kind: 'local' }
}

/** Only what no token has is refused: Discord documents no shape. Says nothing of the token itself. */
function wrongInToken(token: string): string | undefined {
  if (/^Bot\s/i.test(token)) return 'expected the token alone; it starts with "Bot ", which the bot adds by itself'
  if (/["'`]/.test(token)) return 'expected the token alone; there are quotes in it'
  if (/\s/.test(token)) return 'expected the token alone; there is a blank or a line break in it'
  if (!/^[\w.-]+$/.test(token)) return 'expected letters, digits, ".", "_" and "-"; there is another character in it'
  return undefined
}

/** What discord.js takes as `rest.api`: it puts `/v10` and the route behind it. */
function discordApiUrl(value: string, fault: Fault): string {
  const wrong = wrongInApiUrl(value)
  if (wrong) fault(`DISCORD_API_URL: expected ${wrong}; it is ${shown(value)}.`)
  return value.replace(/\/+$/, '')
}

function wrongInApiUrl(value: string): string | undefined {
  const url = URL.parse(value)
  if (!url) return 'a URL such as https://discord.com/api'
  if (url.username || url.password) return 'a URL without a user name and a password'
  if (value.includes('?') || value.includes('#')) return 'a URL that ends with its path, without "?" and "#"'
  if (/\/v\d+\/*$/.test(url.pathname)) return 'a URL without the version, which discord.js adds by itself'
  if (url.protocol === 'https:') return undefined
  if (url.protocol !== 'http:') return 'a URL that starts with https://'
  return isLoopback(url.hostname)
    ? undefined
    : 'https://, because http:// would show the token on the way; it is only for this machine (127.0.0.1)'
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function databaseUrl(value: string, fault: Fault): string {
  const read = readSqliteUrl(value)
  if ('fault' in read) fault(`DATABASE_URL: ${read.fault}.`)
  return value
}

/** What came, short, and without what stands before an @ or behind a ?, where passwords and keys are. */
function shown(value: string): string {
  const text = value.replace(/^.*@/s, '…@').replace(/\?.*$/s, '?…')
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}
