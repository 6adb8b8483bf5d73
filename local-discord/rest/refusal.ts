/** How Discord says no: its status, its code and, for a bad body, what was wrong where. */
import { breakdown, type Issue, nestedErrors, type Report } from '../rules/issue.ts'

/** Thrown by a route; answered as Discord answers it and kept in the list of refusals. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly issues: readonly Issue[]

  constructor(status: number, code: number, message: string, issues: readonly Issue[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.issues = issues
  }

  body(): Record<string, unknown> {
    const body: Record<string, unknown> = { message: this.message, code: this.code }
    // Where Discord breaks down instead of refusing, it does not say over what; the list of refusals here does.
    if (this.issues.length > 0 && this.status < 500) body['errors'] = nestedErrors(this.issues)
    return body
  }
}

type Known = readonly [status: number, code: number, message: string]

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
export const known = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  dailyCreates: [429, 30034, 'Max number of daily application command creates has been reached (200)'],
  maximumPins: [400, 30003, 'Maximum number of pins reached (250)'],
  followUpLimit: [400, 40094, 'This interaction has reached the maximum number of follow-up messages (5)'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted'],
  missingAccess: [403, 50001, 'Missing Access'],
  notOnDirect: [403, 50003, 'Cannot execute action on a DM channel'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  forumChannel: [400, 40058, 'Cannot send a message in a forum channel'],
  noMutualServers: [403, 50278, 'Cannot send messages to this user due to having no mutual guilds'],
  pollEdit: [400, 520003, 'Cannot edit a poll message'],
  notTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  archivedThread: [400, 50083, 'Thread is archived'],
  tooLarge: [413, 40005, 'Request entity too large'],
  replyNeedsHistory: [400, 160002, 'Cannot reply without permission to read message history'],
  alreadyThread: [400, 160004, 'A thread has already been created for this message'],
  threadLocked: [400, 160005, 'Thread is locked'],
} as const satisfies Record<string, Known>

export function refusal(...[status, code, message]: Known): Refusal {
  return new Refusal(status, code, message)
}

/** Throws 400/50035 when the report holds any fault; 500 where Discord itself breaks down over it. */
export function refuseFaults(to: Report): void {
  const breaking = to.issues.filter(one => one.code === breakdown)
  if (breaking.length > 0 && breaking.length === to.issues.length)
    throw new Refusal(500, 0, '500: Internal Server Error', breaking)
  if (to.issues.length > 0) throw new Refusal(400, 50035, 'Invalid Form Body', to.issues)
}
