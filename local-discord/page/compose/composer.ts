/** Where one writes: words are said, a `/` opens the commands, and a picked command becomes its form. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import { kept } from '../kept.ts'
import { usePage, useWords } from '../page.ts'
import { me, placeOf, usePicked } from '../state.ts'
import { CommandForm } from './command-form.ts'
import { CommandList } from './command-list.ts'
import { type Entry, entriesOf, matching } from './entries.ts'

export function Composer(): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const channelId = usePicked(store, state => state.channelId) ?? ''
  const commands = usePicked(store, state => state.commands[channelId])
  const mayWrite = usePicked(store, state => placeOf(state, state.channelId)?.mayWrite ?? false)
  const name = usePicked(store, state =>
    placeName(state.channelId === null ? undefined : placeOf(state, state.channelId)),
  )
  const as = usePicked(store, state => state.as)
  const application = usePicked(store, applicationName)
  const locale = me(store.get())?.locale ?? 'en-US'
  const entries = useMemo(() => entriesOf(commands ?? [], locale), [commands, locale])
  const [text, setText] = useState(() => kept.draft(as, channelId))
  const [entry, setEntry] = useState<Entry | null>(null)
  const [at, setAt] = useState(0)
  const [isListOpen, setListOpen] = useState(true)
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()

  useEffect(() => {
    setEntry(null)
    setText(kept.draft(as, channelId))
  }, [channelId, as])
  const wanted = usePicked(store, state => state.wanted)
  useEffect(() => {
    if (wanted === null) return
    actions.want(null)
    const found = entries.find(one => one.line === wanted)
    if (found !== undefined) pick(found)
  }, [wanted])
  // A command that was typed before the commands had come.
  useEffect(() => {
    if (text.startsWith('/')) write(text)
  }, [entries])
  useLayoutEffect(() => {
    const element = field.current
    if (element === null) return
    // The field grows with what stands in it.
    element.rows = Math.min(10, text.split('\n').length)
  }, [text])

  const shown = text.startsWith('/') && isListOpen ? matching(entries, text.trimEnd()) : []
  const isListShown = text.startsWith('/') && isListOpen && (shown.length > 0 || !text.includes(' '))

  const write = (next: string): void => {
    const exact = next.endsWith(' ') ? matching(entries, next.trimEnd()) : []
    const [only] = exact
    if (only !== undefined && (only.shown === next.trimEnd() || only.line === next.trimEnd())) return pick(only)
    setText(next)
    setAt(0)
    setListOpen(true)
    kept.keepDraft(as, channelId, next)
  }
  const pick = (one: Entry): void => {
    setEntry(one)
    setText('')
    kept.keepDraft(as, channelId, '')
  }
  const leave = (back: string): void => {
    setEntry(null)
    write(back)
    // After the form is gone, what was typed there goes on here.
    requestAnimationFrame(() => field.current?.focus())
  }
  const send = (): void => {
    if (text.trim() === '') return
    const said = text
    write('')
    void actions.say(said).then(isSaid => {
      if (!isSaid) write(said)
    })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const active = isListShown ? shown[at] : undefined
    if (active !== undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      setAt((at + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length)
    else if (active !== undefined && (event.key === 'Enter' || event.key === 'Tab')) pick(active)
    else if (event.key === 'Escape' && isListShown) setListOpen(false)
    else if (event.key === 'Enter' && !event.shiftKey) send()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (!mayWrite) return html`<div class="composer closed"><p>${words.noWriting}</p></div>`
  if (entry !== null)
    return html`<div class="composer"><${CommandForm} key=${entry.key} entry=${entry} locale=${locale} onLeave=${leave} onSent=${() => leave('')} /></div>`
  return html`<div class="composer">
    ${isListShown && html`<${CommandList} id=${listId} entries=${shown} at=${at} application=${application} locale=${locale} onPick=${pick} onPoint=${setAt} />`}
    <div class="field">
      <button type="button" class="icon-button slash-button" aria-label=${words.commands} title=${words.commands} onClick=${() => {
        write('/')
        field.current?.focus()
      }}>/</button>
      <textarea
        ref=${field}
        rows="1"
        aria-label=${words.message(name)}
        placeholder=${words.message(name)}
        aria-autocomplete="list"
        aria-controls=${isListShown ? listId : undefined}
        aria-activedescendant=${isListShown && shown[at] !== undefined ? `${listId}-${at}` : undefined}
        maxlength="2000"
        value=${text}
        onInput=${(event: Event) => write((event.currentTarget as HTMLTextAreaElement).value)}
        onKeyDown=${onKey}
      ></textarea>
      <button type="button" class="icon-button send-button" aria-label=${words.send} disabled=${text.trim() === ''} onClick=${send}><${Icon} name="send" /></button>
    </div>
  </div>`
}

function placeName(place: { name: string; isDirect: boolean } | undefined): string {
  return place === undefined ? '' : `${place.isDirect ? '@' : '#'}${place.name}`
}

export function applicationName(state: {
  directs: readonly { with: { displayName: string; bot: boolean } }[]
}): string {
  return state.directs.find(one => one.with.bot)?.with.displayName ?? ''
}
