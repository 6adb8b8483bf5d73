/** Opens a Local Discord on 127.0.0.1 and gives the script of people that tests, the playground and benchmarks use. */
import type { AddressInfo } from 'node:net'
import type { MessageView } from './bodies/message-body.ts'
import { type BotKeeper, makeBotKeeper } from './bot-keeper.ts'
import type { BotCommand, Exit, OutputLine } from './bot-process.ts'
import { type FaultOrders, makeFaultOrders } from './faults.ts'
import { type IntentName, intents } from './gateway/intents.ts'
import { type GatewayFaults, makeGateway } from './gateway.ts'
import { type Interactions, makeInteractions, type Times } from './interactions.ts'
import { durationMs, type Live, makeLive, newSecret } from './live.ts'
import { makePersonScript, type PersonScript } from './people.ts'
import { makeRestServer } from './rest/http-server.ts'
import { makeRequestLog, type RefusalEntry, type RequestEntry } from './rest/log.ts'
import { makeRateLimits } from './rest/rate-limits.ts'
import { makeServerScript, type ServerScript } from './server-script.ts'
import {
  addCrowd,
  addPerson,
  defaultHome,
  defaultWorld,
  type Id,
  personNamed,
  serverNamed,
  type World,
} from './world.ts'

export interface Options {
  bot?: BotCommand
  /** 0, the default, takes a free one. */
  port?: number
  /** The world to begin with, such as a saved one; the default world, if not given. */
  world?: World
  applicationName?: string
  /** Discord's rate limits, enforced; otherwise the headers always leave room. */
  rateLimits?: boolean
  /** IDENTIFYs allowed in 5 s; Discord gives small bots 1, which would make a restart in a test wait: 16 is the default here. */
  maxConcurrency?: number
  heartbeatMs?: number
  /** Privileged intents that the application was given; none by default. */
  privilegedIntents?: readonly IntentName[]
}

export interface LocalDiscord extends AsyncDisposable {
  /** For `DISCORD_API_URL` and discord.js's `rest.api`: `http://127.0.0.1:PORT/api` */
  readonly apiUrl: string
  readonly token: string
  readonly applicationId: Id
  readonly live: Live
  world: { readonly value: World; save(): World; load(world: World): void }
  person(name: string): PersonScript
  people(): PersonScript[]
  addPerson(about: { name: string; displayName?: string; locale?: string; joins?: readonly string[] }): PersonScript
  server(name?: string): ServerScript
  servers(): ServerScript[]
  /** A channel of the home server, by name. */
  channel(name: string): ReturnType<ServerScript['channel']>
  /** A crowd of servers that the bot is in, held lazily. */
  addServers(count: number, shape?: { channels?: number; roles?: number }): void
  /** Starts the bot and waits until it is ready; another command line than the opening's may be given. */
  startBot(command?: BotCommand): Promise<void>
  stopBot(withinMs?: number): Promise<Exit | undefined>
  killBot(): Promise<Exit | undefined>
  restartBot(): Promise<void>
  readonly bot: BotKeeper
  /** What the bot wrote, oldest first. */
  botOutput(): readonly OutputLine[]
  /** Moves the world's clock, e.g. '26h' or '-1h'; resolves when the bot's process has been told. */
  turnClock(by: string | number): Promise<void>
  now(): number
  /** REST faults on order, and the gateway's. */
  faults: FaultOrders & { gateway: GatewayFaults }
  requests(): readonly RequestEntry[]
  refusals(): readonly RefusalEntry[]
  clearLog(): void
  /** How long the bot took: by interaction, in machine milliseconds of `performance.now()`. */
  measured(): { interactionId: Id; times: Times }[]
  readonly interactions: Interactions
  isBotConnected(): boolean
  sessions(): { shard: readonly [number, number]; intents: number; connected: boolean }[]
  close(): Promise<void>
}

export async function openLocalDiscord(options: Options = {}): Promise<LocalDiscord> {
  const live = makeLive(options.world ?? defaultWorld(Date.now(), newSecret(), options.applicationName ?? 'Local Bot'))
  const log = makeRequestLog()
  const faults = makeFaultOrders()
  let port = 0
  const origin = (): string => `http://127.0.0.1:${port}`
  const view = (): MessageView => ({ filesUrl: `${origin()}/attachments` })

  const gatewayFacts = { url: '', maxConcurrency: 0, identifiesLeft: () => 0 }
  const rest = makeRestServer({
    live,
    log,
    faults,
    rateLimits: makeRateLimits(options.rateLimits ?? false),
    gateway: gatewayFacts,
    origin,
  })
  const gateway = makeGateway(
    rest,
    live,
    {
      heartbeatMs: options.heartbeatMs ?? 41_250,
      maxConcurrency: options.maxConcurrency ?? 16,
      grantedIntents: (options.privilegedIntents ?? []).reduce((bits, name) => bits | intents[name], 0),
    },
    origin,
  )
  await new Promise<void>((resolve, reject) => {
    rest.once('error', reject)
    rest.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  port = (rest.address() as AddressInfo).port
  Object.assign(gatewayFacts, {
    url: gateway.url(),
    maxConcurrency: gateway.maxConcurrency,
    identifiesLeft: () => gateway.identifiesLeft(),
  })

  const interactions = makeInteractions(live, view)
  const apiUrl = `${origin()}/api`
  const bot = makeBotKeeper(live, () => apiUrl, options.bot)
  const home = (): Id =>
    (Object.values(live.world.servers).find(one => one.name === defaultHome) ?? Object.values(live.world.servers)[0])
      ?.id ?? ''
  const scripts = new Map<Id, PersonScript>()
  const scriptOf = (id: Id): PersonScript => {
    const kept = scripts.get(id) ?? makePersonScript({ live, interactions, view, home }, id)
    scripts.set(id, kept)
    return kept
  }
  const serverScript = (id: Id): ServerScript => makeServerScript(live, id)

  const close = async (): Promise<void> => {
    await bot.stop(5_000)
    interactions.close()
    gateway.close()
    await new Promise<void>(resolve => {
      rest.close(() => resolve())
      rest.closeAllConnections()
    })
  }

  return {
    apiUrl,
    get token() {
      return live.world.application.token
    },
    get applicationId() {
      return live.world.application.id
    },
    live,
    world: {
      get value() {
        return live.world
      },
      save: () => structuredClone(live.world),
      load(world) {
        live.replace(structuredClone(world))
        scripts.clear()
        // Sessions still speak of the world before.
        gateway.faults.invalidSession(false)
      },
    },
    person: name => scriptOf(personNamed(live.world, name).id),
    people: () =>
      Object.values(live.world.people)
        .filter(one => !one.bot && one.id !== live.world.application.ownerId)
        .map(one => scriptOf(one.id)),
    addPerson(about) {
      const person = addPerson(live.world, live.now(), about)
      for (const name of about.joins ?? [serverNamed(live.world, home()).name])
        serverScript(serverNamed(live.world, name).id).join(person.name)
      return scriptOf(person.id)
    },
    server: (name = home()) => serverScript(serverNamed(live.world, name).id),
    servers: () => Object.keys(live.world.servers).map(serverScript),
    channel: name => serverScript(home()).channel(name),
    addServers: (count, shape = {}) =>
      addCrowd(live.world, count, {
        channels: shape.channels ?? 20,
        roles: shape.roles ?? 10,
        ownerId: live.world.application.ownerId,
      }),
    startBot: command => bot.start(command),
    stopBot: withinMs => bot.stop(withinMs),
    killBot: () => bot.kill(),
    restartBot: () => bot.restart(),
    bot,
    botOutput: () => bot.output.lines,
    async turnClock(by) {
      live.turn(durationMs(by))
      await bot.tellClock()
    },
    now: () => live.now(),
    faults: { ...faults, gateway: gateway.faults },
    requests: () => log.requests,
    refusals: () => log.refusals,
    clearLog: () => log.clear(),
    measured: () => interactions.measured(),
    interactions,
    isBotConnected: () => gateway.isConnected(),
    sessions: () =>
      gateway.sessions().map(one => ({ shard: one.shard, intents: one.intents, connected: one.socket !== null })),
    close,
    [Symbol.asyncDispose]: close,
  }
}
