/** Takes the stream's events into the state. */
import type { Actions } from './actions.ts'
import type { Id, MessageView, StreamEvent } from './shapes.ts'
import type { State, Store } from './state.ts'

/** Discord's client shows that somebody types for so long. */
const typingMs = 10_000
/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const choicesCallback = 8

export function hear(store: Store, actions: Actions, event: StreamEvent): void {
  const { get, set } = store
  switch (event.event) {
    case 'hello':
      return greet(store, actions, event)
    case 'message-created':
    case 'message-updated':
      keepMessage(store, event.channelId, event.message)
      if (event.channelId === get().channelId && document.visibilityState === 'visible')
        actions.markRead(event.channelId)
      return
    case 'message-deleted':
      return dropMessage(store, event.channelId, event.messageId)
    case 'typing':
      return set({
        typing: { ...get().typing, [event.channelId]: { personId: event.personId, untilMs: Date.now() + typingMs } },
      })
    case 'clock-turned':
      return set({ offsetMs: event.offsetMs })
    case 'bot':
      return set({ bot: { state: botState(get().bot.state, event.state), connected: event.connected } })
    case 'commands-changed': {
      const { channelId } = get()
      set({ commands: {} })
      if (channelId !== null) void actions.attempt(actions.loadCommands(channelId))
      return
    }
    case 'interaction-acknowledged':
      if (event.acknowledged?.type !== choicesCallback) acknowledge(store)
      return
    case 'bot-output':
    case 'interaction-created':
      return
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
    case 'thread-created':
    case 'thread-updated':
    case 'thread-deleted':
    case 'pins-updated':
    case 'server-joined':
    case 'server-updated':
    case 'server-left':
      void actions.attempt(reloadPlaces(store, actions))
  }
}

async function reloadPlaces(store: Store, actions: Actions): Promise<void> {
  await actions.loadPlaces()
  const { channelId } = store.get()
  store.set({ commands: {} })
  if (channelId !== null) await actions.loadCommands(channelId)
}

/** The line was opened, or opened again: what was missed meanwhile is asked for. Another application is another world: everything kept is of the old one. */
function greet(store: Store, actions: Actions, event: Extract<StreamEvent, { event: 'hello' }>): void {
  const { get, set } = store
  const known = get().applicationId
  if (known !== '' && known !== event.applicationId) {
    location.assign('/')
    return
  }
  set({
    applicationId: event.applicationId,
    offsetMs: event.now - Date.now(),
    bot: { state: event.bot, connected: event.connected },
    messages: {},
    commands: {},
    pending: [],
  })
  void actions.attempt(actions.loadPlaces().then(() => actions.goTo(get().channelId)))
}

/** The first that waits is the one acknowledged: the bot is told of them in order. */
function acknowledge(store: Store): void {
  const { pending } = store.get()
  const first = pending.find(one => one.failure === null)
  if (first !== undefined) store.set({ pending: pending.filter(one => one !== first) })
}

function botState(before: State['bot']['state'], now: string): State['bot']['state'] {
  if (now === 'started') return 'starting'
  if (now === 'ready') return 'ready'
  if (now === 'exited') return 'exited'
  return before
}

function keepMessage({ get, set }: Store, channelId: Id, message: MessageView): void {
  const { messages, servers, directs } = get()
  const known = messages[channelId]
  if (known !== undefined) {
    const at = known.findLastIndex(one => one.id === message.id)
    set({ messages: { ...messages, [channelId]: at < 0 ? [...known, message] : known.with(at, message) } })
  }
  // So that the channel shows as unread, whether its messages were fetched or not.
  set({
    servers: servers.map(server =>
      server.channels.some(one => one.id === channelId)
        ? {
            ...server,
            channels: server.channels.map(one =>
              one.id === channelId ? { ...one, lastMessageId: latest(one.lastMessageId, message.id) } : one,
            ),
          }
        : server,
    ),
    directs: directs.map(one =>
      one.channelId === channelId ? { ...one, lastMessageId: latest(one.lastMessageId, message.id) } : one,
    ),
  })
}

function latest(known: Id | null, id: Id): Id {
  return known === null || BigInt(id) > BigInt(known) ? id : known
}

function dropMessage({ get, set }: Store, channelId: Id, messageId: Id): void {
  const { messages } = get()
  const known = messages[channelId]
  if (known !== undefined) set({ messages: { ...messages, [channelId]: known.filter(one => one.id !== messageId) } })
}
