/** One line over the chat when something is down: the bot, its connection, or Local Discord itself. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { usePage, useWords } from './page.ts'
import { type State, usePicked } from './state.ts'
import { wire } from './wire.ts'
import type { Words } from './words.ts'

export function Banner(): VNode | null {
  const { store, actions } = usePage()
  const words = useWords().state
  const isLineOpen = usePicked(store, state => state.isLineOpen)
  const bot = usePicked(store, state => state.bot)
  const applicationId = usePicked(store, state => state.applicationId)
  if (!isLineOpen && applicationId !== '') return html`<div class="banner bad" role="status">${words.noAnswer}</div>`
  const sentence = sentenceOf(bot, words)
  if (sentence === undefined || applicationId === '') return null
  return html`<div class="banner ${bot.state === 'exited' ? 'bad' : ''}" role="status">
    ${sentence}
    ${bot.state === 'exited' && html`<button type="button" class="as-link" onClick=${() => void actions.attempt(wire.tellBot('start'))}>${words.start}</button>`}
  </div>`
}

function sentenceOf(bot: State['bot'], words: Words['state']): string | undefined {
  if (bot.state === 'exited') return words.down
  if (bot.state === 'starting' || bot.state === 'none') return words.starting
  return bot.connected ? undefined : words.reconnecting
}
