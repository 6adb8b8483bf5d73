/** Pictures, films and files. Only what Local Discord itself keeps is fetched; what lies elsewhere is named and linked, not loaded. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import { useWords } from '../page.ts'
import type { Attachment, MediaView } from '../shapes.ts'

/** https://discord.com/developers/docs/resources/message#attachment-object-attachment-flags */
const spoilerFlag = 8

export interface Picture {
  media: MediaView
  description?: string
  spoiler?: boolean
}

export function Media({ media, description = '', spoiler = false }: Picture): VNode {
  const words = useWords()
  const [isOpen, setOpen] = useState(!spoiler)
  if (!isOpen)
    return html`<button type="button" class="media hidden-media" onClick=${() => setOpen(true)}>${words.spoiler}</button>`
  if (!isLocal(media.url))
    return html`<a class="media elsewhere" href=${safeAddress(media.url)} target="_blank" rel="noopener noreferrer">
      <${Icon} name="link" /><span>${description || hostOf(media.url)}</span>
    </a>`
  if (media.content_type?.startsWith('video/') === true)
    return html`<video class="media" src=${media.url} controls preload="metadata" aria-label=${description}></video>`
  return html`<a class="picture" href=${media.url} target="_blank" rel="noopener noreferrer">
    <img class="media" src=${media.url} alt=${description || nameOf(media.url)} title=${description} loading="lazy" />
  </a>`
}

export function Gallery({ items }: { items: readonly Picture[] }): VNode {
  return html`<div class="gallery count-${Math.min(items.length, 10)}">${items.map(one => html`<${Media} ...${one} />`)}</div>`
}

export function Attachments({ attachments }: { attachments: readonly Attachment[] }): VNode | null {
  if (attachments.length === 0) return null
  const pictures = attachments.filter(one => /^(?:image|video)\//.test(one.content_type))
  const files = attachments.filter(one => !pictures.includes(one))
  return html`<div class="attachments">
    ${pictures.length > 0 && html`<${Gallery} items=${pictures.map(asPicture)} />`}
    ${files.map(one => html`<${File} name=${one.filename} bytes=${one.size} url=${one.url} spoiler=${isSpoiler(one)} />`)}
  </div>`
}

function asPicture(one: Attachment): Picture {
  const media = { url: one.url, content_type: one.content_type }
  return { media, spoiler: isSpoiler(one), description: one.description ?? one.filename }
}

function isSpoiler(attachment: Attachment): boolean {
  return (attachment.flags & spoilerFlag) !== 0
}

export function File({
  name,
  bytes,
  url,
  spoiler = false,
}: {
  name: string
  bytes: number | undefined
  url: string
  spoiler?: boolean
}): VNode {
  const words = useWords()
  const [isOpen, setOpen] = useState(!spoiler)
  if (!isOpen)
    return html`<button type="button" class="file hidden-media" onClick=${() => setOpen(true)}>${words.spoiler}</button>`
  return html`<div class="file">
    <${Icon} name="file" />
    <div>
      <a href=${safeAddress(url)} target="_blank" rel="noopener noreferrer" download=${name}>${name}</a>
      ${bytes !== undefined && html`<small>${sizeOf(bytes)}</small>`}
    </div>
  </div>`
}

function sizeOf(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`
  return bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}

/** Attachments lie with Local Discord, on a port of their own. */
function isLocal(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === '127.0.0.1' && new URL(url).pathname.startsWith('/attachments/')
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url
}

/** Only addresses of the web become links. */
export function safeAddress(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol) ? url : undefined
}
