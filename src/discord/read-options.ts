/** Reads what a person filled in by the declaration of the command: the values that `run` receives, and the option being typed. */
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10'
import type { Option, Options } from './define.ts'

type Given = readonly APIApplicationCommandInteractionDataOption[] | undefined

/** Throws when Discord sends what the command never declared: its registration is then another one than ours. */
export function readOptions(options: Options, given: Given): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const found = given?.find(one => one.name === name)
      if (found === undefined && option.required) throw new Error(`the required option "${name}" did not come`)
      return [name, found && valueOf(option, found)]
    }),
  )
}

const types: Readonly<Record<Option<unknown>['type'], ApplicationCommandOptionType>> = {
  text: ApplicationCommandOptionType.String,
  whole: ApplicationCommandOptionType.Integer,
  flag: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
}

function valueOf(option: Option<unknown>, found: APIApplicationCommandInteractionDataOption): unknown {
  if (found.type !== types[option.type])
    throw new Error(`the option "${found.name}" must be of type ${types[option.type]}, and came as ${found.type}`)
  return (found as APIApplicationCommandInteractionDataBasicOption).value
}

/** The option being typed, and what stands in it so far. */
export function readFocused(given: Given): { readonly name: string; readonly typed: string } | undefined {
  for (const option of given ?? []) {
    if ('focused' in option && option.focused) return { name: option.name, typed: String(option.value) }
  }
  return undefined
}
