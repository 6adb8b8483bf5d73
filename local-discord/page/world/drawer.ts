/** At the foot: what the bot asked last, what Local Discord refused and why, and what the bot wrote. */
import { html } from 'htm/preact'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.ts'
import { useFocusBack, usePage } from '../page.ts'
import type { RefusalView, RequestView } from '../shapes.ts'
import { OneWidth } from '../text/rich-text.ts'
import { wire } from '../wire.ts'

const shown = 100
/** The log tells nobody when it grows; while it lies open it is read again. */
const readEveryMs = 1_000

const tabs = ['Refused', 'Requests', "Bot's output"] as const
type Tab = (typeof tabs)[number]

export function Drawer(): VNode {
  const { actions } = usePage()
  const [tab, setTab] = useState<Tab>('Refused')
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([])
  const [requests, setRequests] = useState<readonly RequestView[]>([])
  const [output, setOutput] = useState<readonly string[]>([])
  useEffect(() => {
    const load = async (): Promise<void> => {
      const [refused, asked, bot] = await Promise.all([wire.refusals(shown), wire.requests(shown), wire.bot()])
      setRefusals(refused.refusals.toReversed())
      setRequests(asked.requests.toReversed())
      setOutput(bot.output.map(one => one.text).toReversed())
    }
    void actions.attempt(load())
    const timer = setInterval(() => void load().catch(() => undefined), readEveryMs)
    return () => clearInterval(timer)
  }, [])
  useFocusBack()
  const list = useRef<HTMLDivElement>(null)
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = (tabs.indexOf(tab) + step + tabs.length) % tabs.length
    setTab(tabs[at] ?? tab)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
  }
  const counts: Record<Tab, number> = {
    Refused: refusals.length,
    Requests: requests.length,
    "Bot's output": output.length,
  }
  return html`<section class="drawer" lang="en" aria-label="Requests and refusals">
    <header>
      <div role="tablist" aria-label="What is shown" ref=${list} onKeyDown=${onKey}>
        ${tabs.map(one => html`<button type="button" role="tab" id=${`tab-${one}`} aria-selected=${one === tab} tabindex=${one === tab ? 0 : -1} aria-controls="drawer-body" onClick=${() => setTab(one)}>${one} <small>${counts[one]}</small></button>`)}
      </div>
      <button type="button" class="icon-button" aria-label="Close the drawer" onClick=${() => actions.show({ drawer: false })}><${Icon} name="close" /></button>
    </header>
    <div class="drawer-body" id="drawer-body" role="tabpanel" aria-label=${tab} tabindex="0">
      ${tab === 'Refused' && (refusals.length === 0 ? html`<p class="nothing">Nothing was refused: a healthy bot leaves this empty.</p>` : refusals.map(one => html`<${Refusal} refusal=${one} />`))}
      ${tab === 'Requests' && requests.map(one => html`<${Request} request=${one} />`)}
      ${tab === "Bot's output" && html`<pre><${OneWidth} text=${output.join('\n')} /></pre>`}
    </div>
  </section>`
}

function Refusal({ refusal }: { refusal: RefusalView }): VNode {
  return html`<div class="log-line refused">
    <${Line} at=${refusal.at} status=${refusal.status} method=${refusal.method} path=${refusal.path} />
    <p><strong>${refusal.code}</strong> ${refusal.message}</p>
    ${refusal.issues.length > 0 && html`<ul>${refusal.issues.map(one => html`<li><code>${one.path.join('.')}</code> ${one.message} <small>${one.code}</small></li>`)}</ul>`}
  </div>`
}

function Request({ request }: { request: RequestView }): VNode {
  const body = request.body == null ? '' : JSON.stringify(request.body, null, 2)
  const line = html`<${Line} at=${request.at} status=${request.status} method=${request.method} path=${request.path} fault=${request.fault} />`
  if (body === '') return html`<div class="log-line">${line}</div>`
  return html`<details class="log-line"><summary>${line}</summary><pre><${OneWidth} text=${body} /></pre></details>`
}

function Line({
  at,
  fault,
  method,
  path,
  status,
}: {
  at: number
  fault?: string
  method: string
  path: string
  status: number
}): VNode {
  const isBad = status === 0 || status >= 400
  return html`<span class="line"><time>${new Date(at).toLocaleTimeString('en-GB')}</time><span class="status ${isBad ? 'bad' : ''}">${status === 0 ? 'cut' : status}</span><span>${method}</span><span class="path">${withoutToken(path)}</span>${fault !== undefined && html`<em>on order: ${fault}</em>`}</span>`
}

/** An interaction's token is long and says nothing. */
function withoutToken(path: string): string {
  return path.replace(/[\w-]{40,}/g, '…')
}
