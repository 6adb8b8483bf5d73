/** Tells apart the errors that discord.js throws. */
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'

/** The interaction had been waiting for more than 3 s, or an earlier try, whose answer was lost, had arrived. */
export const isLateOrLost = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownInteraction ||
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)

/** Thrown inside discord.js itself: the innermost frame that is not Node's own lies in one of its packages. */
export function comesFromDiscordJs(error: unknown): boolean {
  if (!(error instanceof Error) || error.stack === undefined) return false
  const frame = error.stack.split('\n').find(line => /^\s+at /.test(line) && !line.includes('node:'))
  return frame !== undefined && /[\\/]node_modules[\\/](discord\.js|@discordjs)[\\/]/.test(frame)
}
