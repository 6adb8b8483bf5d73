/** The gateway's address, the application, the bot's own user, servers, members and roles. */
import { applicationBody, memberBody, ownUserBody, roleBody, userBody } from '../bodies/bodies.ts'
import { channelBody } from '../bodies/channel-body.ts'
import { ownServerBody, serverBody } from '../bodies/server-body.ts'
import { bodyChecks } from '../rules/bodies.ts'
import { botId, botServerIds, byAge, channelsOf, findServer, personOf, serverPermissions, threadsOf } from '../world.ts'
import { type Call, checkedBody, countIn, noContent, ok, param, type Route } from './call.ts'
import { reachServer } from './reach.ts'
import { known, refusal } from './refusal.ts'

/** https://discord.com/developers/docs/events/gateway#sharding : one shard holds at most 2,500 servers */
export const serversInShard = 2_500

const gateway: Route = call => ok({ url: call.gateway.url })

const gatewayForBot: Route = call => {
  const servers = botServerIds(call.live.world).length
  return ok({
    url: call.gateway.url,
    shards: Math.max(1, Math.ceil(servers / serversInShard)),
    session_start_limit: {
      total: 1000,
      remaining: call.gateway.identifiesLeft(),
      reset_after: 86_400_000,
      max_concurrency: call.gateway.maxConcurrency,
    },
  })
}

const ownUser: Route = call => ok(ownUserBody(call.live.world))

const changeOwnUser: Route = call => {
  const { username } = checkedBody<{ username?: string }>(call, bodyChecks.ownUser)
  if (username !== undefined) personOf(call.live.world, botId(call.live.world)).name = username
  return ok(ownUserBody(call.live.world))
}

const otherUser: Route = call => {
  const person = call.live.world.people[param(call, 'user')]
  if (person === undefined) throw refusal(...known.unknownUser)
  return ok(userBody(person))
}

/** https://discord.com/developers/docs/resources/user#get-current-user-guilds : 200 a page */
const ownServers: Route = call => {
  const { world } = call.live
  const limit = countIn(call, 'limit', 1, 200, 200)
  const before = call.query.get('before')
  const after = call.query.get('after')
  const all = botServerIds(world).filter(
    id => (before === null || byAge(id, before) < 0) && (after === null || byAge(id, after) > 0),
  )
  const page = before !== null && after === null ? all.slice(-limit) : all.slice(0, limit)
  return ok(
    page.flatMap(id => {
      const server = findServer(world, id)
      return server === undefined ? [] : [ownServerBody(world, server, serverPermissions(server, botId(world)))]
    }),
  )
}

const leave: Route = call => {
  const { world } = call.live
  const server = reachServer(call)
  const owned = (world.servers[server.id] ??= server)
  delete owned.members[botId(world)]
  call.live.publish({ kind: 'server-left', serverId: server.id })
  return noContent
}

const application: Route = call => ok(applicationBody(call.live.world))
const server: Route = call => ok(serverBody(call.live.world, reachServer(call)))
const channels: Route = call =>
  ok(channelsOf(call.live.world, reachServer(call)).map(one => channelBody(call.live.world, one)))
const roles: Route = call => ok(reachServer(call).roles.map(one => roleBody(one, call.live.world.application.id)))

const activeThreads: Route = call => {
  const threads = threadsOf(call.live.world, reachServer(call)).filter(one => one.thread?.archived === false)
  return ok({ threads: threads.map(one => channelBody(call.live.world, one)), members: [] })
}

const member: Route = call => memberAnswer(call, param(call, 'user'))
const ownMember: Route = call => memberAnswer(call, botId(call.live.world))

function memberAnswer(call: Call, personId: string): ReturnType<Route> {
  const body = memberBody(call.live.world, reachServer(call), personId === '@me' ? botId(call.live.world) : personId)
  if (body === undefined) throw refusal(...known.unknownMember)
  return ok(body)
}

export const serverRoutes: Record<string, Route> = {
  'GET /gateway': gateway,
  'GET /gateway/bot': gatewayForBot,
  'GET /users/@me': ownUser,
  'PATCH /users/@me': changeOwnUser,
  'GET /users/:user': otherUser,
  'GET /users/@me/guilds': ownServers,
  'DELETE /users/@me/guilds/:guild': leave,
  'GET /users/@me/guilds/:guild/member': ownMember,
  'GET /applications/@me': application,
  'GET /oauth2/applications/@me': application,
  'GET /guilds/:guild': server,
  'GET /guilds/:guild/channels': channels,
  'GET /guilds/:guild/threads/active': activeThreads,
  'GET /guilds/:guild/roles': roles,
  'GET /guilds/:guild/members/:user': member,
}
