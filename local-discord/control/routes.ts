/** The control API's routes: each takes a JSON object and does what a line of a test's script does. */
import type { FaultOrders, Where } from '../faults.ts'
import type { LocalDiscord } from '../open-local-discord.ts'
import type { Given } from '../people/given.ts'
import type { FieldValue } from '../people/modal-form.ts'
import type { Place } from '../people/places.ts'
import { fieldsOf, type SeenModal } from '../people/reply.ts'
import type { PersonScript } from '../people.ts'
import { isRecord } from '../rules/schema.ts'
import { commandsFor, findChannel, type World } from '../world.ts'
import { directViews, pageRoutes } from './page-routes.ts'
import { findServerView, messageView, personView, replyView, serverView, type View } from './views.ts'

type Body = Record<string, unknown>
type ControlRoute = (discord: LocalDiscord, body: Body) => View | Promise<View | undefined> | undefined

function text(body: Body, name: string): string {
  const value = body[name]
  if (typeof value !== 'string') throw new Error(`"${name}" is expected as text, not ${JSON.stringify(value)}`)
  return value
}

function optionalText(body: Body, name: string): string | undefined {
  return body[name] === undefined ? undefined : text(body, name)
}

function count(body: Body, name: string): number | undefined {
  const value = body[name] === undefined ? undefined : Number(body[name])
  if (value !== undefined && !Number.isFinite(value)) throw new Error(`"${name}" is expected as a number`)
  return value
}

function record(body: Body, name: string): Record<string, unknown> {
  const value = body[name] ?? {}
  if (!isRecord(value)) throw new Error(`"${name}" is expected as an object`)
  return value
}

/** Bytes come as base64 in `{ name, base64, contentType }`. */
function given(value: unknown): Given {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isRecord(value) && typeof value['id'] === 'string') return { id: value['id'] }
  if (isRecord(value) && typeof value['base64'] === 'string' && typeof value['name'] === 'string') {
    const contentType = typeof value['contentType'] === 'string' ? { contentType: value['contentType'] } : {}
    return { name: value['name'], bytes: Buffer.from(value['base64'], 'base64'), ...contentType }
  }
  throw new Error(`a value is text, a number, true, false, { id } or { name, base64 }, not ${JSON.stringify(value)}`)
}

function options(body: Body): Record<string, Given> {
  return Object.fromEntries(Object.entries(record(body, 'options')).map(([name, value]) => [name, given(value)]))
}

function who(discord: LocalDiscord, body: Body): PersonScript {
  return discord.person(text(body, 'as'))
}

/** `in`: a channel's name or id, or 'dm'. */
function place(body: Body): { in?: Place } {
  const value = optionalText(body, 'in')
  return value === undefined ? {} : { in: value }
}

function on(body: Body): { on?: { id: string } } {
  const id = optionalText(body, 'on')
  return id === undefined ? {} : { on: { id } }
}

const slash: ControlRoute = async (discord, body) =>
  replyView(discord, await who(discord, body).slash(text(body, 'command'), options(body), place(body)))

const complete: ControlRoute = async (discord, body) => ({
  choices: await who(discord, body).complete(text(body, 'command'), options(body), place(body)),
})

const press: ControlRoute = async (discord, body) =>
  replyView(discord, await who(discord, body).press(text(body, 'button'), { ...place(body), ...on(body) }))

const choose: ControlRoute = async (discord, body) => {
  const values = Array.isArray(body['values']) ? body['values'].map(given) : []
  return replyView(
    discord,
    await who(discord, body).choose(text(body, 'select'), values, { ...place(body), ...on(body) }),
  )
}

const submit: ControlRoute = async (discord, body) => {
  const interaction = discord.live.world.interactions[text(body, 'interactionId')]
  if (interaction?.modal === undefined) throw new Error('this interaction opened no modal')
  const { custom_id: id, title, components } = interaction.modal
  const modal: SeenModal = { title, id, fields: fieldsOf(components), text: title, interaction }
  const values = Object.entries(record(body, 'values')).map(([name, value]): [string, FieldValue] => [
    name,
    Array.isArray(value) ? value.map(given) : given(value),
  ])
  return replyView(discord, await who(discord, body).submit(modal, Object.fromEntries(values)))
}

const use: ControlRoute = async (discord, body) =>
  replyView(discord, await who(discord, body).use(text(body, 'command'), { id: text(body, 'target') }, place(body)))

const say: ControlRoute = (discord, body) => ({
  message: messageView(discord, who(discord, body).say(text(body, 'text'), place(body))),
})

const messages: ControlRoute = (discord, body) => {
  const limit = count(body, 'limit') ?? 100
  const seen = who(discord, body).reads(place(body))
  return { messages: seen.slice(-limit).map(one => messageView(discord, one)), hasMore: seen.length > limit }
}

const people: ControlRoute = discord => ({ people: discord.people().map(one => personView(discord, one)) })

const addPerson: ControlRoute = (discord, body) => {
  const joins = Array.isArray(body['joins']) ? body['joins'].map(String) : undefined
  const displayName = optionalText(body, 'displayName')
  const locale = optionalText(body, 'locale')
  const person = discord.addPerson({
    name: text(body, 'name'),
    ...(displayName === undefined ? {} : { displayName }),
    ...(locale === undefined ? {} : { locale }),
    ...(joins === undefined ? {} : { joins }),
  })
  return personView(discord, person)
}

const servers: ControlRoute = (discord, body) => {
  const person = who(discord, body)
  const all = Object.values(discord.live.world.servers).filter(one => one.members[person.id] !== undefined)
  return { servers: all.map(one => serverView(discord, one, person.id)), directs: directViews(discord, person.id) }
}

const server: ControlRoute = (discord, body) =>
  serverView(discord, findServerView(discord, text(body, 'id')), who(discord, body).id)

/** The commands offered to a person in a channel, whole, so that a page can draw their options. */
const commands: ControlRoute = (discord, body) => {
  const person = who(discord, body)
  person.reads(place(body))
  const channelId = optionalText(body, 'in')
  const channel = channelId === undefined ? undefined : findChannel(discord.live.world, channelId)
  if (channel === undefined) return { names: person.commands(place(body)) }
  return { commands: commandsFor(discord.live.world, channel, person.id) }
}

const install: ControlRoute = (discord, body) => {
  const person = who(discord, body)
  if (body['installed'] === false) person.uninstall()
  else person.install()
  return personView(discord, person)
}

const clock: ControlRoute = discord => ({ now: discord.now(), offsetMs: discord.live.world.offsetMs })

const turnClock: ControlRoute = async (discord, body) => {
  const by = body['by']
  await discord.turnClock(typeof by === 'number' ? by : text(body, 'by'))
  return { now: discord.now(), offsetMs: discord.live.world.offsetMs }
}

function where(body: Body): Where {
  const method = optionalText(body, 'method')
  const path = optionalText(body, 'path')
  const times = count(body, 'times')
  return {
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(times === undefined ? {} : { times }),
  }
}

const orderFault: ControlRoute = (discord, body) => {
  const { faults } = discord
  const kind = text(body, 'kind')
  const orders: Record<string, () => ReturnType<FaultOrders['drop']>> = {
    status: () => faults.status(count(body, 'status') ?? 500, where(body)),
    'rate-limit': () => {
      const retryAfterSeconds = count(body, 'retryAfterSeconds')
      return faults.rateLimit({
        ...where(body),
        global: body['global'] === true,
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      })
    },
    delay: () => faults.delay(count(body, 'ms') ?? 1_000, where(body)),
    drop: () => faults.drop(where(body)),
    'lost-answer': () => faults.loseAnswer(where(body)),
  }
  const order = orders[kind]
  if (order === undefined) throw new Error(`a fault is one of ${Object.keys(orders).join(', ')}, not "${kind}"`)
  return { ...order() }
}

const gatewayFault: ControlRoute = (discord, body) => {
  const { gateway } = discord.faults
  const isOn = body['on'] !== false
  const kinds: Record<string, () => void> = {
    drop: () => gateway.drop(),
    close: () => gateway.closeWith(count(body, 'code') ?? 4000),
    reconnect: () => gateway.reconnect(),
    'invalid-session': () => gateway.invalidSession(body['resumable'] === true),
    zombie: () => gateway.zombie(isOn),
    silence: () => gateway.silence(isOn),
    refuse: () => gateway.refuse(isOn),
  }
  const kind = kinds[text(body, 'kind')]
  if (kind === undefined) throw new Error(`a gateway fault is one of ${Object.keys(kinds).join(', ')}`)
  kind()
  return {}
}

const bot: ControlRoute = discord => ({
  state: discord.bot.state(),
  connected: discord.isBotConnected(),
  pid: discord.bot.process()?.pid ?? null,
  lastExit: discord.bot.lastExit() ?? null,
  sessions: discord.sessions(),
  application: { id: discord.applicationId, name: discord.live.world.application.name },
  output: discord.botOutput().slice(-200),
})

const last = (body: Body): number => -(count(body, 'limit') ?? 200)

export const controlRoutes: Readonly<Record<string, ControlRoute>> = {
  'GET /people': people,
  'POST /people': addPerson,
  'GET /servers': servers,
  'GET /server': server,
  'GET /messages': messages,
  'GET /commands': commands,
  'POST /slash': slash,
  'POST /complete': complete,
  'POST /press': press,
  'POST /choose': choose,
  'POST /submit': submit,
  'POST /use': use,
  'POST /say': say,
  'POST /install': install,
  'GET /clock': clock,
  'POST /clock': turnClock,
  'GET /faults': discord => ({ orders: discord.faults.orders() }),
  'POST /faults': orderFault,
  'POST /faults/clear': discord => {
    discord.faults.clear()
    return {}
  },
  'POST /faults/gateway': gatewayFault,
  'GET /bot': bot,
  'POST /bot/start': async discord => {
    await discord.startBot()
    return {}
  },
  'POST /bot/stop': async discord => ({ exit: (await discord.stopBot()) ?? null }),
  'POST /bot/kill': async discord => ({ exit: (await discord.killBot()) ?? null }),
  'POST /bot/restart': async discord => {
    await discord.restartBot()
    return {}
  },
  'GET /requests': (discord, body) => ({ requests: discord.requests().slice(last(body)) }),
  'GET /refusals': (discord, body) => ({ refusals: discord.refusals().slice(last(body)) }),
  ...pageRoutes,
  'GET /measured': discord => ({ measured: discord.measured() }),
  'GET /world': discord => ({ world: discord.world.save() }),
  'POST /world': (discord, body) => {
    discord.world.load(record(body, 'world') as unknown as World)
    return {}
  },
}
