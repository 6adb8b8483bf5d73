/** What Discord holds a modal to beyond its shape. https://discord.com/developers/docs/components/using-modal-components */
import type { Component } from '../world.ts'
import {
  checkSelect,
  checkText,
  checkUniqueIds,
  checkUniqueValues,
  componentTypes,
  everyComponent,
  isSelect,
  requiredWithoutValues,
} from './component-rules.ts'
import { type Report, report, reportAt, required, within } from './issue.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal : 1 to 5 components */
const maximumComponents = 5

export function checkModal(modal: { title: string; custom_id: string; components: Component[] }, to: Report): void {
  if (modal.title.trim() === '') reportAt(to, ['title'], ...required)
  within(to, 'components', () => {
    if (modal.components.length > maximumComponents)
      report(to, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${maximumComponents} in length.`)
    checkUniqueIds(modal.components, to)
    for (const { component, path } of everyComponent(modal.components)) {
      to.path.push(...path)
      checkField(component, path.length > 1 && path.at(-1) === 'component', to)
      to.path.length -= path.length
    }
  })
}

function checkField(field: Component, inLabel: boolean, to: Report): void {
  if (field.type === componentTypes.textDisplay) checkText(field, to)
  if (field.type === componentTypes.actionRow && (field.components?.length ?? 0) > 1) {
    reportAt(to, ['components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')
  }
  if (field.type === componentTypes.textInput) checkTextInput(field, inLabel, to)
  if (isSelect(field.type)) checkSelectField(field, to)
  if (field.type === componentTypes.radioGroup || field.type === componentTypes.checkboxGroup) checkGroup(field, to)
  if (field.type === componentTypes.fileUpload) checkCounts(field, Number.POSITIVE_INFINITY, to)
}

/** https://discord.com/developers/docs/components/reference#text-input : inside a Label its own label is deprecated and refused */
function checkTextInput(field: Component, inLabel: boolean, to: Report): void {
  if (inLabel && field.label != null)
    reportAt(to, ['label'], 'TEXT_INPUT_LABEL_FORBIDDEN', 'Inside a Label a text input has no label of its own')
  if (!inLabel && field.label == null) reportAt(to, ['label'], ...required)
  const minimum = field.min_length ?? 0
  const maximum = field.max_length ?? 4_000
  if (minimum > maximum)
    reportAt(
      to,
      ['min_length'],
      'TEXT_INPUT_MIN_LENGTH_TOO_LARGE',
      `min_length ${minimum} is greater than max_length ${maximum}`,
    )
  const length = field.value?.length ?? 0
  if (length > 0 && (length < minimum || length > maximum)) {
    reportAt(to, ['value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${minimum} and ${maximum} in length.`)
  }
}

function checkSelectField(field: Component, to: Report): void {
  checkSelect(field, to)
  // "Using disabled in a modal will result in an error", https://discord.com/developers/docs/components/reference#string-select
  if (field.disabled === true)
    reportAt(to, ['disabled'], 'SELECT_COMPONENT_DISABLED_IN_MODAL', 'A select in a modal cannot be disabled')
  checkRequired(field, to)
}

/** "If required is true, min_values cannot be 0", https://discord.com/developers/docs/components/reference#string-select */
function checkRequired(field: Component, to: Report): void {
  // A select that says so itself has been reported by the rules that it shares with messages.
  const saysSo = isSelect(field.type) && field.required === true
  if (field.required !== false && !saysSo && field.min_values === 0)
    reportAt(to, ['min_values'], ...requiredWithoutValues)
}

function checkGroup(field: Component, to: Report): void {
  const options = field.options ?? []
  checkUniqueValues(options, to)
  const chosen = options.filter(one => one.default === true).length
  const most = field.type === componentTypes.radioGroup ? 1 : (field.max_values ?? options.length)
  if (chosen > most)
    reportAt(
      to,
      ['options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
      `${chosen} options are chosen by default; at most ${most} may be`,
    )
  if (field.type === componentTypes.checkboxGroup) checkCounts(field, options.length, to)
}

function checkCounts(field: Component, available: number, to: Report): void {
  const minimum = field.min_values ?? (field.required === false ? 0 : 1)
  const maximum = field.max_values ?? Math.min(available, 10)
  if (minimum > maximum)
    reportAt(
      to,
      ['min_values'],
      'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
      `min_values ${minimum} is greater than max_values ${maximum}`,
    )
  if (maximum > available)
    reportAt(
      to,
      ['max_values'],
      'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
      `max_values ${maximum} is greater than the ${available} options`,
    )
  checkRequired(field, to)
}
