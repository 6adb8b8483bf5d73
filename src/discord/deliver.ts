/** The one place that answers an interaction: at once, or with a deferral when the work takes long; always without pinging anyone. */
import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10'
import type { Clock } from '../runtime/clock.ts'
import type { Log } from '../runtime/log.ts'
import { cut } from '../views/page.ts'
import type { View } from '../views/view.ts'
import { isConnectionLost, isLateOrLost } from './discord-errors.ts'
import type { Rest } from './rest.ts'

/** Discord waits 3 s for the first answer (docs, Receiving and Responding); this leaves the deferral half of it to arrive. */
const deferAfterMs = 1_500

export interface Delivery {
  /** Shown to the asker alone. Known before the work, because a deferral fixes it. */
  readonly private: boolean
  /** Changes the message that the pressed component stands in, instead of adding one. */
  readonly inPlace: boolean
  /** What to show; it must not throw. */
  readonly work: () => View | Promise<View>
}

export interface Counts {
  answered: number
  deferred: number
  /** Acknowledgements that Discord had stopped waiting for, or had already got. */
  late: number
}

export interface Deliver {
  readonly view: (interaction: APIInteraction, delivery: Delivery) => Promise<void>
  readonly suggestions: (
    interaction: APIInteraction,
    choices: readonly { name: string; value: string }[],
  ) => Promise<void>
  readonly counts: Readonly<Counts>
}

export function createDeliver(rest: Rest, clock: Clock, log: Log): Deliver {
  const counts: Counts = { answered: 0, deferred: 0, late: 0 }

  /** `false`: nobody waits for the answer any more. Anything else that goes wrong is the caller's. */
  async function acknowledge(interaction: APIInteraction, body: object): Promise<boolean> {
    const post = () => rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false })
    try {
      // Where the connection broke, a second try is harmless: if the first arrived, Discord refuses it.
      await post().catch((error: unknown) => {
        if (!isConnectionLost(error)) throw error
        return post()
      })
      counts.answered++
      return true
    } catch (error) {
      if (!isLateOrLost(error)) throw error
      counts.late++
      log.warn('an acknowledgement came late', {
        interaction: interaction.id,
        ageMs: clock.now() - createdAt(interaction.id),
        late: counts.late,
        error,
      })
      return false
    }
  }

  async function view(interaction: APIInteraction, { private: isPrivate, inPlace, work }: Delivery): Promise<void> {
    const answer = work()
    const soon = answer instanceof Promise ? await within(answer, deferAfterMs) : answer
    if (soon) {
      await acknowledge(interaction, callback(soon, isPrivate, inPlace))
      return
    }
    counts.deferred++
    const deferral = inPlace
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: { flags: isPrivate ? MessageFlags.Ephemeral : 0 },
        }
    if (!(await acknowledge(interaction, deferral))) return
    const late = await answer
    const { application_id: application, token } = interaction
    if (!late.private || (isPrivate && !inPlace)) {
      await rest.patch(Routes.webhookMessage(application, token), { body: message(late, 'kept'), auth: false })
      return
    }
    // The deferral was for everyone and the answer is not: the first goes, so that the second does not take its place in the open.
    if (!inPlace) await rest.delete(Routes.webhookMessage(application, token), { auth: false })
    await rest.post(Routes.webhook(application, token), { body: message(late, 'private'), auth: false })
  }

  return {
    view,
    counts,
    suggestions: async (interaction, choices) => {
      await acknowledge(interaction, {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices: fit(choices) },
      })
    },
  }
}

/** Milliseconds since 1970: the upper 42 bits of a snowflake count from 2015 (docs, API Reference, Snowflakes). */
const createdAt = (snowflake: string): number => Number(BigInt(snowflake) >> 22n) + 1_420_070_400_000

/** The answer if it comes in time, else undefined; its own failure either way. */
async function within(answer: Promise<View>, ms: number): Promise<View | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([answer, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

function callback(view: View, isPrivate: boolean, inPlace: boolean): object {
  // What is for one reader alone never replaces what all can see.
  if (inPlace && !view.private) return { type: InteractionResponseType.UpdateMessage, data: message(view, 'kept') }
  const audience = isPrivate || view.private ? 'private' : 'everyone'
  return { type: InteractionResponseType.ChannelMessageWithSource, data: message(view, audience) }
}

/** `kept`: an edit, which cannot change who sees a message. */
const message = (view: View, audience: 'everyone' | 'private' | 'kept'): object => ({
  components: view.components,
  flags: MessageFlags.IsComponentsV2 | (audience === 'private' ? MessageFlags.Ephemeral : 0),
  allowed_mentions: { parse: [] },
})

/** Discord takes 25 choices with names and values of 1 to 100 characters (docs, Application Commands, Option Choice). */
function fit(
  choices: readonly { name: string; value: string }[],
): readonly APIApplicationCommandOptionChoice<string>[] {
  return choices
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= 100)
    .slice(0, 25)
    .map(({ name, value }) => ({ name: cut(name, 100), value }))
}
