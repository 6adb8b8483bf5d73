/** Who one is: the panel at the lower left, with everybody whom one can be instead. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Avatar } from '../chat/avatar.ts'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { PersonView } from '../shapes.ts'
import { me, type State, usePicked } from '../state.ts'

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
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen) return
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])]
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
  return html`<div class="switcher" ref=${box} onKeyDown=${onKey} onFocusOut=${(event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget) === true)) setOpen(false)
  }}>
    <button type="button" class="switcher-now" aria-haspopup="menu" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}>
      ${person !== undefined && html`<${Avatar} id=${person.id} name=${person.displayName} size="small" />`}
      <span class="switcher-words"><strong>${person?.displayName}</strong><small>${words.you} ${person?.name} · ${languageOf(person?.locale ?? 'en')}</small></span>
      <span class="out-of-sight">Be somebody else</span>
      <${Icon} name="down" />
    </button>
    <button type="button" class="icon-button" aria-label=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'} onClick=${() => actions.setTheme(state.theme === 'dark' ? 'light' : 'dark')}>
      <${Icon} name=${state.theme === 'dark' ? 'sun' : 'moon'} />
    </button>
    ${
      isOpen &&
      html`<div class="menu switcher-menu" role="menu" aria-label="Be somebody else">
      <div class="menu-group" role="presentation">Be somebody else</div>
      ${state.people.map(
        one => html`<div class="switcher-row" role="presentation" key=${one.id}>
        <button type="button" role="menuitemradio" aria-checked=${one.name === state.as} tabindex="-1" onClick=${() => {
          setOpen(false)
          if (one.name !== state.as) onBecome(one.name)
        }}>
          <${Avatar} id=${one.id} name=${one.displayName} size="small" />
          <span class="switcher-words"><strong>${one.displayName}</strong><small>${aboutPerson(one, state)}</small></span>
        </button>
        <a class="icon-button" role="menuitem" href=${`/?as=${encodeURIComponent(one.name)}`} target="_blank" aria-label=${`${one.displayName} in another window`} title="In another window" tabindex="-1"><${Icon} name="link" /></a>
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

function aboutPerson(person: PersonView, state: State): string {
  const owned = state.servers.filter(one => one.isOwner && person.name === state.as)
  const roles = state.servers
    .flatMap(server => {
      const member = server.members.find(one => one.id === person.id)
      return server.roles.filter(
        role => !role.managed && role.id !== server.id && member?.roleIds.includes(role.id) === true,
      )
    })
    .map(one => one.name)
  const marks = [
    ...(owned.length > 0 ? ['owner'] : []),
    ...new Set(roles),
    ...(person.hasInstalled ? ['has installed the app'] : []),
  ]
  return [person.name, languageOf(person.locale), ...marks].join(' · ')
}
