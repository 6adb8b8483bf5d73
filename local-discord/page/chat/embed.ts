/** Draws embeds, the older kind of card. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import type { Embed } from '../shapes.ts'
import { RichText } from '../text/rich-text.ts'
import { Media, safeAddress } from './media.ts'

interface EmbedParts {
  title?: string
  url?: string
  description?: string
  color?: number
  author?: { name?: string; url?: string }
  fields?: { name: string; value: string; inline?: boolean }[]
  image?: { url: string }
  thumbnail?: { url: string }
  footer?: { text?: string }
  timestamp?: string
}

export function EmbedCard({ embed, locale }: { embed: Embed; locale: string }): VNode {
  // Local Discord has checked it against Discord's description.
  const {
    author,
    color,
    description,
    fields = [],
    footer,
    image,
    thumbnail,
    timestamp,
    title,
    url,
  } = embed as EmbedParts
  const paint = (element: HTMLElement | null): void => {
    if (color != null) element?.style.setProperty('--accent', `#${color.toString(16).padStart(6, '0')}`)
  }
  const address = safeAddress(url)
  const foot = [footer?.text, timestamp === undefined ? undefined : instant(timestamp, locale)].filter(
    one => one !== undefined,
  )
  return html`<article class="embed" ref=${paint}>
    <div class="embed-main">
      ${author?.name !== undefined && html`<div class="embed-author">${author.name}</div>`}
      ${title !== undefined && html`<div class="embed-title">${address === undefined ? html`<${RichText} source=${title} />` : html`<a href=${address} target="_blank" rel="noopener noreferrer">${title}</a>`}</div>`}
      ${description !== undefined && html`<${RichText} source=${description} />`}
      ${
        fields.length > 0 &&
        html`<div class="embed-fields">${fields.map(
          one => html`<div class=${one.inline === true ? 'inline' : ''}>
        <div class="embed-field-name"><${RichText} source=${one.name} /></div><${RichText} source=${one.value} />
      </div>`,
        )}</div>`
      }
      ${image !== undefined && html`<${Media} media=${image} />`}
      ${foot.length > 0 && html`<div class="embed-foot">${foot.join(' • ')}</div>`}
    </div>
    ${thumbnail !== undefined && html`<div class="thumbnail"><${Media} media=${thumbnail} /></div>`}
  </article>`
}

function instant(timestamp: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(timestamp))
}
