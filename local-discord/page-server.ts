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

/** The names under which index.html's import map asks for them: a package's module, or a file beside it. */
const libraries: Readonly<Record<string, readonly [string, string?]>> = {
  'preact.mjs': ['preact'],
  'hooks.mjs': ['preact/hooks'],
  'htm.mjs': ['htm'],
  'htm-preact.mjs': ['htm/preact'],
  'simple-markdown.mjs': ['@khanacademy/simple-markdown', 'es/index.js'],
  'perseus-utils.mjs': ['@khanacademy/perseus-utils', 'es/index.js'],
}

const fonts: Readonly<Record<string, string>> = {
  'noto-sans': '@fontsource-variable/noto-sans/wght.css',
  'noto-sans-sc': '@fontsource-variable/noto-sans-sc/wght.css',
}

/** Any file of the folder names it; the emoji are drawings of Twemoji, which Discord uses too. */
const emojiFolder = '@twemoji/svg/package.json'

function here(specifier: string, beside?: string): URL {
  const url = new URL(import.meta.resolve(specifier))
  return beside === undefined ? url : new URL(beside, url)
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
  if (top === 'emoji') return (await read(here(emojiFolder, path), true)) ?? letters(path)
  const library = top === 'lib' ? libraries[path] : undefined
  if (library !== undefined) return await read(here(...library), true)
  const [name = '', ...file] = rest
  const font = top === 'fonts' ? fonts[name] : undefined
  return font === undefined ? undefined : await read(here(font, file.join('/')), true)
}

/** An emoji that Twemoji has not drawn yet, as the reader's own letters draw it. Files are named by their code points. */
function letters(path: string): Served | undefined {
  if (!/^[0-9a-f]{2,5}(?:-[0-9a-f]{2,5})*\.svg$/.test(path)) return undefined
  const text = path
    .slice(0, -'.svg'.length)
    .split('-')
    .map(one => `&#x${one};`)
    .join('')
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text x="18" y="29" font-size="28" text-anchor="middle">${text}</text></svg>`
  return { body, type: 'image/svg+xml', keep: true }
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
  const body = withoutTypes(await readFile(file, 'utf8'))
  stripped.set(file, { changedAtMs: about.mtimeMs, body })
  return { body, type, keep }
}

/** Node warns once that this is experimental; whoever opens a page has no use for that in their terminal. */
function withoutTypes(source: string): string {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
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
