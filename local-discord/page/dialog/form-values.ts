/** What a modal's field holds, and the sentence with which Discord's client refuses it. A field that nobody touched keeps what the bot filled in. */
import { chosenOf } from '../chat/choices.ts'
import { kinds } from '../chat/kinds.ts'
import type { ComponentView, Given } from '../shapes.ts'
import type { Words } from '../words.ts'

export type Value = string | boolean | readonly Given[]

/** Everything is required unless it says otherwise; a lone checkbox can't be. */
export function isRequired(component: ComponentView): boolean {
  return component.type !== kinds.checkbox && component.required !== false
}

export function filledBefore(component: ComponentView): Value {
  switch (component.type) {
    case kinds.textInput:
      return component.value ?? ''
    case kinds.checkbox:
      return component.default ?? false
    case kinds.fileUpload:
      return []
    case kinds.radioGroup:
    case kinds.checkboxGroup:
      return (component.options ?? []).filter(one => one.default === true).map(one => one.value)
    case kinds.stringSelect:
      return chosenOf(component)
    default:
      return chosenOf(component).map(id => ({ id }))
  }
}

export function faultOf(component: ComponentView, given: Value | undefined, words: Words): string | undefined {
  const value = given ?? filledBefore(component)
  if (typeof value === 'boolean') return undefined
  if (typeof value === 'string') return textFault(component, value, words)
  const least = isRequired(component) ? (component.min_values ?? 1) : 0
  const most = component.max_values ?? (component.type === kinds.checkboxGroup ? (component.options?.length ?? 1) : 1)
  if (value.length === 0 && least > 0) return words.required
  return value.length < least || value.length > most ? words.faults.count(least, most) : undefined
}

function textFault(component: ComponentView, value: string, words: Words): string | undefined {
  if (value.trim() === '') return isRequired(component) ? words.required : undefined
  if (value.length < (component.min_length ?? 0)) return words.faults.shortest(component.min_length ?? 0)
  return undefined
}
