/** Panels of what is set: every setting with the value in force and where that comes from, and a select to change each. */
import type { Words } from '../locales/en.ts'
import { component, oneOf, word } from './component.ts'
import { drawPage, type Layout, type Row } from './page.ts'
import type { View } from './view.ts'

export type SettingName = keyof Words['settings']['names']
export type Origin = keyof Words['settings']['origin']

/** Of a server or one of its channels; `channel` is `-` for the server itself, which is known from the press. */
export const choosePlaceSetting = component('setting', {
  channel: word,
  name: oneOf('language', 'visibility', 'detail', 'layout', 'moderatorRole'),
})
export const resetPlaceSettings = component('setting.reset', { channel: word })

/** Of the person who presses. */
export const choosePreference = component('preference', { name: oneOf('language', 'visibility', 'detail', 'layout') })
export const resetPreferences = component('preference.reset', {})

/** What a panel is about: a server, one of its channels, or the person who looks. */
export type Target =
  | { readonly scope: 'server' }
  | { readonly scope: 'channel'; readonly channel: string }
  | { readonly scope: 'person' }

const serverItself = '-'
export const targetOf = (channel: string): Target =>
  channel === serverItself ? { scope: 'server' } : { scope: 'channel', channel }
const channelIn = (target: Target): string => (target.scope === 'channel' ? target.channel : serverItself)

/** The select's value that takes a setting away. */
export const unset = 'unset'

export interface InForce {
  readonly name: SettingName
  readonly value: string
  readonly origin: Origin
}

export interface Panel {
  readonly target: Target
  readonly inForce: readonly InForce[]
  /** What is set at this scope itself. */
  readonly set: Readonly<Partial<Record<SettingName, string>>>
  /** `false`: the one who looks may not change the moderator role. */
  readonly changesRole: boolean
  readonly wasReset: boolean
}

export function settingsPanel(panel: Panel, languages: ReadonlyMap<string, Words>, layout: Layout, words: Words): View {
  const { settings } = words
  const show = ({ name, value, origin }: InForce): string =>
    settings.line(settings.names[name], valueWords(name, value, languages, words), settings.origin[origin])

  return drawPage(
    {
      title: titleOf(panel.target, words),
      lead: settings.lead[panel.target.scope],
      lines: [...panel.inForce.map(show), ...(panel.wasReset ? ['', settings.resetDone] : [])],
      rows: [
        ...(['language', 'visibility', 'detail', 'layout'] as const).map(name =>
          selectRow(panel, name, languages, words),
        ),
        ...(panel.target.scope === 'server' && panel.changesRole ? [roleRow(panel, words)] : []),
        {
          type: 'buttons',
          buttons: [{ id: resetId(panel.target), label: settings.reset, tone: 'danger' }],
        },
      ],
    },
    layout,
  )
}

function titleOf(target: Target, { settings }: Words): string {
  switch (target.scope) {
    case 'server':
      return settings.serverTitle
    case 'channel':
      return settings.channelTitle(`<#${target.channel}>`)
    case 'person':
      return settings.personTitle
  }
}

const chooseId = (target: Target, name: Listed): string =>
  target.scope === 'person'
    ? choosePreference.id({ name })
    : choosePlaceSetting.id({ channel: channelIn(target), name })

const resetId = (target: Target): string =>
  target.scope === 'person' ? resetPreferences.id({}) : resetPlaceSettings.id({ channel: channelIn(target) })

export type Listed = Exclude<SettingName, 'moderatorRole'>

/** The values a setting may have, in the order they are offered. */
export function valuesOf(name: Listed, languages: ReadonlyMap<string, Words>): readonly string[] {
  switch (name) {
    case 'language':
      return [...languages.keys()]
    case 'visibility':
      return ['public', 'private']
    case 'detail':
      return ['short', 'full']
    case 'layout':
      return ['rich', 'text']
  }
}

function valueWords(name: SettingName, value: string, languages: ReadonlyMap<string, Words>, words: Words): string {
  const { settings } = words
  switch (name) {
    case 'language':
      return languages.get(value)?.ownName ?? value
    case 'visibility':
      return settings.visibility[value === 'private' ? 'private' : 'public']
    case 'detail':
      return settings.detail[value === 'full' ? 'full' : 'short']
    case 'layout':
      return settings.layout[value === 'text' ? 'text' : 'rich']
    case 'moderatorRole':
      return value === '' ? settings.noRole : `<@&${value}>`
  }
}

function selectRow(panel: Panel, name: Listed, languages: ReadonlyMap<string, Words>, words: Words): Row {
  const { settings } = words
  const now = panel.set[name]
  return {
    type: 'select',
    id: chooseId(panel.target, name),
    label: settings.choose(settings.names[name]),
    choices: [
      { label: settings.option(settings.names[name], settings.unset), value: unset, chosen: now === undefined },
      ...valuesOf(name, languages).map(value => ({
        label: settings.option(settings.names[name], valueWords(name, value, languages, words)),
        value,
        chosen: now === value,
      })),
    ],
  }
}

const roleRow = (panel: Panel, { settings }: Words): Row => ({
  type: 'role',
  id: choosePlaceSetting.id({ channel: channelIn(panel.target), name: 'moderatorRole' }),
  label: settings.choose(settings.names.moderatorRole),
  ...(panel.set.moderatorRole === undefined ? {} : { role: panel.set.moderatorRole }),
})
