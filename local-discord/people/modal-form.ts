/** A modal as Discord's client lets a person fill it in and send it off. */
import type { Live } from '../live.ts'
import { componentTypes } from '../rules/component-rules.ts'
import type { Channel, Component, Id } from '../world.ts'
import {
  attachFile,
  type Given,
  type GivenFile,
  idOfChannel,
  idOfPerson,
  idOfRole,
  isGivenFile,
  words,
} from './given.ts'
import { maximumInputText } from './limits.ts'
import { fieldsOf, type ModalField } from './reply.ts'

export type FieldValue = Given | readonly Given[]

export interface Form {
  components: Record<string, unknown>[]
  named: { people: Id[]; roleIds: Id[]; channelIds: Id[]; attachments: Record<string, unknown>[] }
}

export interface Submitting {
  live: Live
  components: readonly Component[]
  /** By label or custom id. */
  values: Readonly<Record<string, FieldValue>>
  channel: Channel
  personId: Id
  filesUrl: string
}

/** Throws an Error that says what Discord's client would not let through. Fields left out keep what the modal filled in. */
export function fillForm(submitting: Submitting): Form {
  const fields = fieldsOf(submitting.components)
  const unknown = Object.keys(submitting.values).find(
    name => !fields.some(one => one.id === name || one.label === name),
  )
  if (unknown !== undefined)
    throw new Error(`the modal has no field "${unknown}"; it has ${fields.map(one => one.label || one.id).join(', ')}`)
  const form: Form = { components: [], named: { people: [], roleIds: [], channelIds: [], attachments: [] } }
  for (const top of submitting.components) {
    const inner = top.component ?? top.components?.[0]
    const field = fields.find(one => one.component === inner)
    if (inner === undefined || field === undefined) {
      form.components.push({ type: top.type, id: top.id })
      continue
    }
    const filled = { type: inner.type, id: inner.id, custom_id: inner.custom_id, ...filledIn(submitting, field, form) }
    form.components.push({
      type: top.type,
      id: top.id,
      ...(top.component === undefined ? { components: [filled] } : { component: filled }),
    })
  }
  return form
}

function filledIn(submitting: Submitting, field: ModalField, form: Form): Record<string, unknown> {
  const given = submitting.values[field.id] ?? submitting.values[field.label]
  const { component } = field
  switch (field.type) {
    case componentTypes.textInput:
      return { value: textFor(field, given) }
    case componentTypes.checkbox:
      return { value: typeof given === 'boolean' ? given : (component.default ?? false) }
    case componentTypes.radioGroup: {
      const [value] = picked(field, given, 1)
      return { value: value ?? null }
    }
    case componentTypes.stringSelect:
      return { values: picked(field, given, component.max_values ?? 1) }
    case componentTypes.checkboxGroup:
      return { values: picked(field, given, component.max_values ?? component.options?.length ?? 1) }
    case componentTypes.fileUpload:
      return { values: uploaded(submitting, field, given, form) }
    default:
      return { values: entities(submitting, field, given, form) }
  }
}

function textFor(field: ModalField, given: FieldValue | undefined): string {
  const { component } = field
  const text =
    given === undefined
      ? (component.value ?? '')
      : Array.isArray(given)
        ? given.map(words).join(', ')
        : words(given as Given)
  if (field.required && text.trim() === '') throw new Error(`the field "${field.label}" is required`)
  if (text === '') return text
  const minimum = component.min_length ?? 0
  const maximum = component.max_length ?? maximumInputText
  if (text.length < minimum || text.length > maximum)
    throw new Error(`the field "${field.label}" takes ${minimum} to ${maximum} characters, not ${text.length}`)
  return text
}

function listOf(given: FieldValue | undefined): Given[] {
  if (given === undefined) return []
  return Array.isArray(given) ? (given as Given[]) : [given as Given]
}

function checkCount(field: ModalField, count: number, maximum: number): void {
  const minimum = field.required ? (field.component.min_values ?? 1) : 0
  if (count < minimum || count > maximum)
    throw new Error(`the field "${field.label}" takes ${minimum} to ${maximum} values, not ${count}`)
}

function picked(field: ModalField, given: FieldValue | undefined, maximum: number): string[] {
  const options = field.component.options ?? []
  const values =
    given === undefined
      ? options.filter(one => one.default === true).map(one => one.value)
      : listOf(given).map(one => {
          const option = options.find(other => other.value === one || other.label === one)
          if (option === undefined)
            throw new Error(
              `the field "${field.label}" has no option "${words(one)}"; it has ${options.map(other => other.label).join(', ')}`,
            )
          return option.value
        })
  checkCount(field, values.length, maximum)
  return values
}

function entities(submitting: Submitting, field: ModalField, given: FieldValue | undefined, form: Form): Id[] {
  const { live, channel } = submitting
  const ids =
    given === undefined
      ? (field.component.default_values ?? []).map(one => one.id)
      : listOf(given).map(one => pickEntity(live, field.component, one, channel))
  checkCount(field, ids.length, field.component.max_values ?? 1)
  keepNamed(live, ids, form.named)
  return ids
}

/** One pick of a user, role, mentionable or channel select. */
export function pickEntity(live: Live, select: Component, given: Given, channel: Channel): Id {
  if (select.type === componentTypes.userSelect) return idOfPerson(live.world, given, channel)
  if (select.type === componentTypes.roleSelect) return idOfRole(live.world, given, channel)
  if (select.type === componentTypes.mentionableSelect) {
    try {
      return idOfPerson(live.world, given, channel)
    } catch {
      return idOfRole(live.world, given, channel)
    }
  }
  const id = idOfChannel(live.world, given, channel)
  const type = live.world.channels[id]?.type ?? 0
  if (select.channel_types !== undefined && select.channel_types.length > 0 && !select.channel_types.includes(type)) {
    throw new Error(`this select takes channels of the types ${select.channel_types.join(', ')}, not ${type}`)
  }
  return id
}

export function keepNamed(live: Live, ids: readonly Id[], named: Form['named']): void {
  for (const id of ids) {
    if (live.world.people[id] !== undefined) named.people.push(id)
    else if (live.world.channels[id] !== undefined) named.channelIds.push(id)
    else named.roleIds.push(id)
  }
}

function uploaded(submitting: Submitting, field: ModalField, given: FieldValue | undefined, form: Form): Id[] {
  const files = listOf(given).filter((one): one is GivenFile => isGivenFile(one))
  checkCount(field, files.length, field.component.max_values ?? 1)
  const types = field.component.file_types ?? []
  return files.map(file => {
    if (types.length > 0 && !types.some(type => file.name.toLowerCase().endsWith(type.toLowerCase()))) {
      throw new Error(`the field "${field.label}" takes files of the types ${types.join(', ')}, not ${file.name}`)
    }
    const body = attachFile(submitting.live, file, submitting.personId, submitting.filesUrl)
    form.named.attachments.push(body)
    return String(body['id'])
  })
}
