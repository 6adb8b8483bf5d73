/** One line over the chat when something is down: the bot, its connection, or Local Discord itself. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { usePage } from './page.ts'
import { type State, usePicked } from './state.ts'
import { wire } from './wire.ts'

export function Banner(): VNode | null {
  const { store, actions } = usePage()
  const isLineOpen = usePicked(store, state => state.isLineOpen)
  const bot = usePicked(store, state => state.bot)
  const applicationId = usePicked(store, state => state.applicationId)
  if (!isLineOpen && applicationId !== '')
    return html`<div class="banner bad" role="status">Local Discord does not answer. Is it still running? Trying again…</div>`
  const words = wordsFor(bot)
  if (words === undefined || applicationId === '') return null
  return html`<div class="banner ${bot.state === 'exited' ? 'bad' : ''}" role="status">
    ${words}
    ${bot.state === 'exited' && html`<button type="button" class="as-link" onClick=${() => void actions.attempt(wire.tellBot('start'))}>Start it now</button>`}
  </div>`
}

function wordsFor(bot: State['bot']): string | undefined {
  if (bot.state === 'exited') return 'The bot is down: nothing answers commands.'
  if (bot.state === 'starting' || bot.state === 'none') return 'The bot is starting…'
  return bot.connected ? undefined : 'The bot has lost its connection and is reconnecting…'
}
