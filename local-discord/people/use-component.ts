/** Finds the button or select that a person means, and what they may pick in it. */
import type { Live } from '../live.ts'
import { componentTypes, everyComponent, isSelect } from '../rules/component-rules.ts'
import { type Channel, type Component, findMessage, type Id, type Message, messagesSeenBy, sees } from '../world.ts'
import { type Given, words } from './given.ts'
import { type Form, keepNamed, pickEntity } from './modal-form.ts'
import type { Reply } from './reply.ts'
import type { SeenMessage } from './seen-message.ts'

/** The button of this label or custom id; a label may stand beside an emoji. */
export function pressed(message: Message, button: string): Component | undefined {
  const buttons = parts(message).filter(one => one.type === componentTypes.button)
  return (
    buttons.find(one => one.custom_id === button) ??
    buttons.find(one => one.label === button || (one.label === undefined && one.emoji?.name === button))
  )
}

function parts(message: Message): Component[] {
  return [...everyComponent(message.components)].map(one => one.component)
}

/** The message meant: the one given, or the newest here with such a component. Throws when the person does not see it. */
export function sourceMessage(
  live: Live,
  personId: Id,
  channel: Channel,
  on: Reply | SeenMessage | { id: Id } | undefined,
  has: (message: Message) => boolean,
  what: string,
): Message {
  const { world } = live
  if (on === undefined) {
    const found = messagesSeenBy(world, personId, channel.id).findLast(has)
    if (found === undefined) throw new Error(`no message here has ${what}`)
    return found
  }
  const id = 'times' in on ? on.message.id : on.id
  const message = findMessage(world, channel.id, id)
  if (message === undefined) throw new Error(`the message ${id} is gone`)
  if (!sees(world, personId, message)) throw new Error('this message is only visible to another person')
  if (!has(message)) throw new Error(`the message has no ${what.replace(/^a /, '')}; it has ${controls(message)}`)
  return message
}

function controls(message: Message): string {
  const all = parts(message).filter(one => one.type === componentTypes.button || isSelect(one.type))
  return all.length === 0
    ? 'no buttons or selects'
    : all.map(one => one.label ?? one.placeholder ?? one.custom_id).join(', ')
}

function find(message: Message, select: string): Component | undefined {
  const selects = parts(message).filter(one => isSelect(one.type))
  return selects.find(one => one.custom_id === select) ?? selects.find(one => one.placeholder === select)
}

/** What of a select is picked; throws where Discord's client would not let it. */
function pick(
  live: Live,
  message: Message,
  select: string,
  given: readonly Given[],
  channel: Channel,
): { component: Component; values: string[]; named: Form['named'] } {
  const component = find(message, select)
  if (component === undefined) throw new Error(`the message has no select "${select}"`)
  if (component.disabled === true) throw new Error(`the select "${select}" is disabled`)
  const minimum = component.min_values ?? 1
  const maximum = component.max_values ?? 1
  if (given.length < minimum || given.length > maximum)
    throw new Error(`the select "${select}" takes ${minimum} to ${maximum} values, not ${given.length}`)
  const named: Form['named'] = { people: [], roleIds: [], channelIds: [], attachments: [] }
  if (component.type === componentTypes.stringSelect)
    return { component, values: given.map(one => optionOf(component, one)), named }
  const values = given.map(one => pickEntity(live, component, one, channel))
  keepNamed(live, values, named)
  return { component, values, named }
}

function optionOf(select: Component, given: Given): string {
  const options = select.options ?? []
  const option = options.find(one => one.value === given) ?? options.find(one => one.label === given)
  if (option === undefined)
    throw new Error(`the select has no option "${words(given)}"; it has ${options.map(one => one.label).join(', ')}`)
  return option.value
}

export const chosen = { find, pick }
