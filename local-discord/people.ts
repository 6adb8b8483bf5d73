/** A person of the world as a test's script plays them: types commands, presses, chooses, fills in, says. Held to what Discord's client allows. */
import { makeActor, type PeopleParts, type Where } from './people/actor.ts'
import type { Given } from './people/given.ts'
import type { FieldValue } from './people/modal-form.ts'
import type { Value } from './people/options.ts'
import type { Place } from './people/places.ts'
import { last, reads, type Sight, say, sees } from './people/read-and-say.ts'
import type { Reply, SeenModal } from './people/reply.ts'
import { type SeenMessage, seenMessage } from './people/seen-message.ts'
import { complete, slash, use } from './people/use-commands.ts'
import { choose, type On, placeOn, press, submit } from './people/use-messages.ts'
import { type Channel, commandsFor, directChannel, type Id, messagesSeenBy } from './world.ts'

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
  press(button: string, on?: On): Promise<Reply>
  /** A select by its placeholder or custom id; options by label or value; people, roles and channels by name. */
  choose(select: string, values: readonly Given[], on?: On): Promise<Reply>
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
  sees(what: Sight, where?: Where & { withinMs?: number }): Promise<SeenMessage>
  /** The names of the commands offered here, slash commands with their `/`. */
  commands(where?: Where): string[]
  /** The direct messages with the bot. */
  readonly dm: { messages(): SeenMessage[]; last(): SeenMessage }
  /** A private channel with another person, in which the bot is not. */
  privateChannelWith(other: PersonScript): { id: Id }
  /** Installs the application for themselves. */
  install(): void
  uninstall(): void
}

export function makePersonScript(parts: PeopleParts, personId: Id): PersonScript {
  const actor = makeActor(parts, personId)
  const { live } = parts
  const { name, displayName, locale } = actor.person()
  const direct = (): Channel => directChannel(live.world, live.now(), [personId])
  const directMessages = (): SeenMessage[] =>
    messagesSeenBy(live.world, personId, direct().id).map(one => seenMessage(live.world, one))
  return {
    id: personId,
    name,
    displayName,
    locale,
    mention: `<@${personId}>`,
    slash: (line, options = {}, where = {}) => slash(actor, line, options, where),
    complete: (line, options, where = {}) => complete(actor, line, options, where),
    press: (button, where = {}) => press(actor, button, where),
    choose: (select, values, where = {}) => choose(actor, select, values, where),
    async submit(given, values) {
      const modal = 'interaction' in given ? given : given.modal
      if (modal === null) throw new Error('that reply is no modal')
      return await submit(actor, modal, values)
    },
    async use(command, target, where = {}) {
      const isPerson = !('times' in target) && live.world.people[target.id] !== undefined
      const id = 'times' in target ? target.message.id : target.id
      return await use(actor, command, id, where.in ?? (isPerson ? undefined : placeOn(actor, target)))
    },
    say: (text, where = {}) => say(actor, text, where),
    goTo: place => void actor.goTo(place),
    reads: (where = {}) => reads(actor, where),
    last: (where = {}) => last(actor, where),
    sees: (what, where = {}) => sees(actor, what, where),
    commands: (where = {}) =>
      commandsFor(live.world, actor.goTo(where.in), personId).map(one => (one.type === 1 ? `/${one.name}` : one.name)),
    dm: {
      messages: directMessages,
      last() {
        const found = directMessages().at(-1)
        if (found === undefined) throw new Error(`${name} has no direct messages with the bot`)
        return found
      },
    },
    privateChannelWith: other => ({ id: directChannel(live.world, live.now(), [personId, other.id]).id }),
    install() {
      if (!live.world.installs.includes(personId)) live.world.installs.push(personId)
    },
    uninstall() {
      live.world.installs = live.world.installs.filter(id => id !== personId)
    },
  }
}
