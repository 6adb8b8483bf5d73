/** The bot, put together from its parts: the same for production, tests and the playground. Reads no environment and ends no process. */
import { once } from 'node:events'
import { disableValidators } from '@discordjs/builders'
import { type Client, Events, GatewayDispatchEvents } from 'discord.js'
import { type APIApplication, type APIInteraction, Routes } from 'discord-api-types/v10'
import { createClient } from './discord/connect.ts'
import { createDeliver } from './discord/deliver.ts'
import { whyNotStarted } from './discord/discord-errors.ts'
import { guideIn } from './discord/guide.ts'
import { loadCommands } from './discord/load-commands.ts'
import { register } from './discord/register.ts'
import { createRouter } from './discord/route.ts'
import { type AskIndex, indexForAsking } from './knowledge/ask/ask-index.ts'
import { questionsIn } from './knowledge/ask/suggest.ts'
import type { Knowledge } from './knowledge/model.ts'
import { indexNames } from './knowledge/name-index.ts'
import { loadLanguages } from './locales/load.ts'
import type { Clock } from './runtime/clock.ts'
import type { Log } from './runtime/log.ts'
import type { Asked } from './stores/asked.ts'
import type { Preferences } from './stores/preferences.ts'
import type { Reports } from './stores/reports.ts'
import { formatsOf } from './views/format.ts'

export interface Parts {
  readonly token: string
  /** Discord's, or that of a stand-in server. */
  readonly apiUrl: string
  readonly knowledge: Knowledge
  readonly preferences: Preferences
  readonly asked: Asked
  readonly reports: Reports
  readonly clock: Clock
  readonly log: Log
}

export interface Bot {
  /** The application's id, for its invite link. */
  readonly application: string
  /** Lets the answers under way finish, for at most `withinMs`, and leaves Discord. The stores are their owner's to close. */
  readonly stop: (withinMs: number) => Promise<void>
  /** Resolves when Discord will have no more of a shard, as when its token was replaced or it has grown too large: only a new start mends that. */
  readonly turnedAway: Promise<void>
}

/** Resolves when commands are registered and every shard is connected: from then on every command is answered. */
export async function startBot(parts: Parts): Promise<Bot> {
  const { token, apiUrl, knowledge, preferences, asked, reports, clock, log } = parts
  const [commands, languages] = await Promise.all([loadCommands(), loadLanguages()])
  // They take most of the time of drawing a page. What they would refuse, tests/views refuses for every page there is.
  disableValidators()
  const client = createClient(apiUrl, log)
  const english = languages.get('en')
  if (!english) throw new Error('src/locales/en.ts is not there: every language falls back to it')
  let ids: ReadonlyMap<string, string> = new Map()
  let index: AskIndex | undefined
  const asking = (): AskIndex => (index ??= indexForAsking(knowledge))
  const router = createRouter({
    commands,
    languages: new Map([...languages].map(([tag, { words }]) => [tag, words])),
    guide: language => guideIn(languages.get(language) ?? english, commands, ids),
    knowledge,
    names: indexNames(knowledge),
    asking,
    preferences,
    asked,
    reports,
    deliver: createDeliver(client.rest, clock, log),
    log,
  })
  // The raw packet, before discord.js looks at it: see read-ask.ts.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => void router.take(interaction))

  client.rest.setToken(token)
  const ready = once(client, Events.ClientReady)
  const turnedAway = new Promise<void>(resolve => client.once(Events.ShardDisconnect, () => resolve()))
  try {
    const [application] = await Promise.all([registerCommands(), client.login(token), ready])
    // Not before: who waits for a start should not wait for this. And one by one: who asks meanwhile should not wait for all of it.
    inTurn([
      () => {
        for (const { words } of languages.values()) formatsOf(words)
      },
      asking,
      ...[...languages.keys()].map(language => () => questionsIn(knowledge, language)),
      ...[...knowledge.asking.keys()].map(language => () => asking().of(language)),
      () => log.debug('warm: no answer has to wait for an index any more'),
    ])
    const sweep = (): void => {
      asked.sweep().catch((error: unknown) => log.error('old questions could not be deleted', { error }))
    }
    sweep()
    const sweeping = setInterval(sweep, betweenSweepsMs).unref()
    return {
      application,
      turnedAway,
      stop: withinMs => {
        clearInterval(sweeping)
        return stop(client, router.idle, withinMs)
      },
    }
  } catch (error) {
    await client.destroy()
    throw whyNotStarted(error, apiUrl)
  }

  async function registerCommands(): Promise<string> {
    const { id } = (await client.rest.get(Routes.currentApplication())) as APIApplication
    const { wrote, ids: registered } = await register(client.rest, id, commands, languages)
    ids = registered
    log.info(wrote ? 'commands registered' : 'commands are registered already', { commands: ids.size })
    return id
  }
}

/** What people asked may outlive its day by so much. */
const betweenSweepsMs = 10 * 60 * 1_000

/** An index takes a second; a connection that is cut meanwhile needs several turns of its own to come back. */
const betweenTurnsMs = 200

function inTurn([first, ...rest]: readonly (() => unknown)[]): void {
  if (!first) return
  setTimeout(() => {
    first()
    inTurn(rest)
  }, betweenTurnsMs).unref()
}

async function stop(client: Client, idle: () => Promise<void>, withinMs: number): Promise<void> {
  // First no new interactions; the answers to those that came carry tokens of their own, so they still get through.
  // Neither may outlast the time: a network that is gone leaves discord.js waiting half a minute for its goodbye to be returned.
  const left = client.destroy().then(idle)
  await Promise.race([left, new Promise(resolve => setTimeout(resolve, withinMs).unref())])
}
