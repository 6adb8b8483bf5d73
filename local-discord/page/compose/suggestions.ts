/** What an option's field offers: its choices, people, roles and channels here, or what the bot completes while one types. */
import { useEffect, useState } from 'preact/hooks'
import { channels, people, roles } from '../chat/choices.ts'
import { usePage } from '../page.ts'
import type { CommandOption, Given } from '../shapes.ts'
import { type State, usePicked } from '../state.ts'
import { type Options, wire } from '../wire.ts'
import { type Entry, optionTypes } from './entries.ts'

export interface Suggestion {
  label: string
  about?: string
  value: Given
}

export interface Suggestions {
  state: 'done' | 'loading' | 'failed'
  list: readonly Suggestion[]
}

/** So long a pause in typing asks the bot. */
const pauseMs = 150
/** Discord shows at most so many. */
const mostShown = 25

const nothing: Suggestions = { state: 'done', list: [] }

/** Of an option that the page itself can complete; undefined where it can't. */
export function ownSuggestions(
  option: CommandOption,
  typed: string,
  state: State,
  locale: string,
): Suggestion[] | undefined {
  const all = everySuggestion(option, state, locale)
  if (all === undefined) return undefined
  const needle = typed.trim().replace(/^[@#]/, '').toLocaleLowerCase()
  return all.filter(one => `${one.label} ${one.about ?? ''}`.toLocaleLowerCase().includes(needle)).slice(0, mostShown)
}

function everySuggestion(option: CommandOption, state: State, locale: string): Suggestion[] | undefined {
  if ((option.choices?.length ?? 0) > 0)
    return option.choices?.map(one => ({ label: one.name_localizations?.[locale] ?? one.name, value: one.value }))
  const byId = (one: { value: string; label: string; about?: string }): Suggestion => ({
    label: one.label,
    value: { id: one.value },
    ...(one.about === undefined ? {} : { about: one.about }),
  })
  switch (option.type) {
    case optionTypes.boolean:
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ]
    case optionTypes.user:
      return people(state).map(byId)
    case optionTypes.role:
      return roles(state).map(byId)
    case optionTypes.mentionable:
      return [...people(state), ...roles(state)].map(byId)
    case optionTypes.channel:
      return channels(state, option.channel_types ?? []).map(byId)
    default:
      return undefined
  }
}

/** `others` are the options that are filled in already: the bot may complete by them. */
export function useSuggestions(
  entry: Entry,
  option: CommandOption | undefined,
  typed: string,
  others: Options,
  locale: string,
): Suggestions {
  const { store } = usePage()
  const state = usePicked(store, one => one.servers) && store.get()
  const [completed, setCompleted] = useState<Suggestions>(nothing)
  const othersKey = JSON.stringify(others)
  const isCompleted = option?.autocomplete === true
  useEffect(() => {
    if (option === undefined || !isCompleted) return undefined
    let isStale = false
    setCompleted(before => ({ state: 'loading', list: before.list }))
    const timer = setTimeout(() => {
      const { as, channelId } = store.get()
      wire.complete(as, entry.line, { ...others, [option.name]: typed }, channelId ?? '').then(
        ({ choices }) => {
          if (!isStale)
            setCompleted({ state: 'done', list: choices.map(one => ({ label: one.name, value: one.value })) })
        },
        () => {
          if (!isStale) setCompleted({ state: 'failed', list: [] })
        },
      )
    }, pauseMs)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [entry.key, option?.name, typed, othersKey])
  if (option === undefined) return nothing
  const own = ownSuggestions(option, typed, state, locale)
  if (own !== undefined) return { state: 'done', list: own }
  return isCompleted ? completed : nothing
}
