/** What can be done with a message: the application's message commands, and copying. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { CommandView, MessageView } from '../shapes.ts'
import { me } from '../state.ts'

const messageCommand = 3

export function MessageMenu({ message }: { message: MessageView }): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const locale = me(store.get())?.locale ?? 'en-US'
  // Discord offers no commands on what only one person sees.
  const commands = message.private
    ? []
    : (store.get().commands[message.channel_id] ?? []).filter(one => one.type === messageCommand)

  useEffect(() => {
    const row = box.current?.closest('li')
    const onContext = (event: Event): void => {
      // Links and pictures keep the browser's own menu.
      if (event.target instanceof Element && event.target.closest('a, img, video, input, textarea') !== null) return
      event.preventDefault()
      setOpen(true)
    }
    row?.addEventListener('contextmenu', onContext)
    return () => row?.removeEventListener('contextmenu', onContext)
  }, [])
  useEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [isOpen])

  const copy = (text: string): void => {
    setOpen(false)
    void actions.attempt(navigator.clipboard.writeText(text))
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen) return
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = items.findIndex(one => one === document.activeElement)
    if (event.key === 'Escape') {
      setOpen(false)
      box.current?.querySelector('button')?.focus()
    } else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus()
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const item = (label: string, run: () => void): VNode =>
    html`<button type="button" role="menuitem" tabindex="-1" onClick=${() => {
      setOpen(false)
      run()
    }}>${label}</button>`

  return html`<div
    class="message-menu ${isOpen ? 'open' : ''}"
    ref=${box}
    onKeyDown=${onKey}
    onFocusOut=${(event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget) === true)) setOpen(false)
    }}
  >
    <button type="button" class="icon-button" aria-label=${words.moreActions} aria-haspopup="menu" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}><${Icon} name="more" /></button>
    ${
      isOpen &&
      html`<div class="menu" role="menu">
      ${commands.length > 0 && html`<div class="menu-group" role="presentation">${words.apps}</div>`}
      ${commands.map(one => item(localName(one, locale), () => void actions.use(one.name, message.id)))}
      ${commands.length > 0 && html`<hr role="separator" />`}
      ${item(words.copyText, () => copy(message.text))}
      ${item(words.copyId, () => copy(message.id))}
    </div>`
    }
  </div>`
}

function localName(command: CommandView, locale: string): string {
  return command.name_localizations?.[locale] ?? command.name
}
