/** The REST API over HTTP on 127.0.0.1: reads, authorises, routes, answers, carries out faults on order, keeps the log. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FaultOrders } from '../faults.ts'
import type { Live } from '../live.ts'
import type { Answer, Call, GatewayFacts } from './call.ts'
import { acknowledge } from './callback-route.ts'
import { channelRoutes } from './channel-routes.ts'
import { commandRoutes } from './command-routes.ts'
import { fileRoutes } from './file-routes.ts'
import type { RequestLog } from './log.ts'
import { messageRoutes } from './message-routes.ts'
import type { RateLimits } from './rate-limits.ts'
import { type Payload, readPayload } from './read-body.ts'
import { known, Refusal, refusal } from './refusal.ts'
import { type Found, makeRouter } from './router.ts'
import { serverRoutes } from './server-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

const route = makeRouter({
  'POST /interactions/:interaction/:token/callback': acknowledge,
  ...webhookRoutes,
  ...messageRoutes,
  ...channelRoutes,
  ...commandRoutes,
  ...serverRoutes,
  ...fileRoutes,
})

export interface RestParts {
  live: Live
  log: RequestLog
  faults: FaultOrders
  rateLimits: RateLimits
  gateway: GatewayFacts
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: () => string
}

export function makeRestServer(parts: RestParts): Server {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error: unknown) => {
      // A fault of Local Discord itself must not look like Discord's.
      console.error('Local Discord failed on', request.method, request.url, error)
      if (!response.headersSent)
        send(response, { status: 500, body: { message: '500: Internal Server Error', code: 0 } }, {})
      else response.destroy()
    })
  })
  server.keepAliveTimeout = 60_000
  return server
}

/** `/api/v10/x`, `/api/x` and, for downloads, `/attachments/x`. */
function pathOf(url: URL): string | undefined {
  const path = url.pathname.replace(/^\/api(\/v\d+)?(?=\/)/, '')
  if (path === url.pathname && !path.startsWith('/attachments/')) return undefined
  const version = /^\/api\/v(\d+)\//.exec(url.pathname)?.[1]
  if (version !== undefined && version !== '10') return undefined
  try {
    return path.includes('%') ? path.split('/').map(decodeURIComponent).join('/') : path
  } catch {
    return undefined
  }
}

async function serve(parts: RestParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { live, log, faults } = parts
  const method = request.method ?? 'GET'
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const path = pathOf(url) ?? url.pathname
  const at = live.now()
  const fault = faults.take(method, path)
  const note = (status: number, pattern: string | null, body: unknown): void => {
    log.note({ at, method, path, pattern, status, body, ...(fault === undefined ? {} : { fault: fault.kind }) })
  }
  if (fault?.kind === 'drop') {
    note(0, null, undefined)
    request.socket.destroy()
    return
  }
  let payload: Payload = { body: undefined, uploads: [] }
  let found: Found | undefined
  let headers: Record<string, string> = {}
  let answer: Answer
  try {
    payload = await readPayload(request)
    if (fault?.kind === 'delay') await new Promise(resolve => setTimeout(resolve, fault.ms))
    if (fault?.kind === 'status') {
      note(fault.status, null, payload.body)
      sendFault(response, fault)
      return
    }
    found = findRoute(method, pathOf(url))
    authorise(parts, request, found)
    const verdict = parts.rateLimits(method, found.pattern, majorOf(found), isOutsideGlobalLimit(found.pattern))
    headers = verdict.headers
    if (verdict.refused !== undefined) {
      note(429, found.pattern, payload.body)
      sendRateLimit(response, verdict.refused, headers)
      return
    }
    answer = found.route(callOf(parts, found, url, payload))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    log.refuse({
      at,
      method,
      path,
      status: error.status,
      code: error.code,
      message: error.message,
      issues: error.issues,
    })
    answer = { status: error.status, body: error.body() }
  }
  note(fault?.kind === 'lost-answer' ? 0 : answer.status, found?.pattern ?? null, payload.body)
  if (fault?.kind === 'lost-answer') request.socket.destroy()
  else send(response, answer, headers)
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints : not bound to the global limit */
function isOutsideGlobalLimit(pattern: string): boolean {
  return pattern.startsWith('/interactions/') || pattern.startsWith('/webhooks/')
}

function callOf(parts: RestParts, found: Found, url: URL, payload: Payload): Call {
  return {
    live: parts.live,
    nowMs: parts.live.now(),
    params: found.params,
    query: url.searchParams,
    body: payload.body,
    uploads: payload.uploads,
    view: { filesUrl: `${parts.origin()}/attachments` },
    gateway: parts.gateway,
  }
}

function findRoute(method: string, path: string | undefined): Found {
  const found = path === undefined ? 'no-path' : route(method, path)
  if (found === 'no-path') throw refusal(...known.notFound)
  if (found === 'no-method') throw refusal(...known.methodNotAllowed)
  return found
}

/** Interactions and webhooks carry their token in the path; everything else wants the bot's. */
function authorise(parts: RestParts, request: IncomingMessage, found: Found): void {
  const { pattern } = found
  if (
    pattern.startsWith('/interactions/') ||
    pattern.startsWith('/webhooks/') ||
    pattern.startsWith('/attachments/') ||
    pattern === '/gateway'
  )
    return
  if (request.headers.authorization !== `Bot ${parts.live.world.application.token}`)
    throw refusal(...known.unauthorized)
}

/** https://discord.com/developers/docs/topics/rate-limits : top-level resources that are limited one by one */
function majorOf(found: Found): string {
  return found.params['channel'] ?? found.params['token'] ?? found.params['guild'] ?? ''
}

function send(response: ServerResponse, answer: Answer, headers: Record<string, string>): void {
  if (answer.file !== undefined) {
    response.writeHead(answer.status, {
      'content-type': answer.file.contentType,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'content-length': answer.file.bytes.length,
    })
    response.end(answer.file.bytes)
    return
  }
  // A 204 has no content type: with one, discord.js would parse the nothing as JSON.
  if (answer.status === 204 || answer.body === undefined) {
    response.writeHead(answer.status, headers)
    response.end()
    return
  }
  const text = JSON.stringify(answer.body)
  response.writeHead(answer.status, {
    ...headers,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

function sendFault(
  response: ServerResponse,
  fault: { status: number; body?: unknown; retryAfterSeconds?: number; global?: boolean },
): void {
  if (fault.status === 429) {
    sendRateLimit(response, { retryAfterSeconds: fault.retryAfterSeconds ?? 0.5, global: fault.global ?? false }, {})
    return
  }
  send(response, { status: fault.status, body: fault.body ?? { message: `${fault.status}: on order`, code: 0 } }, {})
}

/** https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit-rate-limit-response-structure */
function sendRateLimit(
  response: ServerResponse,
  limit: { retryAfterSeconds: number; global: boolean },
  headers: Record<string, string>,
): void {
  const all = {
    ...headers,
    'retry-after': String(Math.ceil(limit.retryAfterSeconds)),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(limit.retryAfterSeconds),
    'x-ratelimit-scope': limit.global ? 'global' : 'user',
    ...(limit.global ? { 'x-ratelimit-global': 'true' } : {}),
  }
  send(
    response,
    {
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: limit.retryAfterSeconds, global: limit.global },
    },
    all,
  )
}
