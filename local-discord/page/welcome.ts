/** On a first visit: in one line what to try, and examples that run on a click. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { Icon } from './icons.ts'
import { usePage, useWords } from './page.ts'
import { usePicked } from './state.ts'

export function Welcome(): VNode | null {
  const { store, actions } = usePage()
  const words = useWords()
  const { examples = [], tryThis } = usePicked(store, state => state.about)
  const isReady = usePicked(
    store,
    state => state.bot.state === 'ready' && state.bot.connected && state.channelId !== null,
  )
  const hasTried = usePicked(store, state => state.hasTried)
  if (hasTried || tryThis === undefined) return null
  return html`<section class="welcome" aria-label=${words.toTry}>
    <p>${tryThis}</p>
    <div class="examples">
      ${examples.map(
        ({
          command,
          options = {},
        }) => html`<button type="button" class="button primary" disabled=${!isReady} onClick=${() => void actions.slash(command, options)}>
        ${command}${Object.entries(options).map(([name, value]) => ` ${name}: ${String(value)}`)}
      </button>`,
      )}
    </div>
    <button type="button" class="icon-button" aria-label=${words.close} onClick=${actions.keepTried}><${Icon} name="close" /></button>
  </section>`
}
