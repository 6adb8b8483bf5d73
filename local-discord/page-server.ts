/** Serves the page: its modules with their types stripped, its styles, and the fonts and libraries it uses. Knows nothing of what it shows. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from './control.ts'

/** What the page says of the bot, which Local Discord itself does not know. */
export interface PageText {
  /** One line for a first visit: what to try. */
  tryThis?: string
  /** Run on a click; options by name, as in the control API. */
  examples?: readonly { command: string; options?: Readonly<Record<string, string | number | boolean>> }[]
}

interface Served {
  body: string | Buffer
  type: string
  /** Fonts and libraries change only with the package; the page's own files while one works on them. */
  keep: boolean
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** The names under which index.html's import map asks for them. */
const libraries: Readonly<Record<string, URL>> = {
  'preact.mjs': here('preact'),
  'hooks.mjs': here('preact/hooks'),
  'htm.mjs': here('htm'),
  'htm-preact.mjs': here('htm/preact'),
  'simple-markdown.mjs': new URL('es/index.js', here('@khanacademy/simple-markdown')),
  'perseus-utils.mjs': new URL('es/index.js', here('@khanacademy/perseus-utils')),
}

const fonts: Readonly<Record<string, URL>> = {
  'noto-sans': new URL('./', here('@fontsource-variable/noto-sans/wght.css')),
  'noto-sans-sc': new URL('./', here('@fontsource-variable/noto-sans-sc/wght.css')),
  'noto-color-emoji': new URL('./', here('@fontsource/noto-color-emoji/400.css')),
}

function here(specifier: string): URL {
  return new URL(import.meta.resolve(specifier))
}

/** `filesUrl` is where attachments are downloaded: another origin than the page's, so that no file of a person's can act as the page. */
export function makePage(filesUrl: string, text: PageText = {}): Page {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const served = pathname === '/about.json' ? aboutFile(text) : await fileAt(pathname)
    if (served === undefined) return false
    send(request, response, served, new URL(filesUrl).origin)
    return true
  }
}

function aboutFile(text: PageText): Served {
  return { body: JSON.stringify(text), type: 'application/json; charset=utf-8', keep: false }
}

/** Undefined where nothing is served. */
async function fileAt(pathname: string): Promise<Served | undefined> {
  if (pathname === '/') return await read(new URL('page/index.html', import.meta.url), false)
  if (!/^\/[\w-]+(?:\/[\w.-]+)+$/.test(pathname) || pathname.includes('..')) return undefined
  const [, top = '', ...rest] = pathname.split('/')
  const path = rest.join('/')
  if (top === 'page') return await read(new URL(`page/${path}`, import.meta.url), false)
  if (top === 'lib') return libraries[path] === undefined ? undefined : await read(libraries[path], true)
  const [font = '', ...file] = rest
  if (top === 'fonts' && fonts[font] !== undefined) return await read(new URL(file.join('/'), fonts[font]), true)
  return undefined
}

const stripped = new Map<string, { changedAtMs: number; body: string }>()

async function read(url: URL, keep: boolean): Promise<Served | undefined> {
  const file = fileURLToPath(url)
  const type = contentTypes[extname(file)]
  const about = await stat(file).catch(() => undefined)
  if (type === undefined || about?.isFile() !== true) return undefined
  if (!file.endsWith('.ts')) return { body: await readFile(file), type, keep }
  const kept = stripped.get(file)
  if (kept?.changedAtMs === about.mtimeMs) return { body: kept.body, type, keep }
  const body = stripTypeScriptTypes(await readFile(file, 'utf8'))
  stripped.set(file, { changedAtMs: about.mtimeMs, body })
  return { body, type, keep }
}

function send(request: IncomingMessage, response: ServerResponse, served: Served, filesOrigin: string): void {
  const etag = `"${createHash('sha256').update(served.body).digest('base64url')}"`
  const headers: Record<string, string> = {
    'content-type': served.type,
    'cache-control': served.keep ? 'max-age=86400' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    etag,
  }
  if (served.type.startsWith('text/html'))
    headers['content-security-policy'] = policy(String(served.body), request.headers.host ?? '', filesOrigin)
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(200, headers)
  response.end(request.method === 'HEAD' ? undefined : served.body)
}

/**
 * Only the page's own scripts and styles run; the import map, which must stand inline, is named by its hash. Trusted Types make the browser itself refuse
 * any text that would become markup.
 */
function policy(html: string, host: string, filesOrigin: string): string {
  const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(importMap).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' ${filesOrigin}`,
    `media-src ${filesOrigin}`,
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}
