/** The messages of the channel, oldest first, held at the newest unless one has scrolled back. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import { usePage, useWords } from '../page.ts'
import type { Id, MessageView } from '../shapes.ts'
import { isNewer, me, placeOf, type State, usePicked } from '../state.ts'
import { dayNumber, inWords } from '../text/instants.ts'
import { Message, Notice } from './message.ts'

/** Messages of one author within so long stand together. */
const togetherMs = 7 * 60_000
/** Nearer to the foot than this, new messages keep the foot in sight. */
const atFootPixels = 120

const none: readonly MessageView[] = []

export function MessageList(): VNode {
  const { store, actions } = usePage()
  const words = useWords()
  const channelId = usePicked(store, state => state.channelId) ?? ''
  const all = usePicked(store, state => state.messages[channelId]) ?? none
  const pending = usePicked(store, state => state.pending)
  const dismissed = usePicked(store, state => state.dismissed)
  const hasOlder = usePicked(store, state => state.hasOlder[channelId] ?? false)
  const offsetMs = usePicked(store, state => state.offsetMs)
  // What was unread when the channel was opened stays marked until one leaves it.
  const readBefore = useMemo(() => store.get().read[channelId], [channelId])
  const messages = useMemo(() => all.filter(one => !dismissed.includes(one.id)), [all, dismissed])
  const notices = pending.filter(one => one.command !== null && one.channelId === channelId)
  const self = me(store.get())?.id
  const newestOwn = messages.findLast(one => one.author.id === self || one.interaction_metadata?.user.id === self)?.id
  const foot = useFoot(channelId, messages[0]?.id, [newestOwn, notices.at(-1)?.id], [messages, notices.length])
  const place = placeOf(store.get(), channelId)
  const name = place === undefined ? '' : `${place.isDirect ? '@' : '#'}${place.name}`
  const newest = messages.at(-1)

  return html`<div class="messages" ref=${foot.box} tabindex="0" role="region" aria-label=${name}>
    <div class="beginning">
      ${hasOlder ? html`<button type="button" class="button secondary" onClick=${() => void actions.attempt(actions.loadOlder(channelId))}>${words.older}</button>` : html`<h2>${name}</h2><p>${words.beginning(name)}</p>`}
    </div>
    <ol>
      ${inOrder(
        rows(messages, readBefore, Date.now() + offsetMs, me(store.get())?.locale ?? 'en-US', words.newMessages),
        notices.map(one => ({
          atMs: one.atMs,
          node: html`<${Notice} key=${`notice-${one.id}`} command=${one.command} failure=${one.failure} onDismiss=${() => actions.forget(one)} />`,
        })),
      )}
    </ol>
    <div class="out-of-sight" role="status" aria-live="polite">${newest === undefined ? '' : newest.text.slice(0, 300)}</div>
    <${Typing} channelId=${channelId} />
    ${foot.isAway && html`<div class="to-foot"><button type="button" class="button primary" onClick=${foot.go}>${words.toPresent} <${Icon} name="down" /></button></div>`}
  </div>`
}

interface Timed {
  atMs: number
  node: VNode
}

/** What failed stands where it was tried, and later messages under it. */
function inOrder(messages: readonly Timed[], notices: readonly Timed[]): VNode[] {
  const nodes: VNode[] = []
  const waiting = [...notices]
  for (const { atMs, node } of messages) {
    while (waiting[0] !== undefined && waiting[0].atMs < atMs) nodes.push(...waiting.splice(0, 1).map(one => one.node))
    nodes.push(node)
  }
  return [...nodes, ...waiting.map(one => one.node)]
}

function rows(
  messages: readonly MessageView[],
  readBefore: Id | undefined,
  nowMs: number,
  locale: string,
  newMessages: string,
): Timed[] {
  return messages.flatMap((message, index) => {
    const before = messages[index - 1]
    const atMs = Date.parse(message.timestamp)
    const beforeMs = before === undefined ? 0 : Date.parse(before.timestamp)
    const isNewDay = before !== undefined && dayNumber(atMs) !== dayNumber(beforeMs)
    const isFirstNew =
      readBefore !== undefined &&
      isNewer(message.id, readBefore) &&
      before !== undefined &&
      !isNewer(before.id, readBefore)
    const isFurther =
      before?.author.id === message.author.id &&
      atMs - beforeMs < togetherMs &&
      !isNewDay &&
      !isFirstNew &&
      before.private === message.private
    const lines = [
      ...(isNewDay
        ? [html`<li class="day" key=${`day-${message.id}`}><span>${inWords(atMs, 'D', locale)}</span></li>`]
        : []),
      ...(isFirstNew ? [html`<li class="new-line" key=${`new-${message.id}`}><span>${newMessages}</span></li>`] : []),
    ]
    return [...lines, html`<${Row} key=${message.id} message=${message} isFurther=${isFurther} nowMs=${nowMs} />`].map(
      node => ({ atMs, node }),
    )
  })
}

/** Drawn again only when its message is another value. */
function Row({ message, isFurther, nowMs }: { message: MessageView; isFurther: boolean; nowMs: number }): VNode {
  const { store } = usePage()
  const commands = usePicked(store, (state: State) => state.commands[message.channel_id])
  const places = usePicked(store, state => state.servers.length)
  return useMemo(
    () => html`<${Message} message=${message} isFurther=${isFurther} nowMs=${nowMs} />`,
    [message, isFurther, commands, places, dayNumber(nowMs)],
  )
}

function Typing({ channelId }: { channelId: Id }): VNode {
  const { store } = usePage()
  const words = useWords()
  const typing = usePicked(store, state => state.typing[channelId])
  const newest = usePicked(store, state => state.messages[channelId]?.at(-1))
  const isOver = typing === undefined || typing.untilMs <= Date.now() || newest?.author.id === typing.personId
  const [, redraw] = useState(0)
  useEffect(() => {
    if (typing === undefined) return undefined
    const timer = setTimeout(() => redraw(count => count + 1), Math.max(0, typing.untilMs - Date.now()))
    return () => clearTimeout(timer)
  }, [typing])
  const state = store.get()
  const name = state.servers.flatMap(one => one.members).find(one => one.id === typing?.personId)?.displayName
  return html`<div class="typing" aria-live="polite">${!isOver && name !== undefined && words.typing(name)}</div>`
}

interface Foot {
  box: { current: HTMLDivElement | null }
  /** One has scrolled back. */
  isAway: boolean
  go: () => void
}

/** `own` changes when the person has done something: what comes of it stands at the foot. */
function useFoot(channelId: Id, firstId: Id | undefined, own: readonly unknown[], changes: readonly unknown[]): Foot {
  const box = useRef<HTMLDivElement>(null)
  const isAtFoot = useRef(true)
  const [isAway, setAway] = useState(false)
  const before = useRef({ channelId, firstId, height: 0 })
  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const onScroll = (): void => {
      isAtFoot.current = element.scrollHeight - element.scrollTop - element.clientHeight < atFootPixels
      setAway(!isAtFoot.current)
    }
    const stay = (): void => {
      before.current.height = element.scrollHeight
      if (isAtFoot.current) element.scrollTop = element.scrollHeight
    }
    // Pictures and fonts that come late, and the window itself, change the height too.
    const watching = new ResizeObserver(stay)
    watching.observe(element)
    for (const child of element.children) watching.observe(child)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      watching.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [])
  useLayoutEffect(() => {
    isAtFoot.current = true
  }, [channelId, ...own])
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const { channelId: channelBefore, firstId: firstBefore, height } = before.current
    const isOlderAbove = channelBefore === channelId && firstBefore !== firstId
    before.current = { channelId, firstId, height: element.scrollHeight }
    if (isAtFoot.current) element.scrollTop = element.scrollHeight
    else if (isOlderAbove) element.scrollTop += element.scrollHeight - height
  }, [channelId, ...changes])
  const go = (): void => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }
  return { box, isAway, go }
}
