/** The page's frame: servers and channels at the left, messages in the middle, members at the right. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { Banner } from './banner.ts'
import { MessageList } from './chat/message-list.ts'
import { applicationName, Composer } from './compose/composer.ts'
import { Modal } from './dialog/modal.ts'
import { Icon } from './icons.ts'
import { PageContext, type PageParts, usePage, useWords } from './page.ts'
import { Channels, iconOf } from './side/channels.ts'
import { Members } from './side/members.ts'
import { Rail } from './side/rail.ts'
import { Switcher } from './side/switcher.ts'
import { isWide, me, placeOf, serverHere, usePicked } from './state.ts'
import { RichText } from './text/rich-text.ts'
import { Welcome } from './welcome.ts'
import { Drawer } from './world/drawer.ts'
import { WorldPanel } from './world/world-panel.ts'

export interface AppProps extends PageParts {
  onBecome: (name: string) => void
}

export function App({ actions, onBecome, store }: AppProps): VNode {
  return html`<${PageContext.Provider} value=${{ store, actions }}><${Frame} onBecome=${onBecome} /><//>`
}

function Frame({ onBecome }: { onBecome: (name: string) => void }): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const open = usePicked(store, state => state.open)
  const channelId = usePicked(store, state => state.channelId)
  const toast = usePicked(store, state => state.toast)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (store.get().modal !== null) return
      if (event.key === 'Escape')
        actions.show({ channels: false, world: false, drawer: false, members: store.get().open.members && isWide() })
      else if (isLetter(event)) fieldToWriteIn(document.activeElement)?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  const shown = [
    open.channels ? 'with-channels' : '',
    open.members ? 'with-members' : '',
    open.world ? 'with-world' : '',
  ]
  return html`<div class=${['frame', ...shown.filter(one => one !== '')].join(' ')}>
    <div class="left">
      <div class="left-lists"><${Rail} /><${Channels} /></div>
      <${Switcher} onBecome=${onBecome} />
    </div>
    <button type="button" class="veil" aria-label=${words.close} tabindex="-1" onClick=${() => actions.show({ channels: false, members: false, world: false })}></button>
    <main class="chat">
      <${Head} />
      <${Banner} />
      ${channelId !== null && html`<${MessageList} /><${Welcome} /><${Composer} />`}
    </main>
    ${open.world ? html`<${WorldPanel} />` : html`<${Members} />`}
    ${open.drawer && html`<${Drawer} />`}
    <${Modal} />
    ${toast !== null && html`<div class="toast" role="alert">${toast} <button type="button" class="icon-button" aria-label=${words.close} onClick=${() => actions.tell(null)}><${Icon} name="close" /></button></div>`}
  </div>`
}

/** Space presses buttons and scrolls; with the other keys held it is a shortcut. */
function isLetter({ altKey, ctrlKey, key, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey
}

/** As in Discord's client, one need not go to the field first: a letter typed anywhere lands there, save where letters have a use already. */
function fieldToWriteIn(now: Element | null): HTMLElement | null {
  if (now?.closest('input:not([type=checkbox], [type=radio]), textarea, [role=menu]') != null) return null
  const find = (selector: string): HTMLElement | null => document.querySelector(`.composer ${selector}`)
  return find('.option.focused input') ?? find('.add-option') ?? find('textarea')
}

function Head(): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const state = usePicked(store, one => one)
  const place = placeOf(state, state.channelId)
  const server = serverHere(state)
  // The world lies where they would.
  const showsMembers = state.open.members && !state.open.world
  useEffect(() => {
    const name = place === undefined ? '' : `${place.isDirect ? '@' : '#'}${place.name} · `
    document.title = `${name}${applicationName(state)} in Local Discord`
    document.documentElement.lang = me(state)?.locale ?? 'en'
  })
  return html`<header class="chat-head">
    <button type="button" class="icon-button only-narrow" aria-label=${words.places} aria-expanded=${state.open.channels} onClick=${() => actions.show({ channels: !state.open.channels })}><${Icon} name="menu" /></button>
    ${
      place !== undefined &&
      html`<span class="place-icon"><${Icon} name=${place.isDirect ? 'thread' : iconOf(place.type)} /></span><h1>${place.name}</h1>
      ${place.topic !== null && html`<div class="topic"><${RichText} source=${place.topic} /></div>`}`
    }
    <span class="grow"></span>
    <button type="button" class="icon-button" aria-label=${words.world} title=${words.world} aria-pressed=${state.open.world} onClick=${() => actions.show({ world: !state.open.world })}><${Icon} name="globe" /></button>
    ${server !== undefined && html`<button type="button" class="icon-button" aria-label=${words.members} title=${words.members} aria-pressed=${showsMembers} onClick=${() => actions.show({ members: !showsMembers, world: false })}><${Icon} name="people" /></button>`}
  </header>`
}
