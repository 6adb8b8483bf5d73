/** The control API: everything that people do in the script, from outside over loopback HTTP, and an event stream for a live page. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { controlRoutes } from './control/routes.ts'
import { watchAs } from './control/stream.ts'
import type { LocalDiscord } from './open-local-discord.ts'
import { isRecord } from './rules/schema.ts'

export interface Control {
  /** `http://127.0.0.1:PORT` */
  url: string
  server: Server
  close(): Promise<void>
}

/** What is served for paths outside of `/control`, such as a page; true when it answered. */
export type Page = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

const maximumBodyBytes = 16 * 1024 * 1024

/** Listens on 127.0.0.1 only; rejects when the port is taken. */
export async function openControl(discord: LocalDiscord, port = 0, page?: Page): Promise<Control> {
  const server = createServer((request, response) => {
    serve(discord, request, response, page).catch((error: unknown) => {
      answer(response, 500, { error: error instanceof Error ? error.message : String(error) })
    })
  })
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname !== '/control/stream' || !isFromHere(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, ws => watchAs(discord, ws, url.searchParams.get('as')))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    async close() {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

/**
 * A page elsewhere can make a browser send requests here. Its Origin gives it away; and a name of its own that resolves to 127.0.0.1 shows in Host.
 */
export function isFromHere(request: IncomingMessage): boolean {
  const { host, origin } = request.headers
  const isLoopback = (name: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(name)
  if (host === undefined || !URL.canParse(`http://${host}`) || !isLoopback(new URL(`http://${host}`).hostname))
    return false
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host && new URL(origin).protocol === 'http:'
}

async function serve(
  discord: LocalDiscord,
  request: IncomingMessage,
  response: ServerResponse,
  page: Page | undefined,
): Promise<void> {
  if (!isFromHere(request))
    return answer(response, 403, { error: 'only pages and programs of this machine may drive Local Discord' })
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (!url.pathname.startsWith('/control/')) {
    if (page !== undefined && (await page(request, response))) return
    return answer(response, 404, { error: `nothing is served at ${url.pathname}` })
  }
  const method = request.method ?? 'GET'
  const found = controlRoutes[`${method} ${url.pathname.slice('/control'.length)}`]
  if (found === undefined)
    return answer(response, 404, { error: `no ${method} ${url.pathname}`, routes: Object.keys(controlRoutes) })
  // JSON must be announced: a form of a foreign page cannot do so without asking first.
  if (method !== 'GET' && request.headers['content-type']?.startsWith('application/json') !== true) {
    return answer(response, 415, { error: 'send JSON, with content-type: application/json' })
  }
  const body = method === 'GET' ? Object.fromEntries(url.searchParams) : await readJson(request)
  if (!isRecord(body)) return answer(response, 400, { error: 'the body is a JSON object' })
  try {
    answer(response, 200, (await found(discord, body)) ?? {})
  } catch (error) {
    // Browsers write every 400 to the console; for the page these are answers that it shows.
    const status = request.headers['x-errors'] === 'as-answers' ? 200 : 400
    answer(response, status, { error: error instanceof Error ? error.message : String(error) })
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    // Read to its end all the same: a connection with half a body left in it would hang the next request.
    if (length <= maximumBodyBytes) chunks.push(chunk)
  }
  if (length > maximumBodyBytes) return undefined
  const text = Buffer.concat(chunks).toString()
  if (text === '') return {}
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}
