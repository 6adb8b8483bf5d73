/** discord.js set up the way this bot needs it: no intent at all, hardly any cache, as many shards as Discord advises. */

import { Client, Events, Options, type User } from 'discord.js'
import { GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord-api-types/v10'
import type { Log } from '../runtime/log.ts'

/**
 * Interactions need no intent and everything else goes by REST, so Discord sends neither servers, nor members, nor messages. What
 * discord.js would keep of every person met in an interaction is about half a kilobyte each, for good: only the bot's own user stays.
 */
export function createClient(apiUrl: string, log: Log): Client {
  const itself = (user: User): boolean => client.user?.id === user.id
  const client = new Client({
    intents: [],
    shards: 'auto',
    rest: { api: apiUrl },
    makeCache: Options.cacheWithLimits({
      UserManager: { maxSize: 0, keepOverLimit: itself },
      GuildMemberManager: 0,
      MessageManager: 0,
    }),
  })
  // READY lists every server, and discord.js would keep an empty shell of each, some 5 kB: nothing here ever asks for one.
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData) => {
    guilds.length = 0
  })
  client.on(Events.ShardReconnecting, shard => log.info('a shard reconnects', { shard }))
  client.on(Events.ShardResume, (shard, replayed) => log.info('a shard resumed', { shard, replayed }))
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error('a shard is disconnected for good', { shard, code }))
  client.on(Events.ShardError, (error, shard) => log.warn('a shard had a connection error', { shard, error }))
  client.on(Events.Error, error => log.error('discord.js reports an error', { error }))
  client.on(Events.Warn, warning => log.warn('discord.js warns', { warning }))
  return client
}
