/** The person behind a script's lines: who they are, where they are, and the way their interactions take. */
import type { MessageView } from '../bodies/message-body.ts'
import type { Asking, Interactions } from '../interactions.ts'
import type { Live } from '../live.ts'
import { type Channel, type Id, type Person, personOf } from '../world.ts'
import { type Place, placeOf, startOf } from './places.ts'
import { makeReply, type Reply } from './reply.ts'

export interface Where {
  /** A channel's name in the person's server, `'dm'` for the direct messages with the bot, or a channel. */
  in?: Place
}

export interface PeopleParts {
  live: Live
  interactions: Interactions
  view: () => MessageView
  /** The server where people are who have gone nowhere. */
  home: () => Id
}

export interface Actor extends PeopleParts {
  personId: Id
  person(): Person
  /** Goes to the place, or stays; what follows happens there. Throws where the person sees no such place. */
  goTo(place: Place | undefined): Channel
  ask(asking: Omit<Asking, 'personId'>): Promise<Reply>
}

export function makeActor(parts: PeopleParts, personId: Id): Actor {
  const { live, interactions } = parts
  let hereId: Id | null = null
  const person = (): Person => personOf(live.world, personId)
  return {
    ...parts,
    personId,
    person,
    goTo(place) {
      const wanted = place ?? (hereId === null ? undefined : { id: hereId })
      const channel =
        wanted === undefined
          ? startOf(live, person(), parts.home())
          : placeOf(live, person(), wanted, parts.home(), hereId)
      hereId = channel.id
      return channel
    },
    ask: async asking => makeReply(live, await interactions.ask({ ...asking, personId })),
  }
}
