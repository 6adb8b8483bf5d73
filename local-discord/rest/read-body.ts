/** Reads a request's body: JSON, or multipart with `payload_json` and `files[n]`. https://discord.com/developers/docs/reference#uploading-files */
import type { IncomingMessage } from 'node:http'
import type { Upload } from './call.ts'
import { known, refusal } from './refusal.ts'

/** 10 MiB a file, https://discord.com/developers/docs/reference#uploading-files */
export const maximumFileBytes = 10 * 1024 * 1024
const maximumBodyBytes = 26 * 1024 * 1024

export interface Payload {
  body: unknown
  uploads: Upload[]
}

/** Throws Discord's refusal of what cannot be read; `body` is undefined where nothing was sent. */
export async function readPayload(request: IncomingMessage): Promise<Payload> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return { body: undefined, uploads: [] }
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return await readMultipart(bytes, type)
  return { body: parseJson(bytes.toString()), uploads: [] }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    // What is too much is still read to its end: a connection with half a body left in it would hang the next request.
    if (length <= maximumBodyBytes) chunks.push(chunk)
  }
  if (length > maximumBodyBytes) throw refusal(...known.tooLarge)
  const [only] = chunks
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw refusal(...known.invalidJson)
  }
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<Payload> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData()
  const json = form.get('payload_json')
  const uploads: Upload[] = []
  for (const [name, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1]
    if (number === undefined || typeof value === 'string') continue
    const file = Buffer.from(await value.arrayBuffer())
    if (file.length > maximumFileBytes) throw refusal(...known.tooLarge)
    uploads.push({ number, filename: value.name, contentType: value.type || 'application/octet-stream', bytes: file })
  }
  return { body: typeof json === 'string' ? parseJson(json) : undefined, uploads }
}
