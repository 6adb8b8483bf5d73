/** The servers at the left edge, direct messages above them. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { initials } from '../chat/avatar.ts'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { ServerView } from '../shapes.ts'
import { isNewer, isReadable, type State, serverHere, usePicked } from '../state.ts'

export function Rail(): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const state = usePicked(store, one => one)
  const here = serverHere(state)
  const isDirect = state.directs.some(one => one.channelId === state.channelId)
  const item = (name: string, sign: VNode, isHere: boolean, hasNews: boolean, go: () => void): VNode =>
    html`<li class="rail-item ${isHere ? 'here' : ''} ${hasNews ? 'unread' : ''}">
      <button type="button" aria-label=${hasNews ? words.unread(name) : name} aria-current=${isHere ? 'true' : undefined} title=${name} onClick=${go}>${sign}</button>
    </li>`
  return html`<nav class="rail" aria-label=${words.servers}><ul>
    ${item(
      words.direct,
      html`<${Icon} name="thread" />`,
      isDirect,
      state.directs.some(one => isUnread(state, one.channelId, one.lastMessageId)),
      () => actions.goTo(state.directs[0]?.channelId ?? null),
    )}
    ${state.servers.map(one =>
      item(
        one.name,
        html`<span class="sign" data-sign=${initials(one.name)}></span>`,
        one === here,
        one.channels.some(channel => isReadable(channel) && isUnread(state, channel.id, channel.lastMessageId)),
        () => actions.goTo(firstOf(one)),
      ),
    )}
  </ul></nav>`
}

function firstOf(server: ServerView): string | null {
  return (server.channels.find(one => isReadable(one) && one.mayWrite) ?? server.channels.find(isReadable))?.id ?? null
}

/** What was there before the person first looked counts as read. */
export function isUnread(state: State, channelId: string, lastMessageId: string | null): boolean {
  if (lastMessageId === null || channelId === state.channelId) return false
  return isNewer(lastMessageId, state.read[channelId])
}
