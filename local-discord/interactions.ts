/** People's interactions on their way: gives each Discord's full shape, sends it, waits for its acknowledgement and its answer. */

import { memberBody, roleBody, userBody } from './bodies/bodies.ts'
import { channelBody, resolvedChannelBody } from './bodies/channel-body.ts'
import { type MessageView, messageBody } from './bodies/message-body.ts'
import type { Live } from './live.ts'
import { maximumFileBytes } from './rest/read-body.ts'
import {
  acknowledgeWithinMs,
  bitsOf,
  botId,
  type Channel,
  callbackTypes,
  channelOf,
  channelPermissions,
  contextOf,
  findMessage,
  findServer,
  type Id,
  type Interaction,
  isDue,
  type Message,
  makeInteraction,
  type NewInteraction,
  permissionBits,
  personOf,
} from './world.ts'

/** What Discord's client shows when no acknowledgement came. */
export const didNotRespond = 'The application did not respond'

/** Machine milliseconds of `performance.now()`, to measure the bot by. */
export interface Times {
  dispatchedAtMs: number
  acknowledgedAtMs: number | null
  /** When a deferral was filled; otherwise the acknowledgement. */
  answeredAtMs: number | null
}

export interface Asking {
  type: number
  personId: Id
  channel: Channel
  owners: Record<string, Id>
  /** Discord's `data`. */
  data: Record<string, unknown>
  about?: Partial<NewInteraction>
  /** The message whose component was used. */
  message?: Message
}

export interface Answered {
  interaction: Interaction
  times: Times
  /** What was said in answer: undefined for a modal, choices, or an answer taken back. */
  message: Message | undefined
}

export interface Interactions {
  /** Resolves when the acknowledgement came and, where it only deferred, the answer; rejects as the client shows it. */
  ask(asking: Asking, patience?: { answerWithinMs?: number }): Promise<Answered>
  times(interactionId: Id): Times | undefined
  /** The times of all kept interactions, oldest first. */
  measured(): { interactionId: Id; times: Times }[]
  close(): void
}

interface Waiter {
  interaction: Interaction
  times: Times
  check: () => void
  fail: (error: Error) => void
  /** Something answered after a deferred update. */
  moved: boolean
}

/** Measurements kept for reading. */
const keptTimes = 20_000
/** A deferred update need not be followed by anything; so long is waited whether it is. */
const updateGraceMs = 3_000

export function makeInteractions(live: Live, view: () => MessageView): Interactions {
  const waiters = new Map<Id, Waiter>()
  const times = new Map<Id, Times>()

  const stop = live.subscribe(change => {
    if (change.kind === 'clock-turned') {
      for (const waiter of waiters.values()) waiter.check()
      return
    }
    const id =
      'interaction' in change ? change.interaction.id : 'interactionId' in change ? change.interactionId : undefined
    const waiter = id === undefined ? undefined : waiters.get(id)
    if (waiter !== undefined) {
      if (change.kind === 'interaction-acknowledged') waiter.times.acknowledgedAtMs = performance.now()
      else if (change.kind !== 'interaction-created') waiter.moved = true
      waiter.check()
    } else if (change.kind === 'message-deleted') {
      for (const one of waiters.values()) if (one.interaction.originalId === change.message.id) one.check()
    }
  })

  const send = (asking: Asking): { interaction: Interaction; times: Times } => {
    const { world } = live
    const interaction = makeInteraction(world, live.now(), live.secret(), {
      type: asking.type,
      personId: asking.personId,
      serverId: asking.channel.serverId,
      channelId: asking.channel.id,
      owners: asking.owners,
      context: contextOf(world, asking.channel),
      ...asking.about,
    })
    const measured: Times = { dispatchedAtMs: performance.now(), acknowledgedAtMs: null, answeredAtMs: null }
    times.set(interaction.id, measured)
    if (times.size > keptTimes) for (const id of times.keys()) if (times.size > keptTimes / 2) times.delete(id)
    return { interaction, times: measured }
  }

  return {
    ask(asking, patience = {}) {
      const { interaction, times: measured } = send(asking)
      return new Promise<Answered>((resolve, reject) => {
        const end = (): void => {
          clearTimeout(timer)
          waiters.delete(interaction.id)
        }
        const fail = (error: Error): void => {
          end()
          reject(error)
        }
        let timer = setTimeout(() => fail(new Error(didNotRespond)), acknowledgeWithinMs)
        let deferred = false
        const check = (): void => {
          const { acknowledged } = interaction
          if (acknowledged === null) {
            if (isDue(interaction, live.now())) fail(new Error(didNotRespond))
            return
          }
          if (isWaiting(waiter)) {
            if (deferred) return
            deferred = true
            clearTimeout(timer)
            timer = setTimeout(() => finish(), waitMs(interaction, patience.answerWithinMs ?? 30_000))
            return
          }
          settle()
        }
        const finish = (): void => {
          if (interaction.acknowledged?.type === callbackTypes.deferredUpdate) settle()
          else
            fail(
              new Error(
                `the answer was deferred and did not come within ${(patience.answerWithinMs ?? 30_000) / 1_000} s`,
              ),
            )
        }
        const settle = (): void => {
          end()
          measured.answeredAtMs = performance.now()
          const message =
            interaction.originalId === null
              ? undefined
              : findMessage(live.world, interaction.channelId, interaction.originalId)
          resolve({ interaction, times: measured, message })
        }
        const waiter: Waiter = { interaction, times: measured, check, fail, moved: false }
        waiters.set(interaction.id, waiter)
        live.publish({
          kind: 'interaction-created',
          interaction,
          payload: payloadOf(live, interaction, asking, view()),
        })
      })
    },
    times: id => times.get(id),
    measured: () => [...times].map(([interactionId, one]) => ({ interactionId, times: one })),
    close() {
      stop()
      for (const waiter of waiters.values()) waiter.fail(new Error('Local Discord was closed'))
    },
  }
}

function isWaiting(waiter: Waiter): boolean {
  const { interaction } = waiter
  if (interaction.acknowledged?.type === callbackTypes.deferredUpdate) return !waiter.moved
  return interaction.waiting
}

function waitMs(interaction: Interaction, answerWithinMs: number): number {
  return interaction.acknowledged?.type === callbackTypes.deferredUpdate ? updateGraceMs : answerWithinMs
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure */
function payloadOf(live: Live, interaction: Interaction, asking: Asking, view: MessageView): Record<string, unknown> {
  const { world } = live
  const { channel } = asking
  const person = personOf(world, asking.personId)
  const server = channel.serverId === null ? undefined : findServer(world, channel.serverId)
  const payload: Record<string, unknown> = {
    version: 1,
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    token: interaction.token,
    data: asking.data,
    channel_id: channel.id,
    channel: {
      ...channelBody(world, channel),
      ...(server === undefined ? {} : { permissions: channelPermissions(world, channel, person.id).toString() }),
    },
    app_permissions: appPermissions(live, interaction, channel).toString(),
    authorizing_integration_owners: interaction.owners,
    context: interaction.context,
    entitlements: [],
    entitlement_sku_ids: [],
    locale: person.locale,
    attachment_size_limit: maximumFileBytes,
  }
  if (asking.message !== undefined) payload['message'] = messageBody(world, asking.message, view)
  if (server === undefined) return { ...payload, user: userBody(person) }
  return {
    ...payload,
    guild_id: server.id,
    guild: { id: server.id, locale: server.locale, features: server.community ? ['COMMUNITY', 'NEWS'] : [] },
    guild_locale: server.locale,
    member: {
      ...memberBody(world, server, person.id),
      permissions: channelPermissions(world, channel, person.id).toString(),
    },
  }
}

/** Where the application is not installed, it may only what answering an interaction allows. */
function appPermissions(live: Live, interaction: Interaction, channel: Channel): bigint {
  // https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
  const always = bitsOf(['ATTACH_FILES', 'EMBED_LINKS', 'MENTION_EVERYONE'])
  if (channel.serverId === null) return interaction.context === 1 ? always | permissionBits.USE_EXTERNAL_EMOJIS : always
  if (interaction.owners['0'] !== undefined) return channelPermissions(live.world, channel, botId(live.world))
  return always & channelPermissions(live.world, channel, interaction.personId)
}

/** Users, members, roles, channels and messages that an interaction names, in Discord's `resolved`. */
export interface Named {
  people?: readonly Id[]
  roleIds?: readonly Id[]
  channelIds?: readonly Id[]
  messages?: readonly Message[]
  attachments?: readonly Record<string, unknown>[]
}

export function resolvedBody(
  live: Live,
  channel: Channel,
  personId: Id,
  named: Named,
  view: MessageView,
): Record<string, unknown> | undefined {
  const { world } = live
  const server = channel.serverId === null ? undefined : findServer(world, channel.serverId)
  const resolved: Record<string, unknown> = {}
  if (named.people !== undefined && named.people.length > 0) {
    resolved['users'] = Object.fromEntries(named.people.map(id => [id, userBody(personOf(world, id))]))
    const members = named.people.filter(id => server?.members[id] !== undefined)
    if (server !== undefined && members.length > 0) {
      resolved['members'] = Object.fromEntries(members.map(id => [id, resolvedMember(live, channel, id)]))
    }
  }
  if (named.roleIds !== undefined && named.roleIds.length > 0) {
    const roles = server?.roles.filter(one => named.roleIds?.includes(one.id)) ?? []
    resolved['roles'] = Object.fromEntries(roles.map(one => [one.id, roleBody(one, world.application.id)]))
  }
  if (named.channelIds !== undefined && named.channelIds.length > 0) {
    resolved['channels'] = Object.fromEntries(
      named.channelIds.map(id => [id, resolvedChannelBody(world, channelOf(world, id), personId)]),
    )
  }
  if (named.messages !== undefined)
    resolved['messages'] = Object.fromEntries(named.messages.map(one => [one.id, messageBody(world, one, view)]))
  if (named.attachments !== undefined && named.attachments.length > 0) {
    resolved['attachments'] = Object.fromEntries(named.attachments.map(one => [String(one['id']), one]))
  }
  return Object.keys(resolved).length === 0 ? undefined : resolved
}

/** "Partial Member objects are missing user, deaf and mute fields", with the permissions in the interaction's channel. */
function resolvedMember(live: Live, channel: Channel, personId: Id): Record<string, unknown> {
  const server = channel.serverId === null ? undefined : findServer(live.world, channel.serverId)
  if (server === undefined) return {}
  const { user: _user, deaf: _deaf, mute: _mute, ...rest } = memberBody(live.world, server, personId) ?? {}
  return { ...rest, permissions: channelPermissions(live.world, channel, personId).toString() }
}
