/** What one can do to the world: its clock, the bot's process, the bot's rights here, Discord's own troubles. For developers; in English. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { applicationName } from '../compose/composer.ts'
import { Icon } from '../icons.ts'
import { useFocusBack, usePage } from '../page.ts'
import type { BotView, FaultView } from '../shapes.ts'
import { me, type State, serverHere, usePicked } from '../state.ts'
import { inWords, relatively, untilTomorrowAtNine } from '../text/instants.ts'
import { useNow } from '../text/rich-text.ts'
import { wire } from '../wire.ts'

export function WorldPanel(): VNode {
  const { store, actions } = usePage()
  const state = usePicked(store, one => one)
  const person = me(state)
  useFocusBack()
  return html`<aside class="world" lang="en" aria-label="The world">
    <header><h2>The world</h2><button type="button" class="icon-button" aria-label="Close the world" onClick=${() => actions.show({ world: false })}><${Icon} name="close" /></button></header>
    <${Clock} />
    <${Bot} />
    <${Troubles} />
    <${Rights} state=${state} />
    ${
      person !== undefined &&
      html`<section><h3>${person.displayName}</h3>
      <label class="switch"><input type="checkbox" checked=${person.hasInstalled} onChange=${(event: Event) => {
        const isOn = (event.currentTarget as HTMLInputElement).checked
        void actions.attempt(
          wire
            .install(state.as, isOn)
            .then(() => actions.loadPlaces())
            .then(() => actions.goTo(state.channelId)),
        )
      }} /> has installed ${applicationName(state)} for themselves: its commands then come along to servers where the bot is not</label>
    </section>`
    }
    <section><button type="button" class="button secondary wide" aria-expanded=${state.open.drawer} onClick=${() => actions.show({ drawer: !state.open.drawer })}><${Icon} name="list" /> Requests, refusals and the bot's output</button></section>
  </aside>`
}

const hourMs = 3_600_000

function Clock(): VNode {
  const { store, actions } = usePage()
  const nowMs = useNow(1_000)
  const offsetMs = usePicked(store, state => state.offsetMs)
  const turn = (byMs: number): void => void actions.attempt(wire.turnClock(Math.round(byMs)))
  const isTurned = Math.abs(offsetMs) > 1_500
  return html`<section>
    <h3>Clock</h3>
    <p><strong>${inWords(nowMs, 'F', 'en-GB')}</strong>${isTurned && html`<br /><small>turned: ${relatively(Date.now() + offsetMs, Date.now(), 'en')} from this machine's</small>`}</p>
    <div class="buttons">
      <button type="button" class="button secondary" onClick=${() => turn(hourMs)}>+ 1 hour</button>
      <button type="button" class="button secondary" onClick=${() => turn(24 * hourMs)}>+ 1 day</button>
      <button type="button" class="button secondary" onClick=${() => turn(untilTomorrowAtNine(nowMs))}>Tomorrow 09:00</button>
      <button type="button" class="button secondary" disabled=${!isTurned} onClick=${() => turn(-offsetMs)}>Back to now</button>
    </div>
  </section>`
}

function Bot(): VNode {
  const { store, actions } = usePage()
  const { connected, state } = usePicked(store, one => one.bot)
  const [bot, setBot] = useState<BotView | null>(null)
  useEffect(() => void actions.attempt(wire.bot().then(setBot)), [state, connected])
  const tell = (what: 'start' | 'stop' | 'kill' | 'restart'): void => void actions.attempt(wire.tellBot(what))
  const isRunning = state === 'ready' || state === 'starting'
  return html`<section>
    <h3>Bot</h3>
    <p><strong>${bot?.application.name}</strong> ${stateWords(state, connected)}${isRunning && bot?.pid != null && html` <small>· process ${bot.pid}</small>`}
      ${state === 'exited' && bot?.lastExit != null && html` <small>· ${bot.lastExit.signal ?? `code ${String(bot.lastExit.code)}`}</small>`}</p>
    <div class="buttons">
      ${
        isRunning
          ? html`<button type="button" class="button secondary" onClick=${() => tell('restart')}>Restart</button>
            <button type="button" class="button secondary" onClick=${() => tell('stop')}>Stop</button>
            <button type="button" class="button danger" onClick=${() => tell('kill')}>Kill</button>`
          : html`<button type="button" class="button success" onClick=${() => tell('start')}>Start</button>`
      }
      <button type="button" class="button secondary" disabled=${!connected} onClick=${() => void actions.attempt(wire.gatewayFault('drop'))}>Cut its connection</button>
    </div>
  </section>`
}

function stateWords(state: State['bot']['state'], isConnected: boolean): string {
  if (state === 'ready') return isConnected ? 'is connected' : 'is reconnecting'
  return { none: 'has not begun', starting: 'is starting', exited: 'is down' }[state]
}

/** What Discord can be like; each holds for every request until another is chosen. */
const troubles = [
  { name: 'well', words: 'well', order: null },
  { name: 'delay', words: 'slow: every answer takes 1.2 s', order: { kind: 'delay', ms: 1_200 } },
  { name: 'status', words: 'failing: 500 to everything', order: { kind: 'status', status: 500 } },
  {
    name: 'rate-limit',
    words: 'rate-limited: the next five get 429, wait 2 s',
    order: { kind: 'rate-limit', retryAfterSeconds: 2, times: 5 },
  },
  { name: 'lost-answer', words: 'losing answers: done, but the bot is not told', order: { kind: 'lost-answer' } },
] as const

function Troubles(): VNode {
  const { actions } = usePage()
  const [orders, setOrders] = useState<readonly FaultView[]>([])
  const load = (): Promise<void> => wire.faults().then(found => setOrders(found.orders))
  useEffect(() => {
    void actions.attempt(load())
    // Orders run out by being used, of which no event tells.
    const timer = setInterval(() => void load().catch(() => undefined), 2_000)
    return () => clearInterval(timer)
  }, [])
  const now = nameOf(orders[0])
  const choose = async (order: Record<string, unknown> | null): Promise<void> => {
    await wire.clearFaults()
    if (order !== null) await wire.orderFault(order)
    await load()
  }
  return html`<section>
    <fieldset class="troubles"><legend><h3>Discord is</h3></legend>
      ${troubles.map(one => html`<label class="switch"><input type="radio" name="trouble" checked=${now === one.name} onChange=${() => void actions.attempt(choose(one.order))} /> ${one.words}</label>`)}
    </fieldset>
  </section>`
}

function nameOf(order: FaultView | undefined): string {
  if (order === undefined) return 'well'
  return order.failure.kind === 'status' && order.failure.status === 429 ? 'rate-limit' : order.failure.kind
}

function Rights({ state }: { state: State }): VNode | null {
  const { actions } = usePage()
  const server = serverHere(state)
  const channel = server?.channels.find(one => one.id === state.channelId)
  if (server === undefined || channel === undefined) return null
  if (!server.hasBot)
    return html`<section><h3>Rights in #${channel.name}</h3><p>The bot is not in ${server.name}.</p></section>`
  return html`<section>
    <fieldset class="troubles"><legend><h3>The bot in #${channel.name} may</h3></legend>
      ${Object.entries(channel.botMay).map(([right, isAllowed]) => html`<label class="switch"><input type="checkbox" checked=${isAllowed} onChange=${(event: Event) => void actions.attempt(wire.setRight(channel.id, right, (event.currentTarget as HTMLInputElement).checked))} /> ${rightWords(right)}</label>`)}
    </fieldset>
  </section>`
}

/** VIEW_CHANNEL becomes "View channel". */
function rightWords(right: string): string {
  const words = right.toLowerCase().replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
