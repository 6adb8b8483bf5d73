/** What a person gets back from the application, as a script reads it. */
import type { Answered, Times } from '../interactions.ts'
import type { Live } from '../live.ts'
import { componentTypes, everyComponent } from '../rules/component-rules.ts'
import { type Component, callbackTypes, findMessage, type Id, type Interaction } from '../world.ts'
import { type SeenButton, type SeenMessage, type SeenSelect, seenMessage } from './seen-message.ts'

export interface ModalField {
  /** What stands above it. */
  label: string
  id: string
  type: number
  required: boolean
  component: Component
}

export interface SeenModal {
  title: string
  id: string
  fields: ModalField[]
  /** All its words: title, labels, descriptions, text displays. */
  text: string
  /** The interaction that opened it. */
  interaction: Interaction
}

export interface Reply {
  /** `reply` a new message, `update` of the message pressed on, `modal`, or `nothing` (the answer was taken back). */
  kind: 'reply' | 'update' | 'modal' | 'nothing'
  /** Every text of the message, or of the modal, in reading order. */
  text: string
  private: boolean
  /** Was it deferred first? */
  deferred: boolean
  buttons: SeenButton[]
  selects: SeenSelect[]
  modal: SeenModal | null
  /** The message answered with. Throws for a modal. */
  message: SeenMessage
  /** What came after the answer, so far. */
  followUps(): SeenMessage[]
  /** The message as it is now, or undefined once it is deleted. */
  now(): SeenMessage | undefined
  interactionId: Id
  times: Times
}

export function makeReply(live: Live, answered: Answered): Reply {
  const { interaction, times, message } = answered
  const seen = message === undefined ? undefined : seenMessage(live.world, message)
  const modal = interaction.modal === undefined ? null : seenModal(interaction, interaction.modal)
  const type = interaction.acknowledged?.type
  const isUpdate = type === callbackTypes.update || type === callbackTypes.deferredUpdate
  const read = (id: Id): SeenMessage | undefined => {
    const found = findMessage(live.world, interaction.channelId, id)
    return found === undefined ? undefined : seenMessage(live.world, found)
  }
  return {
    kind: modal !== null ? 'modal' : seen === undefined ? 'nothing' : isUpdate ? 'update' : 'reply',
    text: modal?.text ?? seen?.text ?? '',
    private: seen?.private ?? modal !== null,
    deferred: type === callbackTypes.deferredMessage || type === callbackTypes.deferredUpdate,
    buttons: seen?.buttons ?? [],
    selects: seen?.selects ?? [],
    modal,
    get message() {
      if (seen === undefined)
        throw new Error(
          modal === null ? 'the answer was deleted' : `the answer is the modal "${modal.title}", not a message`,
        )
      return seen
    },
    followUps: () => interaction.followUpIds.flatMap(id => read(id) ?? []),
    now: () => (interaction.originalId === null ? undefined : read(interaction.originalId)),
    interactionId: interaction.id,
    times,
  }
}

function seenModal(interaction: Interaction, modal: NonNullable<Interaction['modal']>): SeenModal {
  const fields = fieldsOf(modal.components)
  const lines = [modal.title]
  for (const { component } of everyComponent(modal.components)) {
    if (component.type === componentTypes.textDisplay) lines.push(component.content ?? '')
    if (component.type === componentTypes.label) lines.push(component.label ?? '', component.description ?? '')
    else if (component.type === componentTypes.textInput) lines.push(component.label ?? '', component.placeholder ?? '')
    for (const option of component.options ?? []) lines.push(option.label, option.description ?? '')
  }
  return {
    title: modal.title,
    id: modal.custom_id,
    fields,
    text: lines.filter(line => line !== '').join('\n'),
    interaction,
  }
}

export function fieldsOf(components: readonly Component[]): ModalField[] {
  const fields: ModalField[] = []
  for (const top of components) {
    const inner = top.component ?? top.components?.[0]
    if (inner === undefined) continue
    // A lone checkbox cannot be required; everything else is unless it says otherwise.
    const isRequired = inner.type !== componentTypes.checkbox && inner.required !== false
    fields.push({
      label: top.label ?? inner.label ?? '',
      id: inner.custom_id ?? '',
      type: inner.type,
      required: isRequired,
      component: inner,
    })
  }
  return fields
}
