/** The page's only way to the server: the control API and its event stream. Parses nothing further: both come from one checkout. */
import type {
  About,
  BotView,
  CommandView,
  DirectView,
  FaultView,
  Given,
  Id,
  MessageView,
  PersonView,
  RefusalView,
  ReplyView,
  RequestView,
  ServerView,
  StreamEvent,
} from './shapes.ts'

/** Throws an Error with the server's words: what Discord's client would not let a person do, or that no answer came. */
async function call<T>(method: 'GET' | 'POST', path: string, body: Record<string, unknown>): Promise<T> {
  const query = method === 'GET' ? queryOf(body) : ''
  const response = await fetch(`/control${path}${query}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-errors': 'as-answers' },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new Error('Local Discord does not answer.', { cause: error })
  })
  const answer = (await response.json()) as T & { error?: string }
  if (!response.ok || answer.error !== undefined)
    throw new Error(answer.error ?? `Local Discord answered ${response.status}`)
  return answer
}

function queryOf(body: Record<string, unknown>): string {
  const pairs = Object.entries(body).map(([name, value]) => [name, String(value)])
  return pairs.length === 0 ? '' : `?${new URLSearchParams(Object.fromEntries(pairs) as Record<string, string>)}`
}

export type Options = Record<string, Given>

export const wire = {
  about: async (): Promise<About> => (await (await fetch('/about.json')).json()) as About,
  people: () => call<{ people: PersonView[] }>('GET', '/people', {}),
  servers: (as: string) => call<{ servers: ServerView[]; directs: DirectView[] }>('GET', '/servers', { as }),
  messages: (as: string, channelId: Id, limit: number) =>
    call<{ messages: MessageView[]; hasMore: boolean }>('GET', '/messages', { as, in: channelId, limit }),
  commands: (as: string, channelId: Id) => call<{ commands: CommandView[] }>('GET', '/commands', { as, in: channelId }),
  slash: (as: string, command: string, options: Options, channelId: Id) =>
    call<ReplyView>('POST', '/slash', { as, command, options, in: channelId }),
  complete: (as: string, command: string, options: Options, channelId: Id) =>
    call<{ choices: { name: string; value: string | number }[] }>('POST', '/complete', {
      as,
      command,
      options,
      in: channelId,
    }),
  press: (as: string, button: string, message: MessageView) =>
    call<ReplyView>('POST', '/press', { as, button, on: message.id, in: message.channel_id }),
  choose: (as: string, select: string, values: Given[], message: MessageView) =>
    call<ReplyView>('POST', '/choose', { as, select, values, on: message.id, in: message.channel_id }),
  submit: (as: string, interactionId: Id, values: Record<string, Given | Given[]>) =>
    call<ReplyView>('POST', '/submit', { as, interactionId, values }),
  use: (as: string, command: string, target: Id, channelId: Id) =>
    call<ReplyView>('POST', '/use', { as, command, target, in: channelId }),
  vote: (as: string, message: MessageView, answers: number[]) =>
    call<object>('POST', '/vote', { as, on: message.id, in: message.channel_id, answers }),
  say: (as: string, text: string, channelId: Id) => call<object>('POST', '/say', { as, text, in: channelId }),
  openDirect: (as: string, withWhom: string) => call<{ channelId: Id }>('POST', '/direct', { as, with: withWhom }),
  install: (as: string, installed: boolean) => call<PersonView>('POST', '/install', { as, installed }),
  clock: () => call<{ now: number; offsetMs: number }>('GET', '/clock', {}),
  turnClock: (by: number) => call<{ now: number; offsetMs: number }>('POST', '/clock', { by }),
  bot: () => call<BotView>('GET', '/bot', {}),
  tellBot: (what: 'start' | 'stop' | 'kill' | 'restart') => call<object>('POST', `/bot/${what}`, {}),
  setRight: (channelId: Id, right: string, allowed: boolean) =>
    call<object>('POST', '/rights', { in: channelId, right, allowed }),
  faults: () => call<{ orders: FaultView[] }>('GET', '/faults', {}),
  orderFault: (order: Record<string, unknown>) => call<object>('POST', '/faults', order),
  clearFaults: () => call<object>('POST', '/faults/clear', {}),
  gatewayFault: (kind: string) => call<object>('POST', '/faults/gateway', { kind }),
  requests: (limit: number) => call<{ requests: RequestView[] }>('GET', '/requests', { limit }),
  refusals: (limit: number) => call<{ refusals: RefusalView[] }>('GET', '/refusals', { limit }),
}

export interface Stream {
  close(): void
}

/** Connects again, by itself, one second after it was cut. */
export function listen(as: string, hear: (event: StreamEvent) => void, line: (isOpen: boolean) => void): Stream {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isEnded = false
  const open = (): void => {
    socket = new WebSocket(`ws://${location.host}/control/stream?as=${encodeURIComponent(as)}`)
    socket.addEventListener('open', () => line(true))
    socket.addEventListener('message', message => hear(JSON.parse(String(message.data)) as StreamEvent))
    socket.addEventListener('close', () => {
      if (isEnded) return
      line(false)
      timer = setTimeout(open, 1_000)
    })
  }
  open()
  return {
    close() {
      isEnded = true
      clearTimeout(timer)
      socket?.close()
    },
  }
}
