/** An interaction's life: made, acknowledged once within 3 s, answerable for 15 minutes. Pure; the instants come in. */
import { nextId } from './snowflake.ts'
import type { Id, Interaction, World } from './world.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#responding-to-an-interaction */
export const acknowledgeWithinMs = 3_000
export const tokenLivesMs = 15 * 60_000

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const

export const callbackTypes = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const

export type NewInteraction = Pick<Interaction, 'type' | 'personId' | 'serverId' | 'channelId' | 'owners' | 'context'> &
  Partial<Interaction>

/** `secret` makes the token unguessable; it comes from outside, for chance is not this folder's. */
export function makeInteraction(world: World, nowMs: number, secret: string, about: NewInteraction): Interaction {
  forgetOld(world, nowMs)
  const id = nextId(world.ids, nowMs)
  const interaction: Interaction = {
    createdAt: nowMs,
    fromComponent: false,
    acknowledged: null,
    originalId: null,
    private: false,
    waiting: false,
    followUpIds: [],
    ...about,
    id,
    token: tokenFor(id, secret),
  }
  world.interactions[interaction.id] = interaction
  return interaction
}

export function isDue(interaction: Interaction, nowMs: number): boolean {
  return interaction.acknowledged === null && nowMs - interaction.createdAt > acknowledgeWithinMs
}

export function tokenIsSpent(interaction: Interaction, nowMs: number): boolean {
  return nowMs - interaction.createdAt > tokenLivesMs
}

export function findByToken(world: World, token: string): Interaction | undefined {
  // A token names its interaction, so no search is needed.
  const id = idInToken(token)
  const found = id === undefined ? undefined : world.interactions[id]
  return found?.token === token ? found : undefined
}

/** The token is opaque to the bot; like Discord's it begins with base64 of its kind and id. */
function tokenFor(id: Id, secret: string): string {
  return Buffer.from(`interaction:${id}:${secret}`).toString('base64url')
}

function idInToken(token: string): Id | undefined {
  return /^interaction:(\d+):/.exec(Buffer.from(token, 'base64url').toString())?.[1]
}

/** Where the application is only the person's own, https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages */
export function isUserInstallOnly(interaction: Interaction): boolean {
  return interaction.owners['0'] === undefined
}

/** Once a minute at most: to walk through all of them for each new one would be most of an interaction's cost. */
const sweepEveryMs = 60_000

/** Keeps what may still be asked about, some minutes beyond the token's life; Discord too forgets. */
function forgetOld(world: World, nowMs: number): void {
  if (Math.abs(nowMs - world.interactionsSweptAt) < sweepEveryMs) return
  world.interactionsSweptAt = nowMs
  for (const [id, one] of Object.entries(world.interactions))
    if (nowMs - one.createdAt > tokenLivesMs * 2) delete world.interactions[id]
}
