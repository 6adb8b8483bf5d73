/** The gateway v10 over WebSocket: HELLO, IDENTIFY, RESUME, heartbeats, events, close codes and the faults on order. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { eventOf } from './gateway/events.ts'
import { intents, judgeIntents } from './gateway/intents.ts'
import { bringServers, isOwnToken, readyBody, shardIn } from './gateway/ready.ts'
import { bodyFor, dispatch, hears, holdsServer, makeSession, missedSince, type Session } from './gateway/session.ts'
import type { Change, Live } from './live.ts'
import { serversInShard } from './rest/server-routes.ts'
import { isRecord } from './rules/schema.ts'
import { botServerIds } from './world.ts'

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes */
const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const close = {
  unknownOpcode: 4001,
  badPayload: 4002,
  notAuthenticated: 4003,
  badToken: 4004,
  alreadyAuthenticated: 4005,
  badSequence: 4007,
  rateLimited: 4008,
  timedOut: 4009,
  badShard: 4010,
  shardingRequired: 4011,
  badVersion: 4012,
  badIntents: 4013,
  disallowedIntents: 4014,
} as const

/** https://discord.com/developers/docs/events/gateway#rate-limiting : 120 events in 60 seconds */
const eventsAllowed = 120
const eventsWindowMs = 60_000
/** How long a session without a connection can be resumed. */
const resumableMs = 120_000

export interface GatewaySettings {
  heartbeatMs: number
  /** IDENTIFYs allowed per 5 seconds, https://discord.com/developers/docs/events/gateway#session-start-limit-object */
  maxConcurrency: number
  /** Privileged intents that the application has, as bits. */
  grantedIntents: number
}

export interface Gateway {
  url(): string
  maxConcurrency: number
  identifiesLeft(): number
  sessions(): readonly Session[]
  /** Is a bot connected and past its READY? */
  isConnected(): boolean
  faults: GatewayFaults
  close(): void
}

export interface GatewayFaults {
  /** Cuts every connection, as a network does: no close frame. The sessions can be resumed. */
  drop(): void
  /** Closes every connection with a code, e.g. 4000. */
  closeWith(code: number): void
  /** Op 7: asks the bot to reconnect and resume. */
  reconnect(): void
  /** Op 9: the session is invalid, resumable or not. */
  invalidSession(resumable: boolean): void
  /** While on, heartbeats go unanswered. */
  zombie(on: boolean): void
  /** While on, nothing that the bot sends is heard, not even its goodbye, as when the network is gone without a word. */
  silence(on: boolean): void
  /** While on, connections are refused. */
  refuse(on: boolean): void
}

interface Connection {
  socket: WebSocket
  session: Session | null
  lastHeartbeatMs: number
  received: number[]
}

export function makeGateway(server: Server, live: Live, settings: GatewaySettings, origin: () => string): Gateway {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 })
  const sessions = new Map<string, Session>()
  const connections = new Set<Connection>()
  const identifiedAt: number[] = []
  let isZombie = false
  let isRefusing = false
  const url = (): string => origin().replace(/^http/, 'ws')
  const view = { filesUrl: '' }

  const send = (connection: Connection, code: number, body: unknown): void =>
    connection.socket.send(JSON.stringify({ t: null, s: null, op: code, d: body }))

  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    if (isRefusing) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, ws => open(ws, request))
  })

  const open = (socket: WebSocket, request: IncomingMessage): void => {
    const query = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams
    const connection: Connection = { socket, session: null, lastHeartbeatMs: Date.now(), received: [] }
    connections.add(connection)
    socket.on('close', code => lose(connection, code))
    socket.on('error', () => socket.terminate())
    if ((query.get('v') ?? '10') !== '10') return socket.close(close.badVersion, 'Invalid API version.')
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress'))
      return socket.close(close.badPayload, 'Only plain JSON is spoken here.')
    socket.on('message', (data, isBinary) => {
      if (isBinary || !Buffer.isBuffer(data)) return socket.close(close.badPayload, 'Error while decoding payload.')
      receive(connection, data.toString())
    })
    send(connection, op.hello, { heartbeat_interval: settings.heartbeatMs, _trace: ['local-discord'] })
  }

  const lose = (connection: Connection, code: number): void => {
    connections.delete(connection)
    const { session } = connection
    if (session === null || session.socket !== connection.socket) return
    session.socket = null
    session.lostAtMs = Date.now()
    // "If the connection is closed with 1000 or 1001, the session is invalidated", https://discord.com/developers/docs/events/gateway#initiating-a-disconnect
    if (code === 1000 || code === 1001) sessions.delete(session.id)
    live.publish({ kind: 'bot', state: 'disconnected' })
  }

  const receive = (connection: Connection, text: string): void => {
    const now = Date.now()
    connection.received.push(now)
    if (connection.received.length > eventsAllowed) {
      const oldest = connection.received.shift() ?? 0
      if (now - oldest < eventsWindowMs) return connection.socket.close(close.rateLimited, 'Rate limited.')
    }
    const payload = parsed(text)
    if (payload === undefined) return connection.socket.close(close.badPayload, 'Error while decoding payload.')
    const body = isRecord(payload['d']) ? payload['d'] : {}
    switch (payload['op']) {
      case op.heartbeat:
        connection.lastHeartbeatMs = now
        if (!isZombie) send(connection, op.ack, null)
        return
      case op.identify:
        if (connection.session !== null)
          return connection.socket.close(close.alreadyAuthenticated, 'Already authenticated.')
        return identify(connection, body)
      case op.resume:
        return resume(connection, body)
      case op.presence:
      case op.voice:
      case op.members:
        if (connection.session === null) connection.socket.close(close.notAuthenticated, 'Not authenticated.')
        return
      default:
        connection.socket.close(close.unknownOpcode, 'Unknown opcode.')
    }
  }

  const identify = (connection: Connection, body: Record<string, unknown>): void => {
    const { socket } = connection
    if (!isOwnToken(live, body['token'])) return socket.close(close.badToken, 'Authentication failed.')
    const shard = shardIn(body['shard'])
    if (shard === undefined) return socket.close(close.badShard, 'Invalid shard.')
    const verdict = judgeIntents(body['intents'], settings.grantedIntents)
    if (verdict === 'invalid') return socket.close(close.badIntents, 'Invalid intent(s).')
    if (verdict === 'disallowed') return socket.close(close.disallowedIntents, 'Disallowed intent(s).')
    const now = Date.now()
    if (identifiedAt.filter(at => now - at < 5_000).length >= settings.maxConcurrency)
      return send(connection, op.invalidSession, false)
    identifiedAt.push(now)
    const asked = typeof body['intents'] === 'number' ? body['intents'] : 0
    const session = makeSession(randomBytes(16).toString('hex'), shard, asked, socket)
    const mine = botServerIds(live.world).filter(id => holdsServer(session, id))
    // A crowd's ids are even over shards; Discord's are not quite, so it lets some more through.
    if (mine.length > serversInShard * 1.05) return socket.close(close.shardingRequired, 'Sharding required.')
    connection.session = session
    sessions.set(session.id, session)
    dispatch(session, 'READY', JSON.stringify(readyBody(live, session, mine, url())))
    live.publish({ kind: 'bot', state: 'connected' })
    if ((session.intents & intents.guilds) !== 0) bringServers(live, session, mine)
  }

  const resume = (connection: Connection, body: Record<string, unknown>): void => {
    const { session_id: id, seq, token } = body
    if (!isOwnToken(live, token)) return connection.socket.close(close.badToken, 'Authentication failed.')
    const session = typeof id === 'string' ? sessions.get(id) : undefined
    if (session === undefined || typeof seq !== 'number') return send(connection, op.invalidSession, false)
    if (seq > session.sequence) return connection.socket.close(close.badSequence, 'Invalid seq.')
    const missed = missedSince(session, seq)
    if (missed === undefined) {
      sessions.delete(session.id)
      return send(connection, op.invalidSession, false)
    }
    session.socket?.close(4000, 'Resumed elsewhere.')
    session.socket = connection.socket
    session.lostAtMs = null
    connection.session = session
    for (const text of missed) connection.socket.send(text)
    dispatch(session, 'RESUMED', JSON.stringify({ _trace: ['local-discord'] }))
    live.publish({ kind: 'bot', state: 'connected' })
  }

  const tell = (change: Change): void => {
    if (sessions.size === 0) return
    view.filesUrl = `${origin()}/attachments`
    const event = eventOf(live.world, change, view)
    if (event === undefined) return
    const cache = new Map<object, string>()
    for (const session of sessions.values())
      if (hears(session, event)) dispatch(session, event.name, bodyFor(session, event, cache))
  }
  const stopListening = live.subscribe(tell)

  const sweepMs = Math.min(5_000, settings.heartbeatMs)
  const sweep = setInterval(() => {
    const now = Date.now()
    for (const session of sessions.values())
      if (session.lostAtMs !== null && now - session.lostAtMs > resumableMs) sessions.delete(session.id)
    for (const connection of connections) {
      if (now - connection.lastHeartbeatMs > settings.heartbeatMs * 1.5 + sweepMs)
        connection.socket.close(close.timedOut, 'Session timed out.')
    }
  }, sweepMs)
  sweep.unref()

  return {
    url,
    maxConcurrency: settings.maxConcurrency,
    identifiesLeft: () => Math.max(0, 1_000 - identifiedAt.filter(at => Date.now() - at < 86_400_000).length),
    sessions: () => [...sessions.values()],
    isConnected: () => [...sessions.values()].some(one => one.socket !== null),
    faults: {
      drop: () => connections.forEach(one => one.socket.terminate()),
      closeWith: code => connections.forEach(one => one.socket.close(code)),
      reconnect: () => connections.forEach(one => send(one, op.reconnect, null)),
      invalidSession(resumable) {
        for (const one of connections) {
          if (!resumable && one.session !== null) sessions.delete(one.session.id)
          send(one, op.invalidSession, resumable)
        }
      },
      zombie: on => {
        isZombie = on
      },
      silence: on => connections.forEach(one => (on ? one.socket.pause() : one.socket.resume())),
      refuse: on => {
        isRefusing = on
      },
    },
    close() {
      clearInterval(sweep)
      stopListening()
      for (const one of connections) one.socket.terminate()
      sockets.close()
    },
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}
