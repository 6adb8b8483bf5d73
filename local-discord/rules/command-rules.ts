/** What Discord holds a command to beyond its shape: names, order, sizes, what may nest in what. */
import type { CommandBody, CommandOption } from '../world.ts'
import { type Report, report, reportAt, required, within } from './issue.ts'

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const nameShape = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
/** https://discord.com/developers/docs/interactions/application-commands#limits : name, descriptions and values, longest localisation counted */
const maximumSize = 8_000
/** https://discord.com/developers/docs/interactions/application-commands#registering-a-command : by type; 15 context menu commands since 3 March 2026 */
export const maximumCommands: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 }
/** https://discord.com/developers/docs/reference#locales */
export const locales: ReadonlySet<string> = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
)

export const optionTypes = {
  subCommand: 1,
  subCommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const

export function checkCommand(command: CommandBody, to: Report): void {
  const slash = (command.type ?? 1) === 1
  checkName(command.name, slash, 'name', to)
  checkLocalised(command.name_localizations, 'name_localizations', to, name => nameFault(name, slash))
  checkLocalised(command.description_localizations, 'description_localizations', to, () => null)
  const description = command.description ?? ''
  if (slash && description.trim() === '') reportAt(to, ['description'], ...required)
  // https://discord.com/developers/docs/interactions/application-commands#application-command-object : for CHAT_INPUT only
  if (!slash && description !== '')
    reportAt(
      to,
      ['description'],
      'APPLICATION_COMMAND_INVALID_DESCRIPTION',
      'Context menu commands cannot have a description',
    )
  const options = command.options ?? []
  if (!slash && options.length > 0)
    reportAt(to, ['options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', 'Context menu commands cannot have options')
  within(to, 'options', () => checkOptions(options, to))
  const size = sizeOf(command)
  if (size > maximumSize)
    report(to, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${maximumSize}): ${size}`)
}

function nameFault(name: string, slash: boolean): [string, string] | null {
  if (!slash) return name.trim() === '' ? [...required] : null
  if (!nameShape.test(name)) return ['APPLICATION_COMMAND_INVALID_NAME', `Command name is invalid: "${name}"`]
  // "If there is a lowercase variant of any letters used, you must use those"
  return name === name.toLowerCase()
    ? null
    : ['APPLICATION_COMMAND_INVALID_NAME', `Command name must be lower case: "${name}"`]
}

function checkName(name: string, slash: boolean, key: string, to: Report): void {
  const fault = nameFault(name, slash)
  if (fault !== null) reportAt(to, [key], ...fault)
}

function checkLocalised(
  texts: Record<string, string> | null | undefined,
  key: string,
  to: Report,
  faultOf: (text: string) => [string, string] | null,
): void {
  for (const [locale, text] of Object.entries(texts ?? {})) {
    if (!locales.has(locale))
      reportAt(to, [key, locale], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`)
    const fault = faultOf(text)
    if (fault !== null) reportAt(to, [key, locale], ...fault)
  }
}

function checkOptions(options: readonly CommandOption[], to: Report): void {
  const names = new Set<string>()
  let optionalSeen = false
  const nests = options.some(one => one.type <= optionTypes.subCommandGroup)
  for (const [index, option] of options.entries()) {
    within(to, index, () => {
      if (names.has(option.name))
        reportAt(
          to,
          ['name'],
          'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
          `Option names must be unique: "${option.name}"`,
        )
      names.add(option.name)
      // https://discord.com/developers/docs/interactions/application-commands#application-command-object : "Required options must be listed before optional options"
      if (option.required === true && optionalSeen) {
        report(
          to,
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        )
      }
      optionalSeen ||= option.required !== true
      if (nests && option.type > optionTypes.subCommandGroup) {
        reportAt(
          to,
          ['type'],
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
        )
      }
      checkOption(option, to)
    })
  }
}

function checkOption(option: CommandOption, to: Report): void {
  checkName(option.name, true, 'name', to)
  checkLocalised(option.name_localizations, 'name_localizations', to, name => nameFault(name, true))
  checkLocalised(option.description_localizations, 'description_localizations', to, () => null)
  if (option.description.trim() === '') reportAt(to, ['description'], ...required)
  if (option.type === optionTypes.subCommandGroup && (option.options ?? []).length === 0)
    reportAt(to, ['options'], ...required)
  if (option.options != null) within(to, 'options', () => checkOptions(option.options ?? [], to))
  checkChoices(option, to)
  if (option.min_value != null && option.max_value != null && option.min_value > option.max_value) {
    reportAt(
      to,
      ['min_value'],
      'APPLICATION_COMMAND_OPTION_MIN_VALUE_TOO_LARGE',
      `min_value ${option.min_value} is greater than max_value ${option.max_value}`,
    )
  }
  if (option.min_length != null && option.max_length != null && option.min_length > option.max_length) {
    reportAt(
      to,
      ['min_length'],
      'APPLICATION_COMMAND_OPTION_MIN_LENGTH_TOO_LARGE',
      `min_length ${option.min_length} is greater than max_length ${option.max_length}`,
    )
  }
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
function checkChoices(option: CommandOption, to: Report): void {
  const choices = option.choices ?? []
  // "autocomplete: may not be set to true if choices are present"
  if (option.autocomplete === true && choices.length > 0) {
    reportAt(
      to,
      ['autocomplete'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
      'An option has choices or autocompletes, not both',
    )
  }
  const names = new Set<string>()
  for (const [index, choice] of choices.entries()) {
    if (typeof choice.value === 'string' && (choice.value.length > 100 || choice.value === '')) {
      reportAt(to, ['choices', index, 'value'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.')
    }
    if (names.has(choice.name))
      reportAt(
        to,
        ['choices', index, 'name'],
        'APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATED',
        'The specified choice name is already used',
      )
    names.add(choice.name)
    within(to, 'choices', () =>
      within(to, index, () => checkLocalised(choice.name_localizations, 'name_localizations', to, () => null)),
    )
  }
}

/** The characters that Discord counts: of every text its longest localisation. */
export function sizeOf(command: CommandBody): number {
  const texts =
    longest(command.name, command.name_localizations) +
    longest(command.description ?? '', command.description_localizations)
  return texts + (command.options ?? []).reduce((sum, one) => sum + optionSize(one), 0)
}

function optionSize(option: CommandOption): number {
  const choices = (option.choices ?? []).reduce(
    (sum, one) => sum + longest(one.name, one.name_localizations) + String(one.value).length,
    0,
  )
  const inner = (option.options ?? []).reduce((sum, one) => sum + optionSize(one), 0)
  return (
    longest(option.name, option.name_localizations) +
    longest(option.description, option.description_localizations) +
    choices +
    inner
  )
}

function longest(text: string, localised: Record<string, string> | null | undefined): number {
  return Math.max(text.length, ...Object.values(localised ?? {}).map(one => one.length))
}

/** A list that replaces all commands of a scope: names unique by type, and not too many. */
export function checkCommandList(commands: readonly CommandBody[], to: Report): void {
  const counts: Record<number, number> = {}
  const seen = new Set<string>()
  for (const [index, command] of commands.entries()) {
    const type = command.type ?? 1
    counts[type] = (counts[type] ?? 0) + 1
    if (seen.has(`${type} ${command.name}`))
      reportAt(to, [index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    seen.add(`${type} ${command.name}`)
    within(to, index, () => checkCommand(command, to))
  }
  for (const [type, count] of Object.entries(counts)) {
    const most = maximumCommands[Number(type)] ?? 0
    if (count > most)
      report(
        to,
        'APPLICATION_COMMANDS_MAXIMUM',
        `Maximum number of application commands of type ${type} reached (${most})`,
      )
  }
}
