/** What the page knows at a moment, and who hears when it changes. Plain values; asks the server nothing. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type {
  About,
  BotView,
  ChannelView,
  CommandView,
  DirectView,
  Id,
  MessageView,
  ModalView,
  PersonView,
  ServerView,
} from './shapes.ts'

/** A command or a press on its way, until the bot acknowledges it, and what became of it. */
export interface Pending {
  id: number
  channelId: Id
  /** What was used: a command's words. */
  command: string | null
  /** Of a button or select. */
  messageId: Id | null
  customId: string | null
  failure: string | null
  /** The world's instant. */
  atMs: number
}

export interface State {
  about: About
  people: PersonView[]
  /** The name of the person that one is. */
  as: string
  servers: ServerView[]
  directs: DirectView[]
  channelId: Id | null
  messages: Record<Id, MessageView[]>
  hasOlder: Record<Id, boolean>
  commands: Record<Id, CommandView[]>
  /** The newest message that was read, by channel. */
  read: Record<Id, Id>
  dismissed: readonly Id[]
  typing: Record<Id, { personId: Id; untilMs: number }>
  pending: Pending[]
  modal: ModalView | null
  /** A command that was pressed where it is mentioned, as '/settings show', until the field has taken it. */
  wanted: string | null
  bot: { state: BotView['state']; connected: boolean }
  applicationId: Id
  isLineOpen: boolean
  /** How far the world's clock is ahead of this machine's. */
  offsetMs: number
  /** A command was tried in this browser: the line for a first visit has done its work. */
  hasTried: boolean
  theme: 'dark' | 'light'
  /** What lies open besides the chat. */
  open: { channels: boolean; members: boolean; world: boolean; drawer: boolean }
  /** A sentence at the foot of the page, such as what went wrong. */
  toast: string | null
}

export interface Store {
  get: () => State
  set: (change: Partial<State>) => void
  subscribe: (listener: () => void) => () => void
}

export function makeStore(initial: State): Store {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Draws again when what `pick` takes of the state has changed. */
export function usePicked<T>(store: Store, pick: (state: State) => T): T {
  const [, redraw] = useState(0)
  const picked = pick(store.get())
  // The newest question and answer: a question may speak of something that another drawing has changed.
  const latest = useRef({ pick, picked })
  latest.current = { pick, picked }
  useEffect(() => {
    const look = (): void => {
      if (!Object.is(latest.current.pick(store.get()), latest.current.picked)) redraw(count => count + 1)
    }
    // It may have changed between the drawing and now.
    look()
    return store.subscribe(look)
  }, [store])
  return picked
}

export function me(state: State): PersonView | undefined {
  return state.people.find(one => one.name === state.as)
}

/** The server that holds the channel; undefined for direct messages. */
export function serverHere(state: State): ServerView | undefined {
  return state.servers.find(one => one.channels.some(channel => channel.id === state.channelId))
}

export interface Place {
  name: string
  topic: string | null
  mayWrite: boolean
  type: number
  isDirect: boolean
}

export function placeOf(state: State, channelId: Id | null): Place | undefined {
  const direct = state.directs.find(one => one.channelId === channelId)
  if (direct !== undefined)
    return { name: direct.with.displayName, topic: null, mayWrite: direct.mayWrite, type: 1, isDirect: true }
  const channel = state.servers.flatMap(one => one.channels).find(one => one.id === channelId)
  return channel === undefined ? undefined : { ...channel, isDirect: false }
}

/** Members stand beside the chat, and do not come in over it. */
export function isWide(): boolean {
  return matchMedia('(min-width: 1001px)').matches
}

/** Channels that hold messages one can read: not categories and not forums. */
export function isReadable(channel: ChannelView): boolean {
  return channel.type !== channelType.category && channel.type !== channelType.forum
}

/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
export const channelType = {
  text: 0,
  voice: 2,
  category: 4,
  announcement: 5,
  publicThread: 11,
  privateThread: 12,
  stage: 13,
  forum: 15,
} as const

/** Ids are decimal numbers of up to 20 digits; later ones are greater. */
export function isNewer(id: Id, than: Id | undefined): boolean {
  if (than === undefined) return true
  return id.length === than.length ? id > than : id.length > than.length
}

/** https://discord.com/developers/docs/reference#snowflakes : milliseconds since 2015 above 22 bits */
export function instantOf(id: Id): number {
  return Number((BigInt(id) >> 22n) + 1_420_070_400_000n)
}
