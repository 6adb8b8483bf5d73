/** What `/settings` and `/preferences` have in common: drawing the panel of a target, and taking a change. */
import type { Ask } from '../../discord/define.ts'
import { detailInForce, type Given, languageInForce, layoutInForce, visibilityInForce } from '../../stores/in-force.ts'
import type { ServerSettings } from '../../stores/preferences.ts'
import { Refusal } from '../../views/refusal.ts'
import { type InForce, type Listed, settingsPanel, type Target, unset, valuesOf } from '../../views/settings-panel.ts'
import type { View } from '../../views/view.ts'

/** The key that the store keeps the target under. */
function keyOf(target: Target, { person, place }: Ask): string {
  if (target.scope === 'person') return person.id
  if (place.server === undefined) throw new Refusal(words => words.refusals.notInServer)
  return target.scope === 'server' ? place.server : target.channel
}

export async function openPanel(target: Target, ask: Ask): Promise<View> {
  // What bears on this request was read already, also where a record was broken: the panel is the way to delete it.
  if (target.scope !== 'channel') return panelOf(target, ask.given[target.scope], ask)
  return panelOf(target, await ask.preferences.read(target.scope, keyOf(target, ask)), ask)
}

/** `chosen` is the value of a select; `unset` takes the setting away. */
export async function changeSetting(target: Target, name: Listed, chosen: string | undefined, ask: Ask): Promise<View> {
  if (chosen !== unset && !valuesOf(name, ask.languages).some(value => value === chosen)) {
    throw new Refusal(words => words.refusals.oldComponent)
  }
  return update(target, ({ [name]: _, ...rest }) => (chosen === unset ? rest : { ...rest, [name]: chosen }), ask)
}

/** No role takes the moderator role away. Only for those with Manage Server, else whoever has the role could hand it on. */
export async function changeModeratorRole(role: string | undefined, ask: Ask): Promise<View> {
  if (!ask.person.managesServer) throw new Refusal(words => words.refusals.roleNeedsManageServer)
  return update(
    { scope: 'server' },
    ({ moderatorRole: _, ...rest }) => (role === undefined ? rest : { ...rest, moderatorRole: role }),
    ask,
  )
}

/** Deletes all that is set, but for the moderator role where the one who presses may not change it. */
export async function resetSettings(target: Target, ask: Ask): Promise<View> {
  const keep = ({ moderatorRole }: ServerSettings): ServerSettings =>
    target.scope === 'server' && !ask.person.managesServer && moderatorRole !== undefined ? { moderatorRole } : {}
  try {
    return await update(target, keep, ask, true)
  } catch (error) {
    // A record that cannot be read cannot be changed; whoever may delete all of it still can.
    if (target.scope === 'server' && !ask.person.managesServer) throw error
    await ask.preferences.forget(target.scope, keyOf(target, ask))
    return panelOf(target, {}, ask, true)
  }
}

async function update(
  target: Target,
  change: (current: ServerSettings) => ServerSettings,
  ask: Ask,
  wasReset = false,
): Promise<View> {
  return panelOf(target, await ask.preferences.update(target.scope, keyOf(target, ask), change), ask, wasReset)
}

function panelOf(target: Target, set: ServerSettings, ask: Ask, wasReset = false): View {
  // Whoever changes their own language or layout reads the panel in the new one.
  const given = target.scope === 'person' ? { ...ask.given, person: set } : ask.given
  const language = languageInForce(given, true, [...ask.languages.keys()]).value
  return settingsPanel(
    {
      target,
      inForce: inForceAt(target, set, ask),
      set,
      changesRole: ask.person.managesServer,
      wasReset,
    },
    ask.languages,
    layoutInForce(given, true).value,
    ask.languages.get(language) ?? ask.words,
  )
}

/** What holds at the target: for a person in private replies, for a server or a channel in replies for everyone there. */
function inForceAt(target: Target, set: ServerSettings, ask: Ask): readonly InForce[] {
  const given: Given = {
    ...ask.given,
    server: target.scope === 'server' ? set : target.scope === 'channel' ? ask.given.server : {},
    channel: target.scope === 'channel' ? set : {},
    person: target.scope === 'person' ? set : {},
  }
  const isPrivate = target.scope === 'person'
  const role: InForce = set.moderatorRole
    ? { name: 'moderatorRole', value: set.moderatorRole, origin: 'server' }
    : { name: 'moderatorRole', value: '', origin: 'built-in' }
  return [
    { name: 'language', ...languageInForce(given, isPrivate, [...ask.languages.keys()]) },
    { name: 'visibility', ...visibilityInForce(given) },
    { name: 'detail', ...detailInForce(given, isPrivate) },
    { name: 'layout', ...layoutInForce(given, isPrivate) },
    ...(target.scope === 'server' ? [role] : []),
  ]
}
