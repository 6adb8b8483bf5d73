/** A person of the world as a test's script plays them: types commands, presses, chooses, fills in, says. Held to what Discord's client allows. */
import type { MessageView } from './bodies/message-body.ts'
import { type Asking, type Interactions, type Named, resolvedBody } from './interactions.ts'
import type { Live } from './live.ts'
import type { Given } from './people/given.ts'
import { maximumSaid } from './people/limits.ts'
import { type FieldValue, fillForm } from './people/modal-form.ts'
import { type Filled, fillIn, type Value, wordsOf } from './people/options.ts'
import { type Place, placeOf, startOf } from './people/places.ts'
import { makeReply, type Reply, type SeenModal } from './people/reply.ts'
import { type SeenMessage, seenMessage } from './people/seen-message.ts'
import { chosen, pressed, sourceMessage } from './people/use-component.ts'
import {
  type Channel,
  type Command,
  commandsFor,
  directChannel,
  findMessage,
  type Id,
  interactionTypes,
  maySend,
  messagesSeenBy,
  ownersOf,
  type Person,
  personOf,
  postMessage,
  tokenIsSpent,
  whyHidden,
} from './world.ts'

export interface Where {
  /** A channel's name in the person's server, `'dm'` for the direct messages with the bot, or a channel. */
  in?: Place
}

export interface On {
  /** The message to use; by default the newest that the person sees here and that has the component. */
  on?: Reply | SeenMessage | { id: Id }
}

export interface PersonScript {
  readonly id: Id
  readonly name: string
  readonly displayName: string
  readonly locale: string
  /** How it is written in a message: `<@id>`. */
  readonly mention: string
  slash(line: string, options?: Record<string, Value>, where?: Where): Promise<Reply>
  /** Autocomplete of the last of the options. */
  complete(
    line: string,
    options: Record<string, Value>,
    where?: Where,
  ): Promise<{ name: string; value: string | number }[]>
  /** A button by its label or custom id. */
  press(button: string, on?: On & Where): Promise<Reply>
  /** A select by its placeholder or custom id; options by label or value; people, roles and channels by name. */
  choose(select: string, values: readonly Given[], on?: On & Where): Promise<Reply>
  /** Fields by label or custom id. */
  submit(modal: SeenModal | Reply, values: Record<string, FieldValue>): Promise<Reply>
  /** A message or user command from the context menu. */
  use(command: string, target: SeenMessage | Reply | PersonScript | { id: Id }, where?: Where): Promise<Reply>
  say(text: string, where?: Where): SeenMessage
  /** Goes to a channel: what follows happens there. */
  goTo(place: Place): void
  /** What the person sees in a channel, oldest first. */
  reads(where?: Where): SeenMessage[]
  /** The newest message that the person sees there. */
  last(where?: Where): SeenMessage
  /** Waits until the person sees a message that fits: text it contains, a pattern, or a question of your own. */
  sees(
    what: string | RegExp | ((message: SeenMessage) => boolean),
    where?: Where & { withinMs?: number },
  ): Promise<SeenMessage>
  /** The names of the commands offered here, slash commands with their `/`. */
  commands(where?: Where): string[]
  /** The direct messages with the bot. */
  readonly dm: { messages(): SeenMessage[]; last(): SeenMessage }
  /** Installs the application for themselves. */
  install(): void
  uninstall(): void
}

export interface PeopleParts {
  live: Live
  interactions: Interactions
  view: () => MessageView
  home: () => Id
}

export function makePersonScript(parts: PeopleParts, personId: Id): PersonScript {
  const { live, interactions } = parts
  let hereId: Id | null = null
  const person = (): Person => personOf(live.world, personId)

  const goTo = (place: Place | undefined): Channel => {
    const channel =
      place === undefined && hereId !== null ? placeOf(live, person(), { id: hereId }, parts.home(), hereId) : go(place)
    hereId = channel.id
    return channel
  }
  const go = (place: Place | undefined): Channel =>
    place === undefined ? startOf(live, person(), parts.home()) : placeOf(live, person(), place, parts.home(), hereId)

  const ask = async (asking: Omit<Asking, 'personId'>): Promise<Reply> =>
    makeReply(live, await interactions.ask({ ...asking, personId }))

  const commandHere = (channel: Channel, name: string, types: readonly number[]): Command => {
    const offered = commandsFor(live.world, channel, personId).filter(one => types.includes(one.type))
    const command = offered.find(one => one.name === name || one.name_localizations?.[person().locale] === name)
    if (command !== undefined) return command
    const hidden = live.world.commands.find(one => one.name === name && types.includes(one.type))
    const why =
      hidden === undefined
        ? `there are ${offered.map(one => one.name).join(', ') || 'none'}`
        : whyHidden(live.world, hidden, channel, personId)
    throw new Error(`${person().name} is offered no command "${name}" here: ${why}`)
  }

  const dataOf = (command: Command, channel: Channel, filled: Filled): Record<string, unknown> => {
    const resolved = resolvedBody(live, channel, personId, filled.named, parts.view())
    return {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.serverId === null ? {} : { guild_id: command.serverId }),
      ...(filled.options.length > 0 ? { options: filled.options } : {}),
      ...(resolved === undefined ? {} : { resolved }),
    }
  }

  const slash: PersonScript['slash'] = async (line, options = {}, where = {}) => {
    const channel = goTo(where.in)
    const [name = '', ...path] = wordsOf(line)
    const command = commandHere(channel, name, [1])
    const filled = fillIn({ live, command, path, given: options, channel, personId, filesUrl: parts.view().filesUrl })
    const owners = ownersOf(live.world, command, channel, personId)
    const full = [command.name, ...path].join(' ')
    return await ask({
      type: interactionTypes.command,
      channel,
      owners,
      data: dataOf(command, channel, filled),
      about: { name: full },
    })
  }

  const complete: PersonScript['complete'] = async (line, options, where = {}) => {
    const channel = goTo(where.in)
    const [name = '', ...path] = wordsOf(line)
    const command = commandHere(channel, name, [1])
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
      filesUrl: parts.view().filesUrl,
    })
    const owners = ownersOf(live.world, command, channel, personId)
    const asking = {
      type: interactionTypes.autocomplete,
      channel,
      owners,
      data: dataOf(command, channel, filled),
      personId,
    }
    const { interaction } = await interactions.ask({ ...asking, about: { focusedType: filled.focusedType } })
    return interaction.choices ?? []
  }

  const press: PersonScript['press'] = async (button, where = {}) => {
    const channel = goTo(where.in ?? channelOn(live, where.on))
    const message = sourceMessage(
      live,
      personId,
      channel,
      where.on,
      one => pressed(one, button) !== undefined,
      `a button "${button}"`,
    )
    const component = pressed(message, button)
    if (component === undefined) throw new Error(`the message has no button "${button}"`)
    if (component.disabled === true) throw new Error(`the button "${button}" is disabled`)
    if (component.custom_id === undefined)
      throw new Error(`"${button}" is a link to ${component.url}; nothing reaches the bot`)
    const data = { component_type: component.type, custom_id: component.custom_id, id: component.id }
    return await useComponent(message, channel, data, component.custom_id)
  }

  const choose: PersonScript['choose'] = async (select, values, where = {}) => {
    const channel = goTo(where.in ?? channelOn(live, where.on))
    const message = sourceMessage(
      live,
      personId,
      channel,
      where.on,
      one => chosen.find(one, select) !== undefined,
      `a select "${select}"`,
    )
    const { component, values: picked, named } = chosen.pick(live, message, select, values, channel)
    const resolved = resolvedBody(live, channel, personId, named, parts.view())
    const data = {
      component_type: component.type,
      custom_id: component.custom_id,
      id: component.id,
      values: picked,
      ...(resolved === undefined ? {} : { resolved }),
    }
    return await useComponent(message, channel, data, component.custom_id ?? '')
  }

  const useComponent = (
    message: NonNullable<Asking['message']>,
    channel: Channel,
    data: Record<string, unknown>,
    customId: string,
  ): Promise<Reply> =>
    ask({
      type: interactionTypes.component,
      channel,
      owners: ownersOfMessage(live, message, channel, personId),
      data,
      message,
      about: { messageId: message.id, customId, fromComponent: true },
    })

  const submit: PersonScript['submit'] = async (given, values) => {
    const modal = 'interaction' in given ? given : given.modal
    if (modal === null) throw new Error('that reply is no modal')
    const { interaction: opener } = modal
    if (opener.personId !== personId)
      throw new Error(
        `the modal "${modal.title}" was opened to ${personOf(live.world, opener.personId).name}, not to ${person().name}`,
      )
    // A modal stays open as long as the person likes, but Discord knows it only so long.
    if (tokenIsSpent(opener, live.now())) throw new Error('Something went wrong. Try again.')
    const channel = goTo({ id: opener.channelId })
    const open = opener.modal
    if (open === undefined) throw new Error('the modal is gone')
    const form = fillForm({
      live,
      components: open.components,
      values,
      channel,
      personId,
      filesUrl: parts.view().filesUrl,
    })
    const resolved = resolvedBody(live, channel, personId, form.named, parts.view())
    const message =
      opener.messageId === undefined || !opener.fromComponent
        ? undefined
        : findMessage(live.world, channel.id, opener.messageId)
    return await ask({
      type: interactionTypes.modal,
      channel,
      owners: opener.owners,
      data: { custom_id: open.custom_id, components: form.components, ...(resolved === undefined ? {} : { resolved }) },
      about: {
        modalOf: opener.id,
        customId: open.custom_id,
        fromComponent: message !== undefined,
        ...(message === undefined ? {} : { messageId: message.id }),
      },
      ...(message === undefined ? {} : { message }),
    })
  }

  const use: PersonScript['use'] = async (name, target, where = {}) => {
    const isPerson = live.world.people[idIn(target)] !== undefined
    const channel = goTo(where.in ?? (isPerson ? undefined : channelOn(live, target)))
    const command = commandHere(channel, name, [isPerson ? 2 : 3])
    const owners = ownersOf(live.world, command, channel, personId)
    const message = isPerson ? undefined : findMessage(live.world, channel.id, idIn(target))
    if (!isPerson && message === undefined) throw new Error(`the message ${idIn(target)} is not in this channel`)
    const named: Named = message === undefined ? { people: [idIn(target)] } : { messages: [message] }
    const resolved = resolvedBody(live, channel, personId, named, parts.view())
    const data = { id: command.id, name: command.name, type: command.type, target_id: idIn(target), resolved }
    const about = { name: command.name, ...(message === undefined ? {} : { messageId: message.id }) }
    return await ask({ type: interactionTypes.command, channel, owners, data, about })
  }

  const say: PersonScript['say'] = (text, where = {}) => {
    const channel = goTo(where.in)
    if (!maySend(live.world, channel, personId))
      throw new Error(`${person().name} may not write in ${channel.name || 'these direct messages'}`)
    if (text.trim() === '' || text.length > maximumSaid)
      throw new Error(`a message has 1 to ${maximumSaid} characters, not ${text.trim().length}`)
    const mentionIds = [...text.matchAll(/<@!?(\d+)>/g)]
      .map(one => one[1] ?? '')
      .filter(id => live.world.people[id] !== undefined)
    const message = postMessage(live.world, live.now(), {
      channelId: channel.id,
      authorId: personId,
      content: text,
      mentionIds,
    })
    live.publish({ kind: 'message-created', message })
    return seenMessage(live.world, message)
  }

  const reads: PersonScript['reads'] = (where = {}) =>
    messagesSeenBy(live.world, personId, goTo(where.in).id).map(one => seenMessage(live.world, one))

  const last: PersonScript['last'] = where => {
    const found = reads(where).at(-1)
    if (found === undefined) throw new Error(`${person().name} sees no message here`)
    return found
  }

  const sees: PersonScript['sees'] = (what, where = {}) => {
    const fits =
      typeof what === 'string'
        ? (one: SeenMessage) => one.text.includes(what)
        : what instanceof RegExp
          ? (one: SeenMessage) => what.test(one.text)
          : what
    const channel = goTo(where.in)
    const look = (): SeenMessage | undefined =>
      messagesSeenBy(live.world, personId, channel.id)
        .map(one => seenMessage(live.world, one))
        .findLast(fits)
    const withinMs = where.withinMs ?? 5_000
    return new Promise((resolve, reject) => {
      const now = look()
      if (now !== undefined) return resolve(now)
      const stop = live.subscribe(change => {
        if (change.kind !== 'message-created' && change.kind !== 'message-updated') return
        const found = look()
        if (found === undefined) return
        end()
        resolve(found)
      })
      const timer = setTimeout(() => {
        end()
        const newest = messagesSeenBy(live.world, personId, channel.id).at(-1)
        const seen = newest === undefined ? 'nothing' : JSON.stringify(seenMessage(live.world, newest).text)
        reject(
          new Error(
            `${person().name} did not see ${String(what)} within ${withinMs} ms; the newest message here: ${seen}`,
          ),
        )
      }, withinMs)
      const end = (): void => {
        clearTimeout(timer)
        stop()
      }
    })
  }

  const direct = (): Channel => directChannel(live.world, live.now(), [personId])
  const directMessages = (): SeenMessage[] =>
    messagesSeenBy(live.world, personId, direct().id).map(one => seenMessage(live.world, one))

  return {
    id: personId,
    name: person().name,
    displayName: person().displayName,
    locale: person().locale,
    mention: `<@${personId}>`,
    slash,
    complete,
    press,
    choose,
    submit,
    use,
    say,
    goTo: place => void goTo(place),
    reads,
    last,
    sees,
    commands: (where = {}) =>
      commandsFor(live.world, goTo(where.in), personId).map(one => (one.type === 1 ? `/${one.name}` : one.name)),
    dm: {
      messages: directMessages,
      last() {
        const found = directMessages().at(-1)
        if (found === undefined) throw new Error(`${person().name} has no direct messages with the bot`)
        return found
      },
    },
    install: () => {
      if (!live.world.installs.includes(personId)) live.world.installs.push(personId)
    },
    uninstall: () => {
      live.world.installs = live.world.installs.filter(id => id !== personId)
    },
  }
}

function idIn(target: SeenMessage | Reply | PersonScript | { id: Id }): Id {
  return 'times' in target ? target.message.id : target.id
}

function channelOn(live: Live, on: On['on'] | PersonScript | undefined): Place | undefined {
  if (on === undefined) return undefined
  if ('times' in on) return { id: on.message.channelId }
  if ('channelId' in on) return { id: on.channelId }
  const found = Object.entries(live.world.messages).find(([, all]) => all.some(one => one.id === on.id))
  return found === undefined ? undefined : { id: found[0] }
}

/** Components carry on with the install that their message came by. */
function ownersOfMessage(
  live: Live,
  message: NonNullable<Asking['message']>,
  channel: Channel,
  personId: Id,
): Record<string, Id> {
  const owners = ownersOf(live.world, null, channel, personId)
  if (Object.keys(owners).length > 0 || message.interaction === undefined) return owners
  return { '1': message.interaction.personId }
}
