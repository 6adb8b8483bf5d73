/** Application commands: keeping them, filling in Discord's defaults, and which of them a person may use where. Pure. */
import { allPermissions } from './permission-bits.ts'
import { channelPermissions, serverPermissions } from './permissions.ts'
import { findServer } from './places.ts'
import { nextId } from './snowflake.ts'
import type { Channel, Command, CommandOption, CommandPermission, Id, Server, World } from './world.ts'

/** https://discord.com/developers/docs/interactions/application-commands#create-global-application-command : 200 creates a day and server */
export const dailyCreates = 200

export interface CommandBody {
  name: string
  name_localizations?: Record<string, string> | null
  description?: string | null
  description_localizations?: Record<string, string> | null
  options?: CommandOption[] | null
  default_member_permissions?: string | number | null
  dm_permission?: boolean | null
  contexts?: number[] | null
  integration_types?: number[] | null
  type?: number | null
  nsfw?: boolean | null
}

export function commandsIn(world: World, serverId: Id | null): Command[] {
  return world.commands.filter(one => one.serverId === serverId)
}

export function findCommand(world: World, serverId: Id | null, id: Id): Command | undefined {
  return world.commands.find(one => one.serverId === serverId && one.id === id)
}

/** Creates the command, or replaces the one of its name and type; says which. A body equal to what is kept changes no version. */
export function putCommand(
  world: World,
  nowMs: number,
  serverId: Id | null,
  body: CommandBody,
): { command: Command; created: boolean } {
  const type = body.type ?? 1
  const kept = world.commands.find(one => one.serverId === serverId && one.type === type && one.name === body.name)
  if (kept === undefined) {
    const id = nextId(world.ids, nowMs)
    const command: Command = {
      id,
      version: nextId(world.ids, nowMs),
      serverId,
      ...filledIn(serverId, type, body),
    }
    world.commands.push(command)
    countCreate(world, nowMs, serverId)
    return { command, created: true }
  }
  changeCommand(world, nowMs, kept, body)
  return { command: kept, created: false }
}

export function changeCommand(world: World, nowMs: number, command: Command, body: CommandBody): void {
  const next = filledIn(command.serverId, command.type, body)
  const { id: _id, version: _version, serverId: _serverId, ...before } = command
  if (JSON.stringify(before) === JSON.stringify(next)) return
  Object.assign(command, next, { version: nextId(world.ids, nowMs) })
}

export function deleteCommand(world: World, command: Command): void {
  world.commands = world.commands.filter(one => one !== command)
}

/** How many commands were created in this scope on this UTC day. */
export function createsToday(world: World, nowMs: number, serverId: Id | null): number {
  const kept = world.commandCreates[serverId ?? 'global']
  return kept?.day === dayOf(nowMs) ? kept.count : 0
}

function countCreate(world: World, nowMs: number, serverId: Id | null): void {
  world.commandCreates[serverId ?? 'global'] = { day: dayOf(nowMs), count: createsToday(world, nowMs, serverId) + 1 }
}

function dayOf(nowMs: number): string {
  return new Date(nowMs).toISOString().slice(0, 10)
}

function filledIn(serverId: Id | null, type: number, body: CommandBody): Omit<Command, 'id' | 'version' | 'serverId'> {
  const global = serverId === null
  return {
    type,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    options: (body.options ?? []).map(tidyOption),
    default_member_permissions:
      body.default_member_permissions == null ? null : String(body.default_member_permissions),
    contexts: body.contexts ?? (global ? defaultContexts(body) : null),
    integration_types: body.integration_types?.toSorted((a, b) => a - b) ?? [0],
    nsfw: body.nsfw ?? false,
  }
}

function defaultContexts(body: CommandBody): number[] | null {
  if (body.dm_permission === false) return [0]
  return null
}

/** Discord keeps no `required: false`, no empty choices and no null: what it gives back leaves them out. */
function tidyOption(option: CommandOption): CommandOption {
  const tidy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(option)) {
    if (value === null || value === undefined) continue
    if ((key === 'required' || key === 'autocomplete') && value === false) continue
    if ((key === 'choices' || key === 'channel_types') && Array.isArray(value) && value.length === 0) continue
    tidy[key] = key === 'options' && Array.isArray(value) ? value.map(tidyOption) : value
  }
  return tidy as unknown as CommandOption
}

/** Where the person stands: the interaction context. 0 server, 1 direct messages with the bot, 2 any other private channel. */
export function contextOf(world: World, channel: Channel): 0 | 1 | 2 {
  if (channel.serverId !== null) return 0
  return channel.recipientIds?.length === 1 && channel.recipientIds[0] !== world.application.id ? 1 : 2
}

/** The ids for `authorizing_integration_owners` by integration type, of the ways in which this command came here. */
export function ownersOf(world: World, command: Command | null, channel: Channel, personId: Id): Record<string, Id> {
  const types = command?.integration_types ?? [0, 1]
  const owners: Record<string, Id> = {}
  const server = channel.serverId === null ? undefined : findServer(world, channel.serverId)
  const context = contextOf(world, channel)
  if (types.includes(0)) {
    if (server?.members[world.application.id] !== undefined) owners['0'] = server.id
    if (context === 1) owners['0'] = '0'
  }
  if (types.includes(1) && world.installs.includes(personId)) owners['1'] = personId
  return owners
}

/** The commands that Discord's client would offer this person in this channel. A server's own command hides a global one of its name. */
export function commandsFor(world: World, channel: Channel, personId: Id): Command[] {
  const own = channel.serverId === null ? [] : commandsIn(world, channel.serverId)
  const global = commandsIn(world, null).filter(
    one => !own.some(other => other.name === one.name && other.type === one.type),
  )
  return [...own, ...global].filter(one => whyHidden(world, one, channel, personId) === null)
}

/** Why a command is not offered here, or null. */
export function whyHidden(world: World, command: Command, channel: Channel, personId: Id): string | null {
  const context = contextOf(world, channel)
  const allowedContexts = command.contexts ?? [0, 1, 2]
  if (!allowedContexts.includes(context))
    return `it is not offered in ${['servers', 'direct messages with the bot', 'other private channels'][context]}`
  const owners = ownersOf(world, command, channel, personId)
  if (Object.keys(owners).length === 0) return 'the application is installed neither here nor for this person'
  if (channel.serverId === null) return null
  const server = findServer(world, channel.serverId)
  if (server === undefined) return 'the server is gone'
  const here = channelPermissions(world, channel, personId)
  if ((here & (1n << 10n)) === 0n) return 'this person does not see the channel'
  if ((here & (1n << 31n)) === 0n) return 'this person lacks Use Application Commands here'
  if (owners['0'] === undefined) return null
  return whyForbidden(world, server, command, channel, personId)
}

/** https://discord.com/developers/docs/interactions/application-commands#permissions : the server's own settings go before the defaults. */
function whyForbidden(world: World, server: Server, command: Command, channel: Channel, personId: Id): string | null {
  const bits = serverPermissions(server, personId)
  if (bits === allPermissions) return null
  const forCommand = server.commandPermissions[command.id]
  const forApplication = server.commandPermissions[world.application.id]
  if (channelVerdict(forCommand ?? forApplication, channel, server) === false)
    return "the server's settings keep it out of this channel"
  const verdict = personVerdict(forCommand, server, personId) ?? personVerdict(forApplication, server, personId)
  if (verdict === false) return "the server's settings keep this person from it"
  if (verdict === true) return null
  if (command.default_member_permissions === null) return null
  const needed = BigInt(command.default_member_permissions)
  if (needed === 0n) return 'only administrators may use it by default'
  return (bits & needed) === needed
    ? null
    : `this person lacks its default_member_permissions (${command.default_member_permissions})`
}

function personVerdict(
  settings: readonly CommandPermission[] | undefined,
  server: Server,
  personId: Id,
): boolean | undefined {
  if (settings === undefined) return undefined
  const own = settings.find(one => one.type === 2 && one.id === personId)
  if (own !== undefined) return own.permission
  const roleIds = server.members[personId]?.roleIds ?? []
  const roles = settings.filter(one => one.type === 1 && roleIds.includes(one.id))
  if (roles.length > 0) return roles.some(one => one.permission)
  return settings.find(one => one.type === 1 && one.id === server.id)?.permission
}

function channelVerdict(
  settings: readonly CommandPermission[] | undefined,
  channel: Channel,
  server: Server,
): boolean | undefined {
  const ids = [channel.id, channel.parentId]
  const own = settings?.find(one => one.type === 3 && ids.includes(one.id))
  if (own !== undefined) return own.permission
  // "All channels" is named by the server's id minus one.
  const everywhere = (BigInt(server.id) - 1n).toString()
  return settings?.find(one => one.type === 3 && one.id === everywhere)?.permission
}
