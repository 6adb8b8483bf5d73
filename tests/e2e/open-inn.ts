/** The real bot in a process of its own, in a fresh Local Discord, with a database of its own: what every journey begins with. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type LocalDiscord, type Options, openLocalDiscord } from '../../local-discord/open-local-discord.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Inn extends AsyncDisposable {
  readonly discord: LocalDiscord
  /** The file that the preferences are kept in. */
  readonly database: string
  /** What the bot is told by its environment. */
  readonly env: Readonly<Record<string, string>>
}

export async function openInn(options: Omit<Options, 'bot'> & { env?: Record<string, string> } = {}): Promise<Inn> {
  const { env: more, ...rest } = options
  const folder = await mkdtemp(join(tmpdir(), 'caravanserai-'))
  const database = join(folder, 'preferences.sqlite')
  const env = { DATABASE_URL: `sqlite://${database}`, LOG_LEVEL: 'debug', NODE_ENV: 'test', ...more }
  const discord = await openLocalDiscord({ bot: { args: ['start.js'], cwd: root, env }, ...rest })
  const close = async (): Promise<void> => {
    await discord.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await discord.startBot()
  } catch (error) {
    await close()
    throw error
  }
  return { discord, database, env, [Symbol.asyncDispose]: close }
}
