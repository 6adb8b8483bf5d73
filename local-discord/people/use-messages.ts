/** How a person uses what stands in messages: buttons, selects and the modals that they open. */
import { resolvedBody } from '../interactions.ts'
import {
  type Channel,
  type Component,
  findMessage,
  type Id,
  interactionTypes,
  type Message,
  ownersOf,
  personOf,
  tokenIsSpent,
} from '../world.ts'
import type { Actor, Where } from './actor.ts'
import type { Given } from './given.ts'
import { type FieldValue, fillForm } from './modal-form.ts'
import type { Place } from './places.ts'
import type { Reply, SeenModal } from './reply.ts'
import type { SeenMessage } from './seen-message.ts'
import { chosen, pressed, sourceMessage } from './use-component.ts'

export interface On extends Where {
  /** The message to use; by default the newest that the person sees here and that has the component. */
  on?: Reply | SeenMessage | { id: Id }
}

export async function press(actor: Actor, button: string, where: On): Promise<Reply> {
  const channel = actor.goTo(where.in ?? placeOn(actor, where.on))
  const has = (one: Message): boolean => pressed(one, button) !== undefined
  const message = sourceMessage(actor.live, actor.personId, channel, where.on, has, `a button "${button}"`)
  const component = pressed(message, button)
  if (component === undefined) throw new Error(`the message has no button "${button}"`)
  if (component.disabled === true) throw new Error(`the button "${button}" is disabled`)
  if (component.custom_id === undefined)
    throw new Error(`"${button}" is a link to ${component.url}; nothing reaches the bot`)
  return await useComponent(actor, message, channel, component, {})
}

export async function choose(actor: Actor, select: string, given: readonly Given[], where: On): Promise<Reply> {
  const { live, personId } = actor
  const channel = actor.goTo(where.in ?? placeOn(actor, where.on))
  const has = (one: Message): boolean => chosen.find(one, select) !== undefined
  const message = sourceMessage(live, personId, channel, where.on, has, `a select "${select}"`)
  const { component, values, named } = chosen.pick(live, message, select, given, channel)
  const resolved = resolvedBody(live, channel, personId, named, actor.view())
  return await useComponent(actor, message, channel, component, {
    values,
    ...(resolved === undefined ? {} : { resolved }),
  })
}

async function useComponent(
  actor: Actor,
  message: Message,
  channel: Channel,
  component: Component,
  more: Record<string, unknown>,
): Promise<Reply> {
  const customId = component.custom_id ?? ''
  return await actor.ask({
    type: interactionTypes.component,
    channel,
    owners: ownersOn(actor, message, channel),
    data: { component_type: component.type, custom_id: customId, id: component.id, ...more },
    message,
    about: { messageId: message.id, customId, fromComponent: true },
  })
}

export async function submit(actor: Actor, modal: SeenModal, values: Record<string, FieldValue>): Promise<Reply> {
  const { live, personId } = actor
  const { interaction: opener } = modal
  if (opener.personId !== personId) {
    throw new Error(
      `the modal "${modal.title}" was opened to ${personOf(live.world, opener.personId).name}, not to ${actor.person().name}`,
    )
  }
  // A modal stays open as long as the person likes, but Discord knows it only so long.
  if (tokenIsSpent(opener, live.now())) throw new Error('Something went wrong. Try again.')
  const open = opener.modal
  if (open === undefined) throw new Error('the modal is gone')
  const channel = actor.goTo({ id: opener.channelId })
  const form = fillForm({
    live,
    components: open.components,
    values,
    channel,
    personId,
    filesUrl: actor.view().filesUrl,
  })
  const resolved = resolvedBody(live, channel, personId, form.named, actor.view())
  const message =
    opener.messageId === undefined || !opener.fromComponent
      ? undefined
      : findMessage(live.world, channel.id, opener.messageId)
  return await actor.ask({
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

/** Where the message lies that is meant. */
export function placeOn(actor: Actor, on: Reply | SeenMessage | { id: Id } | undefined): Place | undefined {
  if (on === undefined) return undefined
  if ('times' in on) return { id: on.message.channelId }
  if ('channelId' in on) return { id: on.channelId }
  const found = Object.entries(actor.live.world.messages).find(([, all]) => all.some(one => one.id === on.id))
  return found === undefined ? undefined : { id: found[0] }
}

/** Components carry on with the install that their message came by. */
function ownersOn(actor: Actor, message: Message, channel: Channel): Record<string, Id> {
  const owners = ownersOf(actor.live.world, null, channel, actor.personId)
  if (Object.keys(owners).length > 0 || message.interaction === undefined) return owners
  return { '1': message.interaction.personId }
}
