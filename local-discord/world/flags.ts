/** Bits of a message's `flags`, https://discord.com/developers/docs/resources/message#message-object-message-flags */

export const messageFlags = {
  crossposted: 1 << 0,
  isCrosspost: 1 << 1,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  isVoiceMessage: 1 << 13,
  componentsV2: 1 << 15,
} as const

export function hasFlag(flags: number, flag: number): boolean {
  return (flags & flag) !== 0
}
