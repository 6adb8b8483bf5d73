/** What a person does in the page, and what comes of it in the state. The only file besides `hear` that changes it from the server's words. */
import { kept } from './kept.ts'
import type { Given, Id, MessageView, ModalView, ReplyView } from './shapes.ts'
import { isNewer, isReadable, isWide, type Pending, type State, type Store, serverHere } from './state.ts'
import { type Options, wire } from './wire.ts'

const firstMessages = 50

export interface Actions {
  /** Opens the channel, or the first that the person may read. */
  goTo: (channelId: Id | null) => void
  loadPlaces: () => Promise<void>
  loadMessages: (channelId: Id, limit?: number) => Promise<void>
  loadOlder: (channelId: Id) => Promise<void>
  loadCommands: (channelId: Id) => Promise<void>
  markRead: (channelId: Id) => void
  say: (text: string) => Promise<boolean>
  slash: (command: string, options: Options) => Promise<void>
  press: (message: MessageView, customId: string) => Promise<void>
  choose: (message: MessageView, customId: string, values: Given[]) => Promise<void>
  use: (command: string, target: Id) => Promise<void>
  /** Rejects with what Discord's client would not let through; the modal then stays open. */
  submit: (modal: ModalView, values: Record<string, Given | Given[]>) => Promise<void>
  /** Puts the command into the field, to be filled in. */
  want: (command: string | null) => void
  dismiss: (messageId: Id) => void
  forget: (pending: Pending) => void
  openDirect: (withWhom: string) => Promise<void>
  setTheme: (theme: State['theme']) => void
  keepTried: () => void
  show: (what: Partial<State['open']>) => void
  tell: (sentence: string | null) => void
  /** Runs a request of the world's panel; what goes wrong is told at the foot. */
  attempt: (request: Promise<unknown>) => Promise<void>
}

let lastPendingId = 0

export function makeActions(store: Store): Actions {
  const { get, set } = store
  const as = (): string => get().as
  const here = (): Id => get().channelId ?? ''
  const words = (error: unknown): string => (error instanceof Error ? error.message : String(error))

  const change = (pending: Pending, failure: string | null): void => {
    const { pending: all } = get()
    set({
      pending:
        failure === null
          ? all.filter(one => one.id !== pending.id)
          : all.some(one => one.id === pending.id)
            ? all.map(one => (one.id === pending.id ? { ...one, failure } : one))
            : [...all, { ...pending, failure }],
    })
  }

  const follow = async (about: Partial<Pending>, asking: () => Promise<ReplyView>): Promise<void> => {
    const pending: Pending = {
      id: ++lastPendingId,
      channelId: here(),
      command: null,
      messageId: null,
      customId: null,
      failure: null,
      atMs: Date.now() + get().offsetMs,
      ...about,
    }
    const earlier = get().pending.filter(one => one.messageId === null || one.messageId !== pending.messageId)
    set({ pending: [...earlier, pending] })
    try {
      const reply = await asking()
      change(pending, null)
      if (reply.modal !== null) set({ modal: reply.modal })
    } catch (error) {
      change(pending, words(error))
    }
  }

  const actions: Actions = {
    goTo(channelId) {
      const { servers, directs } = get()
      const all = [
        ...servers.flatMap(one => one.channels.filter(isReadable)).map(one => one.id),
        ...directs.map(one => one.channelId),
      ]
      const id = channelId !== null && all.includes(channelId) ? channelId : firstChannel(get())
      set({ channelId: id, open: { ...get().open, channels: false } })
      const url = new URL(location.href)
      url.searchParams.set('as', as())
      if (id !== null) url.searchParams.set('in', id)
      history.replaceState(null, '', url)
      if (id === null) return
      void actions.attempt(actions.loadMessages(id))
      void actions.attempt(actions.loadCommands(id))
    },
    async loadPlaces() {
      const [{ servers, directs }, { people }] = await Promise.all([wire.servers(as()), wire.people()])
      set({ servers, directs, people })
    },
    async loadMessages(channelId, limit = firstMessages) {
      const { messages, hasMore } = await wire.messages(as(), channelId, limit)
      set({
        messages: { ...get().messages, [channelId]: messages },
        hasOlder: { ...get().hasOlder, [channelId]: hasMore },
      })
      if (channelId === get().channelId) actions.markRead(channelId)
    },
    loadOlder: channelId => actions.loadMessages(channelId, (get().messages[channelId]?.length ?? 0) + firstMessages),
    async loadCommands(channelId) {
      const { commands } = await wire.commands(as(), channelId)
      set({ commands: { ...get().commands, [channelId]: commands } })
    },
    markRead(channelId) {
      const last = get().messages[channelId]?.at(-1)?.id
      if (last === undefined || !isNewer(last, get().read[channelId])) return
      const read = { ...get().read, [channelId]: last }
      kept.keepRead(as(), read)
      set({ read })
    },
    async say(text) {
      try {
        await wire.say(as(), text, here())
        return true
      } catch (error) {
        set({ toast: words(error) })
        return false
      }
    },
    slash: (command, options) => {
      actions.keepTried()
      const channelId = here()
      return follow({ command }, () => wire.slash(as(), command, options, channelId))
    },
    press: (message, customId) =>
      follow({ messageId: message.id, customId }, () => wire.press(as(), customId, message)),
    choose: (message, customId, values) =>
      follow({ messageId: message.id, customId }, () => wire.choose(as(), customId, values, message)),
    use: (command, target) => {
      const channelId = here()
      return follow({ command }, () => wire.use(as(), command, target, channelId))
    },
    async submit(modal, values) {
      const reply = await wire.submit(as(), modal.interactionId, values)
      set({ modal: reply.modal })
    },
    want: wanted => set({ wanted }),
    dismiss(messageId) {
      const dismissed = [...get().dismissed, messageId]
      kept.keepDismissed(as(), dismissed)
      set({ dismissed })
    },
    forget: pending => change(pending, null),
    async openDirect(withWhom) {
      const { channelId } = await wire.openDirect(as(), withWhom)
      await actions.loadPlaces()
      actions.goTo(channelId)
    },
    setTheme(theme) {
      kept.keepTheme(theme)
      document.documentElement.dataset['theme'] = theme
      set({ theme })
    },
    keepTried() {
      kept.keepTried()
      set({ hasTried: true })
    },
    show(what) {
      const open = { ...get().open, ...what }
      set({ open })
      const { members, world, drawer } = open
      if (isWide()) kept.keepOpen({ members, world, drawer })
    },
    tell: toast => set({ toast }),
    async attempt(request) {
      await request.catch((error: unknown) => {
        const { applicationId, isLineOpen } = get()
        // While the line is cut, the banner says so.
        if (isLineOpen || applicationId === '') set({ toast: words(error) })
      })
    },
  }
  return actions
}

function firstChannel(state: State): Id | null {
  const server = serverHere(state) ?? state.servers[0]
  const writable = server?.channels.find(one => isReadable(one) && one.mayWrite)
  return writable?.id ?? server?.channels.find(isReadable)?.id ?? state.directs[0]?.channelId ?? null
}
