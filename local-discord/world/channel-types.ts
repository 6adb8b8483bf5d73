/** The kinds of channels, https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
import type { Channel } from './world.ts'

export const channelTypes = {
  text: 0,
  direct: 1,
  voice: 2,
  group: 3,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const

export type ChannelKind = keyof typeof channelTypes

export function isThread(channel: Channel): boolean {
  return channel.type >= 10 && channel.type <= 12
}

/** Can messages be posted in it? Not in categories and forums (a forum takes posts, which are threads). */
export function holdsMessages(channel: Channel): boolean {
  return channel.type !== channelTypes.category && channel.type !== channelTypes.forum
}
