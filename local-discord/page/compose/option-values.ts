/** From what stands in an option's field to its value, or the sentence with which Discord's client refuses it. */
import type { CommandOption, Given } from '../shapes.ts'
import type { Words } from '../words.ts'
import { optionTypes } from './entries.ts'

export interface Field {
  name: string
  text: string
  /** What was picked from a list, or a file; undefined while only text stands there. */
  picked?: Given
}

export type Read = { value: Given } | { fault: string } | { empty: true }

export function readField(option: CommandOption, field: Field, words: Words): Read {
  if (field.picked !== undefined) return { value: field.picked }
  if (field.text.trim() === '') return option.required === true ? { fault: words.required } : { empty: true }
  const { faults } = words
  if ((option.choices?.length ?? 0) > 0) return chosen(option, field.text) ?? { fault: faults.choice }
  switch (option.type) {
    case optionTypes.string:
      return text(option, field.text, words)
    case optionTypes.integer:
      return /^\s*-?\d+\s*$/.test(field.text) ? number(option, field.text, words) : { fault: faults.integer }
    case optionTypes.number:
      return Number.isFinite(Number(field.text)) ? number(option, field.text, words) : { fault: faults.number }
    case optionTypes.boolean:
      return truth(field.text) ?? { fault: faults.truth }
    case optionTypes.user:
      return { fault: faults.user }
    case optionTypes.channel:
      return { fault: faults.channel }
    case optionTypes.attachment:
      return { fault: faults.file }
    default:
      return { fault: faults.role }
  }
}

function chosen(option: CommandOption, typed: string): Read | undefined {
  const wanted = typed.trim().toLocaleLowerCase()
  const found = option.choices?.find(one =>
    [one.name, String(one.value), ...Object.values(one.name_localizations ?? {})].some(
      name => name.toLocaleLowerCase() === wanted,
    ),
  )
  return found === undefined ? undefined : { value: found.value }
}

function text(option: CommandOption, value: string, { faults }: Words): Read {
  if (option.min_length !== undefined && value.length < option.min_length)
    return { fault: faults.shortest(option.min_length) }
  if (option.max_length !== undefined && value.length > option.max_length)
    return { fault: faults.longest(option.max_length) }
  return { value }
}

function number(option: CommandOption, typed: string, { faults }: Words): Read {
  const value = Number(typed)
  if (option.min_value !== undefined && value < option.min_value) return { fault: faults.least(option.min_value) }
  if (option.max_value !== undefined && value > option.max_value) return { fault: faults.most(option.max_value) }
  return { value }
}

function truth(typed: string): Read | undefined {
  const word = typed.trim().toLocaleLowerCase()
  return word === 'true' || word === 'false' ? { value: word === 'true' } : undefined
}

/** A file as the control API takes it. */
export async function givenFile(file: File): Promise<{ name: string; base64: string; contentType: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return {
    name: file.name,
    base64: btoa(binary),
    contentType: file.type === '' ? 'application/octet-stream' : file.type,
  }
}
