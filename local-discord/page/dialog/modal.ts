/** The form that the bot has opened: https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { kinds } from '../chat/kinds.ts'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { ComponentView, Given, ModalView } from '../shapes.ts'
import { usePicked } from '../state.ts'
import { RichText } from '../text/rich-text.ts'
import { FormField } from './form-field.ts'
import { faultOf, type Value } from './form-values.ts'

export function Modal(): VNode | null {
  const { store } = usePage()
  const modal = usePicked(store, state => state.modal)
  return modal === null ? null : html`<${OpenModal} key=${modal.interactionId} modal=${modal} />`
}

interface LabelledField {
  component: ComponentView
  label: string
  about: string | undefined
}

function fieldOf(top: ComponentView): LabelledField | undefined {
  const component = top.component ?? top.components?.[0]
  return component === undefined
    ? undefined
    : { component, label: top.label ?? component.label ?? '', about: top.description }
}

function OpenModal({ modal }: { modal: ModalView }): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [values, setValues] = useState<Readonly<Record<string, Value>>>({})
  const [tries, setTries] = useState(0)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    const back = document.activeElement
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('.dialog-fields :is(input, textarea)')?.focus()
    return () => {
      if (back instanceof HTMLElement) back.focus()
    }
  }, [])

  // Once the faults are drawn, the first of them has the focus.
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])

  const fields = modal.components.flatMap(one => fieldOf(one) ?? [])
  const send = async (): Promise<void> => {
    setTries(before => before + 1)
    const isFaulty = fields.some(
      ({ component }) => faultOf(component, values[component.custom_id ?? ''], words) !== undefined,
    )
    if (isFaulty || isSending) return
    setSending(true)
    try {
      await actions.submit(
        modal,
        Object.fromEntries(Object.entries(values).map(([id, value]) => [id, value as Given | Given[]])),
      )
    } catch (error) {
      setFailure(error instanceof Error ? error.message : words.somethingWrong)
    } finally {
      setSending(false)
    }
  }
  const close = (): void => store.set({ modal: null })

  return html`<dialog class="dialog" ref=${dialog} aria-labelledby="modal-title" onClose=${close}>
    <form novalidate onSubmit=${(event: Event) => {
      event.preventDefault()
      void send()
    }}>
      <header>
        <img class="avatar small" src="/page/icon.svg" alt="" />
        <h2 id="modal-title">${modal.title}</h2>
        <button type="button" class="icon-button" aria-label=${words.cancel} onClick=${close}><${Icon} name="close" /></button>
      </header>
      <div class="dialog-fields">
        ${modal.components.map(top => {
          if (top.type === kinds.textDisplay) return html`<${RichText} source=${top.content ?? ''} />`
          const field = fieldOf(top)
          if (field === undefined) return null
          const id = field.component.custom_id ?? ''
          return html`<${FormField}
            ...${field}
            value=${values[id]}
            fault=${tries > 0 ? faultOf(field.component, values[id], words) : undefined}
            onChange=${(value: Value) => setValues(before => ({ ...before, [id]: value }))}
          />`
        })}
      </div>
      ${failure !== null && html`<p class="failure" role="alert">${failure.startsWith('The application did not') ? words.somethingWrong : failure}</p>`}
      <footer>
        <button type="button" class="button secondary" onClick=${close}>${words.cancel}</button>
        <button type="submit" class="button primary ${isSending ? 'busy' : ''}" aria-busy=${isSending}>${words.submit}</button>
      </footer>
    </form>
  </dialog>`
}
