/** A real discord.js client for the tests of Local Discord: connected to it, with hands on every interaction. */
import { Client, type ClientOptions, Events, type Interaction } from 'discord.js'
import type { LocalDiscord } from '../../local-discord/open-local-discord.ts'

export interface TestBot extends AsyncDisposable {
  client: Client<true>
  /** What the bot does with the interactions that come; may be set anew at any time. */
  on(answer: (interaction: Interaction) => Promise<unknown>): void
  /** What its answers threw, in order. */
  errors: unknown[]
}

/** Logs in and waits until it is ready. */
export async function connectBot(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Promise<TestBot> {
  const client = new Client({ intents: [], ...options, rest: { api: discord.apiUrl, ...options.rest } })
  const errors: unknown[] = []
  let answer: (interaction: Interaction) => Promise<unknown> = async () => undefined
  client.on(Events.InteractionCreate, interaction => {
    answer(interaction).catch((error: unknown) => errors.push(error))
  })
  client.on(Events.Error, error => errors.push(error))
  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  const readyClient = await ready
  return {
    client: readyClient,
    errors,
    on(next) {
      answer = next
    },
    [Symbol.asyncDispose]: () => client.destroy(),
  }
}
