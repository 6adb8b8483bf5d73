/** What Discord holds autocomplete choices to. https://discord.com/developers/docs/interactions/application-commands#autocomplete */
import { bodyChecks } from './bodies.ts'
import { optionTypes } from './command-rules.ts'
import { type Report, reportAt, within } from './issue.ts'

export interface Choice {
  name: string
  name_localizations?: Record<string, string> | null
  value: string | number
}

/** `optionType` is that of the focused option: it decides what values may be. */
export function checkChoicesOffered(data: unknown, optionType: number, to: Report): void {
  within(to, 'data', () => {
    const before = to.issues.length
    if (optionType === optionTypes.integer) bodyChecks.integerChoices(data, to)
    else if (optionType === optionTypes.number) bodyChecks.numberChoices(data, to)
    else bodyChecks.stringChoices(data, to)
    if (to.issues.length > before) return
    for (const [index, choice] of choicesIn(data).entries()) {
      if (choice.name.trim() === '')
        reportAt(to, ['choices', index, 'name'], 'BASE_TYPE_REQUIRED', 'This field is required')
      if (typeof choice.value !== 'string') continue
      // https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure : up to 100 characters
      if (choice.value === '' || choice.value.length > 100)
        reportAt(to, ['choices', index, 'value'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.')
    }
  })
}

export function choicesIn(data: unknown): Choice[] {
  const { choices } = data as { choices?: (Choice | null)[] | null }
  return (choices ?? []).filter(one => one !== null)
}
