/** Application commands: registering, listing, changing and their permissions in a server. */
import { commandBody } from '../bodies/command-body.ts'
import { bodyChecks } from '../rules/bodies.ts'
import { checkCommand, checkCommandList, maximumCommands } from '../rules/command-rules.ts'
import { newReport, report } from '../rules/issue.ts'
import {
  type Command,
  type CommandBody,
  changeCommand,
  commandsIn,
  createsToday,
  dailyCreates,
  deleteCommand,
  findCommand,
  findServer,
  type Id,
  putCommand,
} from '../world.ts'
import { type Call, checkedBody, noContent, ok, param, type Route } from './call.ts'
import { reachServer } from './reach.ts'
import { known, Refusal, refusal, refuseFaults } from './refusal.ts'

/** The server whose commands are meant, or null for global ones. */
function scopeOf(call: Call): Id | null {
  if (param(call, 'application') !== call.live.world.application.id) throw refusal(...known.unknownApplication)
  return call.params['guild'] === undefined ? null : reachServer(call).id
}

function commandOf(call: Call): Command {
  const command = findCommand(call.live.world, scopeOf(call), param(call, 'command'))
  if (command === undefined) throw refusal(...known.unknownCommand)
  return command
}

const list: Route = call => {
  const localised = call.query.get('with_localizations') === 'true'
  return ok(commandsIn(call.live.world, scopeOf(call)).map(one => commandBody(call.live.world, one, localised)))
}

const one: Route = call => ok(commandBody(call.live.world, commandOf(call), true))

const create: Route = call => {
  const { live, nowMs } = call
  const scope = scopeOf(call)
  const body = checkedBody<CommandBody>(call, bodyChecks.commandCreate)
  refuseBadCommand(body)
  const existing = commandsIn(live.world, scope).filter(command => command.type === (body.type ?? 1))
  if (!existing.some(command => command.name === body.name)) {
    const most = maximumCommands[body.type ?? 1] ?? 0
    if (existing.length >= most)
      throw new Refusal(400, 30032, `Maximum number of application commands reached (${most})`)
    refuseTooManyCreates(call, scope, 1)
  }
  const { command, created } = putCommand(live.world, nowMs, scope, body)
  live.publish({ kind: 'commands-changed', serverId: scope })
  return { status: created ? 201 : 200, body: commandBody(live.world, command, true) }
}

function refuseBadCommand(body: CommandBody): void {
  const to = newReport()
  checkCommand(body, to)
  refuseFaults(to)
}

function refuseTooManyCreates(call: Call, scope: Id | null, count: number): void {
  if (createsToday(call.live.world, call.nowMs, scope) + count > dailyCreates) throw refusal(...known.dailyCreates)
}

const replaceAll: Route = call => {
  const { live, nowMs } = call
  const { world } = live
  const scope = scopeOf(call)
  const bodies = checkedList(call)
  const kept = commandsIn(world, scope)
  const isSame = (command: Command, body: CommandBody): boolean =>
    command.name === body.name && command.type === (body.type ?? 1)
  const fresh = bodies.filter(body => !kept.some(command => isSame(command, body)))
  refuseTooManyCreates(call, scope, fresh.length)
  for (const command of kept) if (!bodies.some(body => isSame(command, body))) deleteCommand(world, command)
  const commands = bodies.map(body => putCommand(world, nowMs, scope, body).command)
  live.publish({ kind: 'commands-changed', serverId: scope })
  return ok(commands.map(command => commandBody(world, command, true)))
}

function checkedList(call: Call): CommandBody[] {
  const to = newReport()
  if (!Array.isArray(call.body)) report(to, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
  const bodies: unknown[] = Array.isArray(call.body) ? call.body : []
  for (const [index, body] of bodies.entries()) {
    to.path.push(index)
    bodyChecks.commandPut(body, to)
    to.path.pop()
  }
  refuseFaults(to)
  const commands = bodies as CommandBody[]
  checkCommandList(commands, to)
  refuseFaults(to)
  return commands
}

const change: Route = call => {
  const command = commandOf(call)
  const body = checkedBody<Partial<CommandBody>>(call, bodyChecks.commandPatch)
  const next: CommandBody = { ...command, ...body }
  refuseBadCommand(next)
  changeCommand(call.live.world, call.nowMs, command, next)
  call.live.publish({ kind: 'commands-changed', serverId: command.serverId })
  return ok(commandBody(call.live.world, command, true))
}

const remove: Route = call => {
  const command = commandOf(call)
  deleteCommand(call.live.world, command)
  call.live.publish({ kind: 'commands-changed', serverId: command.serverId })
  return noContent
}

/** https://discord.com/developers/docs/interactions/application-commands#get-guild-application-command-permissions */
const permissions: Route = call => {
  const server = reachServer(call)
  const all = Object.entries(server.commandPermissions).map(([id, settings]) =>
    permissionsBody(call, server.id, id, settings),
  )
  return ok(all)
}

const permissionsOfOne: Route = call => {
  const server = reachServer(call)
  const id = param(call, 'command')
  const settings = findServer(call.live.world, server.id)?.commandPermissions[id]
  if (settings === undefined) throw new Refusal(404, 10066, 'Unknown application command permissions')
  return ok(permissionsBody(call, server.id, id, settings))
}

function permissionsBody(call: Call, serverId: Id, id: Id, settings: readonly unknown[]): Record<string, unknown> {
  return { id, application_id: call.live.world.application.id, guild_id: serverId, permissions: settings }
}

const both = (method: string, path: string, route: Route): Record<string, Route> => ({
  [`${method} /applications/:application/commands${path}`]: route,
  [`${method} /applications/:application/guilds/:guild/commands${path}`]: route,
})

export const commandRoutes: Record<string, Route> = {
  ...both('GET', '', list),
  ...both('POST', '', create),
  ...both('PUT', '', replaceAll),
  ...both('GET', '/:command', one),
  ...both('PATCH', '/:command', change),
  ...both('DELETE', '/:command', remove),
  'GET /applications/:application/guilds/:guild/commands/permissions': permissions,
  'GET /applications/:application/guilds/:guild/commands/:command/permissions': permissionsOfOne,
}
