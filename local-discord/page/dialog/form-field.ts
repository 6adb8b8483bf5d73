/** One field of a modal, of every kind that Discord has. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import { choicesOf } from '../chat/choices.ts'
import { kinds } from '../chat/kinds.ts'
import { Select } from '../chat/select.ts'
import { givenFile } from '../compose/option-values.ts'
import { usePage, useWords } from '../page.ts'
import type { ComponentView, Given } from '../shapes.ts'
import { filledBefore, isRequired, type Value } from './form-values.ts'

export interface FormFieldProps {
  component: ComponentView
  label: string
  about: string | undefined
  value: Value | undefined
  fault: string | undefined
  onChange: (value: Value) => void
}

/** https://discord.com/developers/docs/components/reference#text-input-text-input-styles */
const paragraph = 2
/** https://discord.com/developers/docs/components/reference#text-input */
const longestText = 4_000

interface Part extends FormFieldProps {
  id: string
  now: Value
}

export function FormField(props: FormFieldProps): VNode {
  const id = useId()
  const { about, component, fault, label } = props
  const part: Part = { ...props, id, now: props.value ?? filledBefore(component) }
  const isGroup = component.type === kinds.radioGroup || component.type === kinds.checkboxGroup
  const head = html`<span class="form-label">${label}${isRequired(component) && html`<span class="star" aria-hidden="true"> *</span>`}</span>
    ${about !== undefined && html`<small id=${`${id}-about`}>${about}</small>`}`
  const foot = fault !== undefined && html`<small class="failure" id=${`${id}-fault`} role="alert">${fault}</small>`
  if (isGroup)
    return html`<fieldset class="form-field" aria-describedby=${`${id}-about ${id}-fault`}><legend>${head}</legend><${Options} ...${part} />${foot}</fieldset>`
  return html`<div class="form-field"><label for=${id}>${head}</label>${control(part)}${foot}</div>`
}

function control(part: Part): VNode {
  switch (part.component.type) {
    case kinds.textInput:
      return html`<${TextField} ...${part} />`
    case kinds.checkbox:
      return html`<input type="checkbox" id=${part.id} checked=${part.now === true} onChange=${(event: Event) => part.onChange((event.currentTarget as HTMLInputElement).checked)} />`
    case kinds.fileUpload:
      return html`<${FileField} ...${part} />`
    default:
      return html`<${SelectField} ...${part} />`
  }
}

function TextField({ component, fault, id, now, onChange }: Part): VNode {
  const common = {
    id,
    placeholder: component.placeholder ?? '',
    maxlength: component.max_length ?? longestText,
    required: isRequired(component),
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-about ${id}-fault`,
    value: typeof now === 'string' ? now : '',
    onInput: (event: Event) => onChange((event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value),
  }
  return component.style === paragraph
    ? html`<textarea rows="4" ...${common}></textarea>`
    : html`<input type="text" ...${common} />`
}

/** What was chosen, as the choices name it. */
function idOf(given: Given): string {
  if (typeof given !== 'object') return String(given)
  return 'id' in given ? given.id : given.name
}

function SelectField({ component, fault, id, label, now, onChange }: Part): VNode {
  const { store } = usePage()
  const words = useWords()
  const isOfText = component.type === kinds.stringSelect
  const chosen = Array.isArray(now) ? now.map((one: Given) => idOf(one)) : []
  return html`<${Select}
    id=${id}
    label=${label}
    placeholder=${component.placeholder ?? words.chooseOne}
    choices=${choicesOf(component, store.get())}
    chosen=${chosen}
    minimum=${isRequired(component) ? (component.min_values ?? 1) : 0}
    maximum=${component.max_values ?? 1}
    nothing=${words.noOptions}
    required=${isRequired(component)}
    invalid=${fault !== undefined}
    describedBy=${`${id}-about ${id}-fault`}
    onChoose=${(values: string[]) => onChange(isOfText ? values : values.map(one => ({ id: one })))}
  />`
}

function Options({ component, fault, id, now, onChange }: Part): VNode {
  const isMany = component.type === kinds.checkboxGroup
  const chosen = Array.isArray(now) ? now.map(idOf) : []
  const mark = (value: string, isOn: boolean): void =>
    onChange(isMany ? (isOn ? [...chosen, value] : chosen.filter(one => one !== value)) : [value])
  return html`<div class="form-options">
    ${(component.options ?? []).map(
      one => html`<label>
      <input type=${isMany ? 'checkbox' : 'radio'} name=${id} checked=${chosen.includes(one.value)} aria-invalid=${fault !== undefined} onChange=${(event: Event) => mark(one.value, (event.currentTarget as HTMLInputElement).checked)} />
      <span>${one.label}${one.description != null && html`<small>${one.description}</small>`}</span>
    </label>`,
    )}
  </div>`
}

function FileField({ component, fault, id, onChange }: Part): VNode {
  const { actions } = usePage()
  const attach = async (files: FileList | null): Promise<void> =>
    onChange(await Promise.all([...(files ?? [])].map(givenFile)))
  return html`<input
    type="file"
    id=${id}
    aria-invalid=${fault !== undefined}
    aria-describedby=${`${id}-about ${id}-fault`}
    multiple=${(component.max_values ?? 1) > 1}
    accept=${(component.file_types ?? []).join(',')}
    onChange=${(event: Event) => void actions.attempt(attach((event.currentTarget as HTMLInputElement).files))}
  />`
}
