/** The channels of the server, or the direct messages, that the person sees. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Avatar } from '../chat/avatar.ts'
import { Icon, type IconName } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { ChannelView, ServerView } from '../shapes.ts'
import { channelType, isReadable, type State, serverHere, usePicked } from '../state.ts'
import { isUnread } from './rail.ts'

const icons: Readonly<Record<number, IconName>> = {
  [channelType.voice]: 'voice',
  [channelType.stage]: 'voice',
  [channelType.announcement]: 'news',
  [channelType.forum]: 'forum',
  [channelType.publicThread]: 'thread',
  [channelType.privateThread]: 'thread',
}

export function iconOf(type: number): IconName {
  return icons[type] ?? 'hash'
}

export function Channels(): VNode {
  const { store } = usePage()
  const words = useWords()
  const state = usePicked(store, one => one)
  const server = serverHere(state)
  return html`<nav class="channels" aria-label=${words.channels}>
    <header>${server?.name ?? words.direct}</header>
    <div class="channels-list">
      ${server === undefined ? html`<${Directs} state=${state} />` : html`<${ServerChannels} state=${state} server=${server} />`}
    </div>
  </nav>`
}

function ServerChannels({ server, state }: { server: ServerView; state: State }): VNode {
  const isThread = (one: ChannelView): boolean =>
    one.type === channelType.publicThread || one.type === channelType.privateThread
  const tops = server.channels.filter(one => !isThread(one))
  const categories = tops.filter(one => one.type === channelType.category)
  const loose = tops.filter(
    one => one.type !== channelType.category && !categories.some(category => category.id === one.parentId),
  )
  const withThreads = (channels: readonly ChannelView[]): VNode[] =>
    channels.flatMap(one => [
      html`<${Item} key=${one.id} channel=${one} state=${state} />`,
      ...server.channels
        .filter(thread => isThread(thread) && thread.parentId === one.id)
        .map(thread => html`<${Item} key=${thread.id} channel=${thread} state=${state} isThread />`),
    ])
  return html`<ul>${withThreads(loose)}</ul>
    ${categories.map(one => html`<h3 class="category">${one.name}</h3><ul>${withThreads(tops.filter(channel => channel.parentId === one.id))}</ul>`)}`
}

function Item({ channel, isThread = false, state }: { channel: ChannelView; isThread?: boolean; state: State }): VNode {
  const { actions } = usePage()
  const words = useWords()
  const isHere = channel.id === state.channelId
  const unread = isUnread(state, channel.id, channel.lastMessageId)
  return html`<li class="channel ${isHere ? 'here' : ''} ${unread ? 'unread' : ''} ${isThread ? 'thread' : ''}">
    <button
      type="button"
      aria-current=${isHere ? 'page' : undefined}
      aria-label=${unread ? words.unread(channel.name) : channel.name}
      disabled=${!isReadable(channel)}
      onClick=${() => actions.goTo(channel.id)}
    ><${Icon} name=${iconOf(channel.type)} /><span>${channel.name}</span></button>
  </li>`
}

function Directs({ state }: { state: State }): VNode {
  const { actions } = usePage()
  const words = useWords()
  const [isPicking, setPicking] = useState(false)
  const others = state.people.filter(
    one => one.name !== state.as && !state.directs.some(direct => direct.with.id === one.id),
  )
  return html`<ul>
      ${state.directs.map(one => {
        const isHere = one.channelId === state.channelId
        const unread = isUnread(state, one.channelId, one.lastMessageId)
        return html`<li key=${one.channelId} class="channel direct ${isHere ? 'here' : ''} ${unread ? 'unread' : ''}">
          <button type="button" aria-current=${isHere ? 'page' : undefined} aria-label=${unread ? words.unread(one.with.displayName) : undefined} onClick=${() => actions.goTo(one.channelId)}>
            <${Avatar} id=${one.with.id} name=${one.with.displayName} bot=${one.with.bot} size="small" /><span>${one.with.displayName}</span>
          </button>
        </li>`
      })}
      ${others.length > 0 && html`<li class="channel"><button type="button" aria-expanded=${isPicking} onClick=${() => setPicking(!isPicking)}><${Icon} name="plus" /><span>${words.newDirect}</span></button></li>`}
      ${
        isPicking &&
        others.map(
          one =>
            html`<li key=${one.id} class="channel direct"><button type="button" onClick=${() => {
              setPicking(false)
              void actions.attempt(actions.openDirect(one.name))
            }}><${Avatar} id=${one.id} name=${one.displayName} size="small" /><span>${one.displayName}</span></button></li>`,
        )
      }
    </ul>`
}
