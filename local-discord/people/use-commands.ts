/** How a person uses commands: slash commands with their options, autocomplete, and the commands of context menus. */
import { type Named, resolvedBody } from '../interactions.ts'
import {
  type Channel,
  type Command,
  commandsFor,
  findMessage,
  type Id,
  interactionTypes,
  ownersOf,
  whyHidden,
} from '../world.ts'
import type { Actor, Where } from './actor.ts'
import { type Filled, fillIn, type Value, wordsOf } from './options.ts'
import type { Place } from './places.ts'
import type { Reply } from './reply.ts'

export async function slash(actor: Actor, line: string, options: Record<string, Value>, where: Where): Promise<Reply> {
  const { live, personId } = actor
  const channel = goToWrite(actor, where.in)
  const [name = '', ...path] = wordsOf(line)
  const command = commandHere(actor, channel, name, [1])
  const filled = fillIn({ live, command, path, given: options, channel, personId, filesUrl: actor.view().filesUrl })
  return await actor.ask({
    type: interactionTypes.command,
    channel,
    owners: ownersOf(live.world, command, channel, personId),
    data: dataOf(actor, command, channel, filled),
    about: { name: [command.name, ...path].join(' ') },
  })
}

/** The last of the options is the one that is typed in. */
export async function complete(
  actor: Actor,
  line: string,
  options: Record<string, Value>,
  where: Where,
): Promise<{ name: string; value: string | number }[]> {
  const { live, personId } = actor
  const channel = goToWrite(actor, where.in)
  const [name = '', ...path] = wordsOf(line)
  const command = commandHere(actor, channel, name, [1])
  const focused = Object.keys(options).at(-1)
  if (focused === undefined) throw new Error('say what is typed: complete(command, { option: text })')
  const filled = fillIn({
    live,
    command,
    path,
    given: options,
    channel,
    personId,
    focused,
    filesUrl: actor.view().filesUrl,
  })
  const { interaction } = await actor.interactions.ask({
    type: interactionTypes.autocomplete,
    channel,
    personId,
    owners: ownersOf(live.world, command, channel, personId),
    data: dataOf(actor, command, channel, filled),
    about: { focusedType: filled.focusedType },
  })
  return interaction.choices ?? []
}

/** A message or a user command. */
export async function use(actor: Actor, name: string, targetId: Id, place: Place | undefined): Promise<Reply> {
  const { live, personId } = actor
  const isPerson = live.world.people[targetId] !== undefined
  const channel = goToWrite(actor, place)
  const command = commandHere(actor, channel, name, [isPerson ? 2 : 3])
  const message = isPerson ? undefined : findMessage(live.world, channel.id, targetId)
  if (!isPerson && message === undefined) throw new Error(`the message ${targetId} is not in this channel`)
  if (message?.visibleTo !== undefined) throw new Error('Discord offers no message commands on ephemeral messages')
  const named: Named = message === undefined ? { people: [targetId] } : { messages: [message] }
  const resolved = resolvedBody(live, channel, personId, named, actor.view())
  return await actor.ask({
    type: interactionTypes.command,
    channel,
    owners: ownersOf(live.world, command, channel, personId),
    data: { id: command.id, name: command.name, type: command.type, target_id: targetId, resolved },
    about: { name: command.name, ...(message === undefined ? {} : { messageId: message.id }) },
  })
}

/** A locked archived thread takes no commands, https://discord.com/developers/docs/topics/threads */
function goToWrite(actor: Actor, place: Place | undefined): Channel {
  const channel = actor.goTo(place)
  if (channel.thread?.archived === true && channel.thread.locked)
    throw new Error(`the thread ${channel.name} is archived and locked`)
  return channel
}

function commandHere(actor: Actor, channel: Channel, name: string, types: readonly number[]): Command {
  const { live, personId } = actor
  const person = actor.person()
  const offered = commandsFor(live.world, channel, personId).filter(one => types.includes(one.type))
  const command = offered.find(one => one.name === name || one.name_localizations?.[person.locale] === name)
  if (command !== undefined) return command
  const hidden = live.world.commands.find(one => one.name === name && types.includes(one.type))
  const why =
    hidden === undefined
      ? `there are ${offered.map(one => one.name).join(', ') || 'none'}`
      : whyHidden(live.world, hidden, channel, personId)
  throw new Error(`${person.name} is offered no command "${name}" here: ${why}`)
}

function dataOf(actor: Actor, command: Command, channel: Channel, filled: Filled): Record<string, unknown> {
  const resolved = resolvedBody(actor.live, channel, actor.personId, filled.named, actor.view())
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.serverId === null ? {} : { guild_id: command.serverId }),
    ...(filled.options.length > 0 ? { options: filled.options } : {}),
    ...(resolved === undefined ? {} : { resolved }),
  }
}
