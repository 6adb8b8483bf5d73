/** A slash command's options as Discord's client lets a person fill them in: types, choices, bounds, required ones. */

import type { Live } from '../live.ts'
import { optionTypes } from '../rules/command-rules.ts'
import { type Channel, type Command, type CommandOption, channelOf, type Id } from '../world.ts'
import { attachFile, type Given, idOfChannel, idOfPerson, idOfRole, isGivenFile, words as shown } from './given.ts'
import { maximumOptionText } from './limits.ts'

/** What a script gives for an option: text, numbers, or people, channels and roles by name or as they are. */
export type Value = Given

export interface Filled {
  options: Record<string, unknown>[]
  named: { people: Id[]; roleIds: Id[]; channelIds: Id[]; attachments: Record<string, unknown>[] }
  /** Of autocomplete: the type of the focused option. */
  focusedType: number
}

/** Splits '/daily set time' into the command's name and the sub-commands under it. */
export function wordsOf(line: string): string[] {
  const words = line.trim().replace(/^\//, '').split(/\s+/)
  if (words[0] === undefined || words[0] === '')
    throw new Error(`a slash command is written like '/country'; this is "${line}"`)
  return words
}

export interface Filling {
  live: Live
  command: Command
  /** The words after the command's name. */
  path: readonly string[]
  given: Readonly<Record<string, Value>>
  channel: Channel
  personId: Id
  /** The name of the option that is being typed in; then nothing is required yet. */
  focused?: string
  filesUrl: string
}

/** Throws an Error that says what Discord's client would not let through. */
export function fillIn(filling: Filling): Filled {
  const { command, path } = filling
  const filled: Filled = {
    options: [],
    named: { people: [], roleIds: [], channelIds: [], attachments: [] },
    focusedType: optionTypes.string,
  }
  let level = command.options
  const nest: CommandOption[] = []
  for (const word of path) {
    const next = level.find(one => one.type <= optionTypes.subCommandGroup && one.name === word)
    if (next === undefined) throw new Error(`/${command.name} has no sub-command "${word}"; it has ${names(level)}`)
    nest.push(next)
    level = next.options ?? []
  }
  const under = level.find(one => one.type <= optionTypes.subCommandGroup)
  if (under !== undefined)
    throw new Error(`/${[command.name, ...path].join(' ')} is only the beginning: name one of ${names(level)}`)
  let options = leaves(filling, level, filled)
  for (const one of nest.toReversed()) options = [{ type: one.type, name: one.name, options }]
  filled.options = options
  return filled
}

function names(options: readonly CommandOption[]): string {
  return options.length === 0 ? 'none' : options.map(one => one.name).join(', ')
}

function leaves(filling: Filling, level: readonly CommandOption[], filled: Filled): Record<string, unknown>[] {
  const { given, focused } = filling
  const unknown = Object.keys(given).find(name => !level.some(one => one.name === name))
  if (unknown !== undefined)
    throw new Error(`/${filling.command.name} has no option "${unknown}" here; it has ${names(level)}`)
  const missing =
    focused === undefined ? level.find(one => one.required === true && given[one.name] === undefined) : undefined
  if (missing !== undefined) throw new Error(`/${filling.command.name} needs its option "${missing.name}"`)
  const options: Record<string, unknown>[] = []
  for (const [name, value] of Object.entries(given)) {
    const option = level.find(one => one.name === name)
    if (option === undefined) continue
    if (name === focused) {
      if (option.autocomplete !== true)
        throw new Error(`the option "${name}" of /${filling.command.name} has no autocomplete`)
      filled.focusedType = option.type
      options.push({ type: option.type, name, value: shown(value), focused: true })
    } else options.push({ type: option.type, name, value: valueOf(filling, option, value, filled) })
  }
  return options
}

function valueOf(filling: Filling, option: CommandOption, value: Value, filled: Filled): string | number | boolean {
  const fault = (expected: string): Error =>
    new Error(`the option "${option.name}" of /${filling.command.name} takes ${expected}, not ${JSON.stringify(value)}`)
  const { live, channel, personId } = filling
  switch (option.type) {
    case optionTypes.string:
      if (typeof value !== 'string') throw fault('text')
      return textValue(option, value, fault)
    case optionTypes.integer:
    case optionTypes.number:
      if (typeof value !== 'number' || (option.type === optionTypes.integer && !Number.isInteger(value)))
        throw fault('a number')
      return numberValue(option, value, fault)
    case optionTypes.boolean:
      if (typeof value !== 'boolean') throw fault('true or false')
      return value
    case optionTypes.user:
      return named(filled.named.people, idOfPerson(live.world, value, channel))
    case optionTypes.role:
      return named(filled.named.roleIds, idOfRole(live.world, value, channel))
    case optionTypes.channel:
      return named(filled.named.channelIds, channelValue(filling, option, value, fault))
    case optionTypes.attachment: {
      if (!isGivenFile(value)) throw fault('a file: { name, bytes }')
      const body = attachFile(live, value, personId, filling.filesUrl)
      filled.named.attachments.push(body)
      return String(body['id'])
    }
    default:
      return mentionable(filling, value, filled)
  }
}

function named(list: Id[], id: Id): Id {
  if (!list.includes(id)) list.push(id)
  return id
}

function mentionable(filling: Filling, value: Value, filled: Filled): Id {
  const { world } = filling.live
  try {
    return named(filled.named.people, idOfPerson(world, value, filling.channel))
  } catch {
    return named(filled.named.roleIds, idOfRole(world, value, filling.channel))
  }
}

function channelValue(filling: Filling, option: CommandOption, value: Value, fault: (expected: string) => Error): Id {
  const { world } = filling.live
  const id = idOfChannel(world, value, filling.channel)
  const types = option.channel_types ?? []
  if (types.length > 0 && !types.includes(channelOf(world, id).type))
    throw fault(`a channel of the types ${types.join(', ')}`)
  return id
}

/** Choices are given by value or by the name that the person reads. */
function textValue(option: CommandOption, value: string, fault: (expected: string) => Error): string | number {
  const choice = chosen(option, value)
  if (choice !== undefined) return choice
  if ((option.choices?.length ?? 0) > 0) throw fault(`one of ${option.choices?.map(one => one.name).join(', ')}`)
  const minimum = option.min_length ?? 0
  const maximum = Math.min(option.max_length ?? maximumOptionText, maximumOptionText)
  if (value.length < minimum || value.length > maximum) throw fault(`${minimum} to ${maximum} characters`)
  return value
}

function numberValue(option: CommandOption, value: number, fault: (expected: string) => Error): string | number {
  const choice = chosen(option, value)
  if (choice !== undefined) return choice
  if ((option.choices?.length ?? 0) > 0) throw fault(`one of ${option.choices?.map(one => one.value).join(', ')}`)
  if (
    value < (option.min_value ?? Number.NEGATIVE_INFINITY) ||
    value > (option.max_value ?? Number.POSITIVE_INFINITY)
  ) {
    throw fault(`a number from ${option.min_value ?? '-∞'} to ${option.max_value ?? '∞'}`)
  }
  return value
}

function chosen(option: CommandOption, value: string | number): string | number | undefined {
  return option.choices?.find(
    one =>
      one.value === value || one.name === value || Object.values(one.name_localizations ?? {}).includes(String(value)),
  )?.value
}
