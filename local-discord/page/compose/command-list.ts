/** The list of commands over the field while a `/` is typed. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { scrollTo } from '../chat/select.ts'
import { useWords } from '../page.ts'
import { type Entry, nameIn } from './entries.ts'

export interface CommandListProps {
  id: string
  entries: readonly Entry[]
  at: number
  application: string
  locale: string
  onPick: (entry: Entry) => void
  onPoint: (at: number) => void
}

export function CommandList({ application, at, entries, id, locale, onPick, onPoint }: CommandListProps): VNode {
  const words = useWords()
  return html`<div class="popup">
    <div class="popup-head"><img class="avatar tiny" src="/page/icon.svg" alt="" /> ${application}</div>
    ${entries.length === 0 && html`<div class="nothing">${words.noCommands}</div>`}
    <div role="listbox" id=${id} aria-label=${words.commands}>
      ${entries.map(
        (one, index) => html`<div
        key=${one.key}
        id=${`${id}-${index}`}
        role="option"
        aria-selected=${index === at}
        class="entry ${index === at ? 'active' : ''}"
        ref=${index === at ? scrollTo : undefined}
        onMouseDown=${(event: Event) => event.preventDefault()}
        onMouseMove=${() => {
          if (index !== at) onPoint(index)
        }}
        onClick=${() => onPick(one)}
      >
        <img class="avatar small" src="/page/icon.svg" alt="" />
        <div class="entry-words">
          <div><strong>${one.shown}</strong> ${one.options.map(option => html`<span class="entry-option ${option.required === true ? 'required' : ''}">${nameIn(option, locale)}</span> `)}</div>
          <small>${one.description}</small>
        </div>
        <span class="entry-app">${application}</span>
      </div>`,
      )}
    </div>
  </div>`
}
