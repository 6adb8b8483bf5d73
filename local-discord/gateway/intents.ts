/** Gateway intents, https://discord.com/developers/docs/events/gateway#gateway-intents */

export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildMessageTyping: 1 << 11,
  directMessages: 1 << 12,
  directMessageTyping: 1 << 14,
  messageContent: 1 << 15,
  guildMessagePolls: 1 << 24,
  directMessagePolls: 1 << 25,
} as const

export type IntentName = keyof typeof intents

const privileged = intents.guildMembers | intents.guildPresences | intents.messageContent

/** All bits that Discord has given a meaning. */
const knownBits = 0b11_0000_0011_1111_1111_1111_1111 | (1 << 24) | (1 << 25)

export type IntentVerdict = 'fine' | 'invalid' | 'disallowed'

/** `granted` are the privileged ones that the application was given in the developer portal. */
export function judgeIntents(asked: unknown, granted: number): IntentVerdict {
  if (typeof asked !== 'number' || !Number.isInteger(asked) || asked < 0 || (asked & ~knownBits) !== 0) return 'invalid'
  return (asked & privileged & ~granted) === 0 ? 'fine' : 'disallowed'
}
