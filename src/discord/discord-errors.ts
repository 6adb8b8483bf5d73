/** Tells apart the errors that discord.js throws. */
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError, RESTJSONErrorCodes } from 'discord.js'

/** The interaction had been waiting for more than 3 s, or an earlier try, whose answer was lost, had arrived. */
export const isLateOrLost = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownInteraction ||
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)

/** The connection broke before an answer came: whether the request arrived is not known. */
export const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && connectionCodes.has(String(error.code))

const connectionCodes: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
])

/** Why a start failed, as a sentence for whoever started it. */
export function whyNotStarted(error: unknown, apiUrl: string): Error {
  const isRefused =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
  if (isRefused) {
    return new Error(`DISCORD_TOKEN: ${apiUrl} does not know this token. Copy it anew from Discord's Developer Portal.`)
  }
  if (isConnectionLost(error)) return new Error(`Discord cannot be reached at ${apiUrl}: ${String(error)}`)
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    return new Error(
      `${apiUrl} answered ${error.method} ${new URL(error.url).pathname} with ${error.status}: ${error.message}. Is that Discord, and is Discord well?`,
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}

/** Thrown inside discord.js itself: the innermost frame that is not Node's own lies in one of its packages. */
export function comesFromDiscordJs(error: unknown): boolean {
  if (!(error instanceof Error) || error.stack === undefined) return false
  const frame = error.stack.split('\n').find(line => /^\s+at /.test(line) && !line.includes('node:'))
  return frame !== undefined && /[\\/]node_modules[\\/](discord\.js|@discordjs)[\\/]/.test(frame)
}
