/** Draws Discord's markdown. Every text becomes a text node; nothing a person wrote becomes markup or an address other than http and https. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { usePage, useWords } from '../page.ts'
import type { EmojiView } from '../shapes.ts'
import { me, type State } from '../state.ts'
import { inWords, relatively } from './instants.ts'
import { type Inline, parseMarkdown } from './markdown.ts'

type Drawn = VNode | string | (VNode | string)[]

/** A message's content or a text display. */
export function RichText({ source }: { source: string }): VNode {
  const nodes = useMemo(() => parseMarkdown(source), [source])
  const isJumbo =
    nodes.length <= 27 &&
    nodes.every(one => one.type === 'emoji' || one.type === 'br' || isBlank(one)) &&
    nodes.some(one => one.type === 'emoji')
  return html`<div class="rich ${isJumbo ? 'jumbo' : ''}">${nodes.map(draw)}</div>`
}

/** A label, such as a button's or an option's: its emoji drawn, nothing else. */
export function PlainText({ source }: { source: string }): VNode {
  const parts = source.split(/(\p{RGI_Emoji})/v)
  return html`<span>${parts.map((part, index) => (index % 2 === 0 ? part : html`<${Emoji} emoji=${part} />`))}</span>`
}

/** Code. Few machines have Chinese letters of one width; a browser that has begun with a machine's font does not always look further. */
export function OneWidth({ text }: { text: string }): VNode {
  const parts = text.split(/([\p{Script=Han}\u3000-\u303f\uff00-\uffef]+)/u)
  return html`<span>${parts.map((part, index) => (index % 2 === 0 ? part : html`<span class="chinese">${part}</span>`))}</span>`
}

/** Twemoji's drawing. */
export function Emoji({ emoji }: { emoji: string }): VNode {
  return html`<img class="emoji" src=${`/emoji/${codesOf(emoji)}.svg`} alt=${emoji} draggable=${false} />`
}

/** Beside a label; of a server's own emoji only the name, for Discord keeps the pictures. */
export function LabelEmoji({ emoji }: { emoji: EmojiView | undefined }): VNode | null {
  if (emoji?.name == null) return null
  return emoji.id == null
    ? html`<${Emoji} emoji=${emoji.name} />`
    : html`<span class="custom-emoji">:${emoji.name}:</span>`
}

/** Twemoji names its files by code points and leaves the variation selector out where nothing is joined. */
function codesOf(emoji: string): string {
  const isJoined = emoji.includes('\u200d')
  return Array.from(isJoined ? emoji : emoji.replaceAll('\ufe0f', ''), one => one.codePointAt(0)?.toString(16)).join(
    '-',
  )
}

function isBlank(node: Inline): boolean {
  return node.type === 'text' && node.content.trim() === ''
}

function draw(node: Inline): Drawn {
  switch (node.type) {
    case 'text':
      return node.content
    case 'emoji':
      return html`<${Emoji} emoji=${node.content} />`
    case 'strong':
      return html`<strong>${node.content.map(draw)}</strong>`
    case 'em':
      return html`<em>${node.content.map(draw)}</em>`
    case 'u':
      return html`<u>${node.content.map(draw)}</u>`
    case 'del':
      return html`<s>${node.content.map(draw)}</s>`
    case 'spoiler':
      return html`<${Spoiler}>${node.content.map(draw)}<//>`
    case 'quote':
      return html`<blockquote>${node.content.map(draw)}</blockquote>`
    case 'subtext':
      return html`<small class="subtext">${node.content.map(draw)}</small>`
    case 'heading':
      return html`<div class="heading heading-${node.level}" role="heading" aria-level=${node.level + 1}>${node.content.map(draw)}</div>`
    case 'list': {
      const items = node.items.map(item => html`<li>${item.map(draw)}</li>`)
      return node.ordered ? html`<ol start=${node.start}>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'link':
      return html`<a href=${node.target} target="_blank" rel="noopener noreferrer">${node.content.map(draw)}</a>`
    case 'inlineCode':
      return html`<code><${OneWidth} text=${node.content} /></code>`
    case 'codeBlock':
      return html`<pre tabindex="0"><code><${OneWidth} text=${node.content} /></code></pre>`
    case 'user':
    case 'channel':
    case 'role':
      return html`<${Mention} kind=${node.type} id=${node.id} />`
    case 'everyone':
      return html`<span class="mention">${node.content}</span>`
    case 'command':
      return html`<${CommandMention} name=${node.name} />`
    case 'customEmoji':
      return html`<span class="custom-emoji" title="Pictures of servers' own emoji are kept by Discord">:${node.name}:</span>`
    case 'time':
      return html`<${Time} seconds=${node.seconds} style=${node.style} />`
    case 'br':
      return html`<br />`
  }
}

function Spoiler({ children }: { children?: unknown }): VNode {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return html`<span class="spoiler open">${children}</span>`
  return html`<button type="button" class="spoiler" aria-label=${words.showSpoiler} aria-expanded="false" onClick=${() => setOpen(true)}>
    <span aria-hidden="true">${children}</span>
  </button>`
}

function CommandMention({ name }: { name: string }): VNode {
  const { actions } = usePage()
  return html`<button type="button" class="mention" onClick=${() => actions.want(`/${name}`)}>/${name}</button>`
}

function Mention({ kind, id }: { kind: 'user' | 'channel' | 'role'; id: string }): VNode {
  const { store, actions } = usePage()
  const name = nameOf(store.get(), kind, id)
  if (kind === 'channel' && name !== undefined)
    return html`<button type="button" class="mention" onClick=${() => actions.goTo(id)}>#${name}</button>`
  const unknown = { user: 'unknown-user', channel: '# unknown', role: 'unknown-role' }[kind]
  return html`<span class="mention">${kind === 'channel' ? '' : '@'}${name ?? unknown}</span>`
}

function nameOf(state: State, kind: 'user' | 'channel' | 'role', id: string): string | undefined {
  if (kind === 'channel') return state.servers.flatMap(one => one.channels).find(one => one.id === id)?.name
  if (kind === 'role')
    return state.servers
      .flatMap(one => one.roles)
      .find(one => one.id === id)
      ?.name.replace(/^@/, '')
  const member = state.servers.flatMap(one => one.members).find(one => one.id === id)
  return member?.displayName ?? state.people.find(one => one.id === id)?.displayName
}

/** A relative one counts on, on the world's clock. */
export function Time({ seconds, style }: { seconds: number; style: string }): VNode {
  const { store } = usePage()
  const locale = me(store.get())?.locale ?? 'en-US'
  const isRelative = style === 'R'
  const nowMs = useNow(isRelative ? 1_000 : null)
  const atMs = seconds * 1_000
  if (Number.isNaN(new Date(atMs).getTime())) return html`<span class="time">Invalid Date</span>`
  return html`<time class="time" datetime=${new Date(atMs).toISOString()} title=${inWords(atMs, 'F', locale)}>
    ${isRelative ? relatively(atMs, nowMs, locale) : inWords(atMs, style, locale)}
  </time>`
}

/** The world's instant; drawn again every so many milliseconds, and when the clock is turned. */
export function useNow(everyMs: number | null): number {
  const { store } = usePage()
  const [, redraw] = useState(0)
  useEffect(() => {
    if (everyMs === null) return undefined
    const again = (): void => redraw(count => count + 1)
    const timer = setInterval(again, everyMs)
    let offsetMs = store.get().offsetMs
    const stop = store.subscribe(() => {
      if (store.get().offsetMs === offsetMs) return
      offsetMs = store.get().offsetMs
      again()
    })
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [everyMs, store])
  return Date.now() + store.get().offsetMs
}
