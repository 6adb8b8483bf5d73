/** A select that stands in a message: what is chosen goes to the bot at once. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { usePage, useWords } from '../page.ts'
import type { ComponentView, MessageView } from '../shapes.ts'
import { usePicked } from '../state.ts'
import { choicesOf, chosenOf } from './choices.ts'
import { kinds } from './kinds.ts'
import { Select } from './select.ts'

export function MessageSelect({ component, message }: { component: ComponentView; message: MessageView }): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const customId = component.custom_id ?? ''
  const isBusy = usePicked(store, state =>
    state.pending.some(one => one.messageId === message.id && one.customId === customId && one.failure === null),
  )
  const placeholder = component.placeholder ?? words.chooseOne
  const isOfText = component.type === kinds.stringSelect
  return html`<${Select}
    label=${placeholder}
    placeholder=${placeholder}
    choices=${choicesOf(component, store.get())}
    chosen=${chosenOf(component)}
    minimum=${component.min_values ?? 1}
    maximum=${component.max_values ?? 1}
    disabled=${component.disabled === true}
    busy=${isBusy}
    nothing=${words.noOptions}
    onChoose=${(values: string[]) => {
      void actions.choose(message, customId, isOfText ? values : values.map(id => ({ id })))
    }}
  />`
}
