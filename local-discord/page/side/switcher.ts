/** Who one is: the panel at the lower left, with everybody whom one can be instead. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Avatar } from '../chat/avatar.ts'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { PersonView } from '../shapes.ts'
import { me, usePicked } from '../state.ts'
import type { Words } from '../words.ts'

export function Switcher({ onBecome }: { onBecome: (name: string) => void }): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const state = usePicked(store, one => one)
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const person = me(state)
  useEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus()
  }, [isOpen])
  const close = (): void => {
    setOpen(false)
    box.current?.querySelector('button')?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen) return
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])]
    const row = document.activeElement?.closest('.switcher-row')
    const at = items.findIndex(one => row?.contains(one) === true)
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus()
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus()
    else if (event.key === 'Home') items[0]?.focus()
    else if (event.key === 'End') items.at(-1)?.focus()
    // Beside each person stands the link to another window.
    else if (event.key === 'ArrowRight') row?.querySelector('a')?.focus()
    else if (event.key === 'ArrowLeft') items[at]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return html`<div class="switcher" ref=${box} onKeyDown=${onKey} onFocusOut=${(event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget) === true)) setOpen(false)
  }}>
    <button type="button" class="switcher-now" aria-haspopup="menu" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}>
      ${person !== undefined && html`<${Avatar} id=${person.id} name=${person.displayName} size="small" />`}
      <span class="switcher-words"><strong>${person?.displayName}</strong><small>${words.you} ${person?.name} · ${languageOf(person?.locale ?? 'en')}</small></span>
      <span class="out-of-sight">${words.become}</span>
      <${Icon} name="down" />
    </button>
    <button type="button" class="icon-button" aria-label=${state.theme === 'dark' ? words.lightTheme : words.darkTheme} onClick=${() => actions.setTheme(state.theme === 'dark' ? 'light' : 'dark')}>
      <${Icon} name=${state.theme === 'dark' ? 'sun' : 'moon'} />
    </button>
    ${
      isOpen &&
      html`<div class="menu switcher-menu" role="menu" aria-label=${words.become}>
      <div class="menu-group" role="presentation">${words.become}</div>
      ${state.people.map(
        one => html`<div class="switcher-row" role="presentation" key=${one.id}>
        <button type="button" role="menuitemradio" aria-checked=${one.name === state.as} tabindex="-1" onClick=${() => {
          close()
          if (one.name !== state.as) onBecome(one.name)
        }}>
          <${Avatar} id=${one.id} name=${one.displayName} size="small" />
          <span class="switcher-words"><strong>${one.displayName}</strong><small>${aboutPerson(one, words)}</small></span>
        </button>
        <a class="icon-button" role="menuitem" href=${`/?as=${encodeURIComponent(one.name)}`} target="_blank" aria-label=${words.inWindow(one.displayName)} title=${words.inWindow(one.displayName)} tabindex="-1"><${Icon} name="link" /></a>
      </div>`,
      )}
    </div>`
    }
  </div>`
}

function languageOf(locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
  return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}`
}

function aboutPerson({ hasInstalled, locale, name, servers }: PersonView, words: Words): string {
  const marks = [
    ...(servers.some(one => one.isOwner) ? [words.owner] : []),
    ...new Set(servers.flatMap(one => one.roles)),
    ...(hasInstalled ? [words.hasInstalled] : []),
  ]
  return [name, languageOf(locale), ...marks].join(' · ')
}
