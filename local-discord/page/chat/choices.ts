/** What a select of people, roles or channels offers in the place where one is. */
import type { ComponentView } from '../shapes.ts'
import { type State, serverHere } from '../state.ts'
import { kinds } from './kinds.ts'
import type { Choice } from './select.ts'

export function choicesOf(component: ComponentView, state: State): Choice[] {
  switch (component.type) {
    case kinds.userSelect:
      return people(state)
    case kinds.roleSelect:
      return roles(state)
    case kinds.mentionableSelect:
      return [...people(state), ...roles(state)]
    case kinds.channelSelect:
      return channels(state, component.channel_types ?? [])
    default:
      return (component.options ?? []).map(one => ({
        value: one.value,
        label: one.label,
        ...(one.description == null ? {} : { about: one.description }),
        ...(one.emoji?.name == null ? {} : { emoji: one.emoji }),
      }))
  }
}

export function chosenOf(component: ComponentView): string[] {
  if (component.type === kinds.stringSelect)
    return (component.options ?? []).filter(one => one.default === true).map(one => one.value)
  return (component.default_values ?? []).map(one => one.id)
}

/** Those of the server here; in direct messages the two who talk. */
export function people(state: State): Choice[] {
  const server = serverHere(state)
  if (server !== undefined)
    return server.members.map(one => ({ value: one.id, label: one.displayName, about: one.name }))
  const self = state.people.find(one => one.name === state.as)
  const other = state.directs.find(one => one.channelId === state.channelId)?.with
  return [self, other].flatMap(one => (one === undefined ? [] : [{ value: one.id, label: one.displayName }]))
}

export function roles(state: State): Choice[] {
  return (serverHere(state)?.roles ?? []).map(one => ({
    value: one.id,
    label: one.name.startsWith('@') ? one.name : `@${one.name}`,
  }))
}

export function channels(state: State, types: readonly number[]): Choice[] {
  return (serverHere(state)?.channels ?? [])
    .filter(one => types.length === 0 || types.includes(one.type))
    .map(one => ({ value: one.id, label: `#${one.name}` }))
}
