/** Begins the page: who one is stands in the address, so that two windows can be two people and a reload changes nothing. */
import { html } from 'htm/preact'
import { render } from 'preact'
import { makeActions } from './actions.ts'
import { App } from './app.ts'
import { hear } from './hear.ts'
import { kept } from './kept.ts'
import { isWide, makeStore, type State } from './state.ts'
import { listen, type Stream, wire } from './wire.ts'

const firstPerson = 'ada'
const address = new URL(location.href)

const initial: State = {
  about: {},
  people: [],
  as: address.searchParams.get('as') ?? firstPerson,
  servers: [],
  directs: [],
  channelId: address.searchParams.get('in'),
  messages: {},
  hasOlder: {},
  commands: {},
  read: {},
  dismissed: [],
  typing: {},
  pending: [],
  modal: null,
  wanted: null,
  bot: { state: 'none', connected: false },
  applicationId: '',
  isLineOpen: false,
  offsetMs: 0,
  hasTried: kept.hasTried(),
  theme: kept.theme(),
  open: { channels: false, ...(isWide() ? kept.open() : { members: false, world: false, drawer: false }) },
  toast: null,
}

const store = makeStore(initial)
const actions = makeActions(store)
let stream: Stream | undefined

/** Everything that one sees belongs to who one is: it is asked for anew. */
function become(name: string): void {
  stream?.close()
  store.set({
    as: name,
    messages: {},
    commands: {},
    pending: [],
    modal: null,
    typing: {},
    read: kept.read(name),
    dismissed: kept.dismissed(name),
  })
  stream = listen(
    name,
    event => hear(store, actions, event),
    isLineOpen => store.set({ isLineOpen, toast: null }),
  )
}

/** The person in the address may be of another world: then the first that there is. */
async function begin(): Promise<void> {
  const [{ people }, about] = await Promise.all([wire.people(), wire.about()])
  const name = people.find(one => one.name === initial.as)?.name ?? people[0]?.name ?? firstPerson
  store.set({ people, about })
  become(name)
}

actions.setTheme(initial.theme)
const root = document.getElementById('page')
if (root !== null) render(html`<${App} store=${store} actions=${actions} onBecome=${become} />`, root)
document.addEventListener('visibilitychange', () => {
  const { channelId } = store.get()
  if (document.visibilityState === 'visible' && channelId !== null) actions.markRead(channelId)
})
await actions.attempt(begin())
