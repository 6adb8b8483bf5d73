/** Over a command's fields: what the option is for, what is wrong with it, and what one may pick. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { scrollTo } from '../chat/select.ts'
import { useWords } from '../page.ts'
import { PlainText } from '../text/rich-text.ts'
import type { Suggestion, Suggestions } from './suggestions.ts'

export interface OptionPopupProps {
  id: string
  title: string
  about: string
  fault: string | undefined
  suggestions: Suggestions
  /** Something was typed that the bot completes: an empty list then says so. */
  isSearching: boolean
  at: number
  onPick: (suggestion: Suggestion) => void
  onPoint: (at: number) => void
}

export function OptionPopup({
  about,
  at,
  fault,
  id,
  isSearching,
  onPick,
  onPoint,
  suggestions,
  title,
}: OptionPopupProps): VNode {
  const words = useWords()
  const { list, state } = suggestions
  return html`<div class="popup option-popup">
    ${fault !== undefined && html`<div class="fault" role="alert">${fault}</div>`}
    <div class="popup-head option-head"><strong>${title}</strong> <span>${about}</span></div>
    ${state === 'failed' && html`<div class="nothing">${words.loadingFailed}</div>`}
    ${state === 'loading' && list.length === 0 && html`<div class="nothing" role="status">${words.loading}</div>`}
    ${state === 'done' && list.length === 0 && isSearching && html`<div class="nothing">${words.noOptions}</div>`}
    <div role="listbox" id=${id} aria-label=${title} aria-busy=${state === 'loading'}>
      ${list.map(
        (one, index) => html`<div
        id=${`${id}-${index}`}
        key=${`${index}-${one.label}`}
        role="option"
        aria-selected=${index === at}
        class="suggestion ${index === at ? 'active' : ''}"
        ref=${index === at ? scrollTo : undefined}
        onMouseDown=${(event: Event) => event.preventDefault()}
        onMouseMove=${() => {
          if (index !== at) onPoint(index)
        }}
        onClick=${() => onPick(one)}
      ><${PlainText} source=${one.label} />${one.about !== undefined && html` <small>${one.about}</small>`}</div>`,
      )}
    </div>
  </div>`
}
