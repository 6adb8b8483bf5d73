/** What Discord holds components of a message to, beyond their shapes: layout, ids, selects, text. */
import { type Component, hasFlag, messageFlags } from '../world.ts'
import { breakdown, type Report, report, reportAt, required, within } from './issue.ts'

/** https://discord.com/developers/docs/components/reference#component-object-component-types */
export const componentTypes = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const

/** https://discord.com/developers/docs/components/reference#button-button-styles */
export const buttonStyles = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5, premium: 6 } as const

/** https://discord.com/developers/docs/components/reference#component-object : all of them, nested ones too */
const maximumComponents = 40
/** https://discord.com/developers/docs/components/reference#text-display : over all text displays of a message */
const maximumText = 4_000
/** Bytes in UTF-8 of all text displays and 12 for each: over it Discord answers 500, https://github.com/discord/discord-api-docs/issues/8554 */
const maximumTextBytes = 10_170
const bytesForEachText = 12
/** Pictures of galleries and thumbnails: over it Discord answers 500, https://github.com/discord/discord-api-docs/issues/7528 */
const maximumMedia = 64
/** https://discord.com/developers/docs/components/reference#action-row */
const buttonsInRow = 5
/** https://discord.com/developers/docs/components/using-message-components#legacy : without the flag, five action rows */
const legacyRows = 5

export function isSelect(type: number): boolean {
  return (
    type === componentTypes.stringSelect || (type >= componentTypes.userSelect && type <= componentTypes.channelSelect)
  )
}

/** Every component with its path, parents first, in reading order (a section's texts before its accessory). */
export function* everyComponent(
  components: readonly Component[],
  path: (string | number)[] = [],
): Generator<{ component: Component; path: (string | number)[] }> {
  for (const [index, component] of components.entries()) yield* withParts(component, [...path, index])
}

function* withParts(
  component: Component,
  path: (string | number)[],
): Generator<{ component: Component; path: (string | number)[] }> {
  yield { component, path }
  if (component.components != null) yield* everyComponent(component.components, [...path, 'components'])
  if (component.component != null) yield* withParts(component.component, [...path, 'component'])
  if (component.accessory != null) yield* withParts(component.accessory, [...path, 'accessory'])
}

/** Reports on the components of a message under the report's path; `flags` are those that the message will have. */
export function checkMessageComponents(components: readonly Component[], flags: number, to: Report): void {
  if (hasFlag(flags, messageFlags.componentsV2)) checkTotals(components, to)
  else checkLegacyLayout(components, to)
  checkUniqueIds(components, to)
  for (const { component, path } of everyComponent(components)) checkOne(component, path, to)
}

function checkLegacyLayout(components: readonly Component[], to: Report): void {
  if (components.length > legacyRows)
    report(to, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${legacyRows} in length.`)
  for (const [index, component] of components.entries()) {
    // https://discord.com/developers/docs/components/reference : other top-level components need the flag IS_COMPONENTS_V2
    if (component.type !== componentTypes.actionRow) {
      reportAt(to, [index, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).')
    }
  }
}

function checkTotals(components: readonly Component[], to: Report): void {
  const all = [...everyComponent(components)].map(one => one.component)
  if (all.length > maximumComponents) {
    report(
      to,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `A message holds at most ${maximumComponents} components, nested ones counted; this has ${all.length}`,
    )
  }
  const texts = all.filter(one => one.type === componentTypes.textDisplay).map(one => one.content ?? '')
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  if (length > maximumText) {
    report(
      to,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total displayable text size exceeds ${maximumText} characters: ${length}`,
    )
  }
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + bytesForEachText, 0)
  if (bytes > maximumTextBytes)
    report(to, breakdown, `The text displays take ${bytes} bytes; over ${maximumTextBytes} Discord answers 500`)
  const media = all.reduce(
    (sum, one) => sum + (one.items?.length ?? 0) + (one.type === componentTypes.thumbnail ? 1 : 0),
    0,
  )
  if (media > maximumMedia)
    report(to, breakdown, `The message shows ${media} pictures; over ${maximumMedia} Discord answers 500`)
}

/** https://discord.com/developers/docs/components/reference#anatomy-of-a-component : `custom_id` and `id` are unique in a message */
export function checkUniqueIds(components: readonly Component[], to: Report): void {
  const customIds = new Set<string>()
  const ids = new Set<number>()
  for (const { component, path } of everyComponent(components)) {
    if (component.custom_id != null) {
      if (customIds.has(component.custom_id))
        reportAt(
          to,
          [...path, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        )
      customIds.add(component.custom_id)
    }
    // 0 means "none", https://discord.com/developers/docs/components/reference#anatomy-of-a-component
    if (component.id != null && component.id !== 0) {
      if (ids.has(component.id))
        reportAt(to, [...path, 'id'], 'COMPONENT_ID_DUPLICATED', `Component id ${component.id} is used twice`)
      ids.add(component.id)
    }
  }
}

function checkOne(component: Component, path: (string | number)[], to: Report): void {
  to.path.push(...path)
  if (component.type === componentTypes.actionRow) checkRow(component, to)
  else if (component.type === componentTypes.button) checkButton(component, to)
  else if (component.type === componentTypes.textDisplay) checkText(component, to)
  else if (component.type === componentTypes.file) checkFile(component, to)
  else if (isSelect(component.type)) checkSelect(component, to)
  to.path.length -= path.length
}

/** https://discord.com/developers/docs/components/reference#action-row : up to five buttons, or one select */
function checkRow(row: Component, to: Report): void {
  const parts = row.components ?? []
  const selects = parts.filter(one => isSelect(one.type)).length
  if (parts.length > buttonsInRow || (selects > 0 && parts.length > 1)) {
    within(to, 'components', () =>
      report(to, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width'),
    )
  }
}

/** https://discord.com/developers/docs/components/reference#button-button-styles */
function checkButton(button: Component, to: Report): void {
  const has = (key: 'custom_id' | 'url' | 'sku_id' | 'label' | 'emoji'): boolean =>
    button[key] != null && button[key] !== ''
  const forbid = (key: 'custom_id' | 'url' | 'sku_id' | 'label' | 'emoji', why: string): void => {
    if (has(key)) reportAt(to, [key], 'BUTTON_COMPONENT_FIELD_FORBIDDEN', why)
  }
  if (button.style === buttonStyles.link) {
    if (!has('url')) reportAt(to, ['url'], 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required')
    else if (!/^(https?|discord):\/\//i.test(button.url ?? '')) {
      reportAt(
        to,
        ['url'],
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${(button.url ?? '').split(':')[0]}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
      )
    }
    forbid('custom_id', 'A custom id and url cannot both be specified')
    forbid('sku_id', 'A link button takes no sku_id')
  } else if (button.style === buttonStyles.premium) {
    if (!has('sku_id')) reportAt(to, ['sku_id'], ...required)
    for (const key of ['custom_id', 'url', 'label', 'emoji'] as const) forbid(key, `A premium button takes no ${key}`)
    return
  } else {
    if (!has('custom_id')) reportAt(to, ['custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')
    forbid('url', 'A custom id and url cannot both be specified')
    forbid('sku_id', 'Only a premium button takes a sku_id')
  }
  if (!has('label') && !has('emoji'))
    reportAt(to, ['label'], 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or an emoji is required')
}

/** https://discord.com/developers/docs/components/reference#text-display : blank text is as empty as none */
export function checkText(text: Component, to: Report): void {
  if (text.content?.trim() === '') reportAt(to, ['content'], ...required)
}

/** https://discord.com/developers/docs/components/reference#file : "only supports using the attachment:// protocol" */
function checkFile(file: Component, to: Report): void {
  if (!(file.file?.url ?? '').startsWith('attachment://')) {
    reportAt(
      to,
      ['file', 'url'],
      'UNFURLED_MEDIA_ITEM_ATTACHMENT_REQUIRED',
      'A file component shows only an attachment: attachment://<filename>',
    )
  }
}

export const requiredWithoutValues = [
  'SELECT_COMPONENT_REQUIRED_ZERO_MIN_VALUES',
  'Select menus marked as required cannot have a min_values of 0',
] as const

/** https://discord.com/developers/docs/components/reference#string-select and the pages of the other selects */
export function checkSelect(select: Component, to: Report): void {
  const minimum = select.min_values ?? 1
  const maximum = select.max_values ?? 1
  if (minimum > maximum)
    reportAt(
      to,
      ['min_values'],
      'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
      `min_values ${minimum} is greater than max_values ${maximum}`,
    )
  // Documented as ignored in messages, but refused there too: https://github.com/discord/discord-api-docs/issues/7800
  if (select.required === true && select.min_values === 0) reportAt(to, ['min_values'], ...requiredWithoutValues)
  if (select.type !== componentTypes.stringSelect) return checkDefaults(select, minimum, maximum, to)
  const options = select.options ?? []
  if (minimum > options.length)
    reportAt(
      to,
      ['min_values'],
      'SELECT_COMPONENT_MIN_VALUES_TOO_LARGE',
      `min_values ${minimum} is greater than the ${options.length} options`,
    )
  if (maximum > options.length)
    reportAt(
      to,
      ['max_values'],
      'SELECT_COMPONENT_MAX_VALUES_TOO_LARGE',
      `max_values ${maximum} is greater than the ${options.length} options`,
    )
  checkUniqueValues(options, to)
  const chosen = options.filter(one => one.default === true).length
  if (chosen > maximum)
    reportAt(
      to,
      ['options'],
      'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
      `${chosen} options are chosen by default; max_values is ${maximum}`,
    )
}

export function checkUniqueValues(options: readonly { value: string }[], to: Report): void {
  const values = new Set<string>()
  for (const [index, option] of options.entries()) {
    if (values.has(option.value))
      reportAt(
        to,
        ['options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      )
    values.add(option.value)
  }
}

/** "number of default values must be in the range defined by min_values and max_values" */
function checkDefaults(select: Component, minimum: number, maximum: number, to: Report): void {
  const count = select.default_values?.length ?? 0
  if (count > 0 && (count < minimum || count > maximum)) {
    reportAt(
      to,
      ['default_values'],
      'SELECT_COMPONENT_DEFAULT_VALUES_OUT_OF_RANGE',
      `${count} default values; there may be ${minimum} to ${maximum}`,
    )
  }
}
