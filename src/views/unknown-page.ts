/** What is said where there is nothing to show: why, and the ways on. Nothing of what was typed is repeated. */
import { type Button, drawPage, type Layout } from './page.ts'
import type { View } from './view.ts'

/** `said` is the page's own words; the buttons are at most the five of a row. */
export function unknownPage(
  said: { readonly title: string; readonly lead: string; readonly lines?: readonly string[] },
  buttons: readonly Button[],
  layout: Layout,
): View {
  const view = drawPage(
    {
      sign: '🔍',
      lines: [],
      ...said,
      rows: buttons.length > 0 ? [{ type: 'buttons', buttons: buttons.slice(0, 5) }] : [],
    },
    layout,
  )
  return { ...view, private: true }
}
