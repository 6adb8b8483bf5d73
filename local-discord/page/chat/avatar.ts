/** A person's or a server's sign: the first letter on a colour of its own; the bot has the page's mark. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import type { Id } from '../shapes.ts'

const tints = 8

export function Avatar({
  id,
  name,
  bot = false,
  size = 'normal',
}: {
  id: Id
  name: string
  bot?: boolean
  size?: 'normal' | 'small' | 'tiny'
}): VNode {
  if (bot) return html`<img class="avatar ${size}" src="/page/icon.svg" alt="" />`
  const tint = Number(BigInt(id) % BigInt(tints))
  return html`<span class="avatar ${size} tint-${tint}" aria-hidden="true">${initial(name)}</span>`
}

function initial(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim())
  return first?.segment.toLocaleUpperCase() ?? '?'
}

/** The first letters of the words, as Discord's client writes servers without a picture. */
export function initials(name: string): string {
  return name.split(/\s+/).map(initial).slice(0, 3).join('')
}
