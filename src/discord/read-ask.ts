/** Who asks, and where, as Discord's own packet says it: the same whether or not the server is in any cache. */
import {
  type APIInteraction,
  ApplicationIntegrationType,
  ChannelType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import type { Ask } from './define.ts'

export interface Asker {
  readonly person: Ask['person']
  readonly place: Ask['place']
  /** The server's language in Discord. */
  readonly serverLocale?: string
}

/**
 * Raw packets instead of discord.js' structures: without the Guilds intent those find servers that they have never seen or only as stubs,
 * on which reading a member's permissions throws.
 */
export function readAsker(interaction: APIInteraction): Asker {
  const { member, guild_id: guild, guild_locale: serverLocale } = interaction
  const user = member?.user ?? interaction.user
  if (!user) throw new Error('an interaction came without a user')
  // Manage Server as Discord computed it for this channel; Administrator includes it there.
  const permissions = BigInt(member?.permissions ?? '0')
  // With only the person's own installation the server never chose the bot: its settings are not asked and none are kept.
  const owners: APIInteraction['authorizing_integration_owners'] | undefined =
    interaction.authorizing_integration_owners
  const installed = owners === undefined || owners[ApplicationIntegrationType.GuildInstall] !== undefined
  return {
    person: {
      id: user.id,
      locale: 'locale' in interaction ? interaction.locale : 'en-US',
      managesServer: (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n,
      roles: member?.roles ?? [],
    },
    place: {
      ...settingsChannel(interaction),
      ...(guild !== undefined && installed ? { server: guild } : {}),
    },
    ...(serverLocale === undefined ? {} : { serverLocale }),
  }
}

const threads: readonly (ChannelType | undefined)[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]

/** What is set for a channel holds in its threads. */
function settingsChannel({ channel }: APIInteraction): { readonly channel?: string } {
  if (channel === undefined) return {}
  const parent = threads.includes(channel.type) && 'parent_id' in channel ? channel.parent_id : undefined
  return { channel: parent ?? channel.id }
}
