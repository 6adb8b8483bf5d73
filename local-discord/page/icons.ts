/** The page's own small drawings, in the text's colour. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'

const paths = {
  hash: 'M9 3 7 21M17 3l-2 18M4 8h17M3 16h17',
  voice: 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  news: 'M3 10v4h4l9 5V5l-9 5zM19 9a4 4 0 0 1 0 6',
  thread: 'M4 5h16v11H10l-4 4v-4H4z',
  forum: 'M3 5h13v9H8l-3 3v-3H3zM18 9h3v9h-2v2l-3-2h-6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-5 3-7 7-7s7 2 7 7M16 3.5a4 4 0 0 1 0 7M19 14.5c2 1 3 3 3 6.5',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  down: 'M6 9l6 6 6-6',
  check: 'M5 12l5 5 9-10',
  link: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  file: 'M6 2h8l5 5v15H6zM14 2v5h5',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  moon: 'M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  send: 'M3 20l18-8L3 4v6l10 2-10 2z',
  warn: 'M12 3 2 20h20zM12 10v4M12 17h.01',
  spine: 'M2 12V8a4 4 0 0 1 4-4h14',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }): VNode {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${paths[name]} /></svg>`
}
