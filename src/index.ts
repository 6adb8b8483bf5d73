/** The entry: reads the environment, builds the parts, starts the bot, or Local Discord with the bot in it where there is no token. */
import { fileURLToPath } from 'node:url'
import { startBot } from './bot.ts'
import { type Config, readConfig } from './config.ts'
import { comesFromDiscordJs } from './discord/discord-errors.ts'
import { inviteLink } from './discord/invite-link.ts'
import { readKnowledge } from './read-knowledge.ts'
import { systemClock, turnableClock } from './runtime/clock.ts'
import { createLog, type Log } from './runtime/log.ts'
import { openAsked, openReports } from './stores/open-asked.ts'
import { openPreferences } from './stores/open-preferences.ts'

/** Five seconds are promised, of which Local Discord grants four; what is left of those is for closing the stores. */
const answersMayTakeMs = 3_500

const read = readConfig(process.env)
if ('faults' in read) stopWith(...read.faults)
else if (read.config.discord.kind === 'local')
  await playInLocalDiscord().catch((error: unknown) => stopWith(sentence(error)))
else await run(read.config, read.config.discord).catch((error: unknown) => stopWith(sentence(error)))

async function run(
  { databaseUrl, logLevel }: Config,
  { token, apiUrl }: { token: string; apiUrl: string },
): Promise<void> {
  const log = createLog(logLevel)
  guardRejections(log)
  const clock = process.send ? turnableClock(hear => process.on('message', answered(hear))) : systemClock()
  const [knowledge, preferences, asked, reports] = await Promise.all([
    readKnowledge(),
    openPreferences({ url: databaseUrl, log }),
    openAsked({ url: databaseUrl, clock }),
    openReports({ url: databaseUrl, clock }),
  ])
  const bot = await startBot({ token, apiUrl, knowledge, preferences, asked, reports, clock, log })
  log.info('ready', {
    application: bot.application,
    entities: knowledge.entities.size,
    statements: knowledge.statements.size,
  })
  process.stdout.write(`Invite the bot to a server or to your account: ${inviteLink(bot.application)}\n`)
  process.send?.({ type: 'ready' })

  let stopping: Promise<void> | undefined
  const stop = (because: string, code = 0): void => {
    stopping ??= (async () => {
      log.info('stopping', { because })
      await bot.stop(answersMayTakeMs)
      await Promise.all([preferences.close(), asked.close(), reports.close()])
      process.exit(code)
    })()
  }
  // A group of processes may be told of its end more than once; without a listener the second time would be a death at once.
  process.on('SIGTERM', signal => stop(signal))
  process.on('SIGINT', signal => stop(signal))
  // A parent that is gone can turn no clock and stop no bot.
  process.once('disconnect', () => stop('disconnect'))
  void bot.turnedAway.then(() => stop('turned away by Discord', 1))
}

/** Says back what was heard, so that the parent knows when its clock is in force here. */
function answered(hear: (message: unknown) => void): (message: unknown) => void {
  return message => {
    hear(message)
    process.send?.(message)
  }
}

/** Local Discord imports nothing of the bot; it starts this same file again, with a token and an address of its own. */
async function playInLocalDiscord(): Promise<void> {
  const { openPlayground } = await import('../local-discord/playground.ts')
  await openPlayground({
    botArgs: [fileURLToPath(import.meta.url)],
    fresh: process.argv.includes('--fresh'),
    applicationName: 'Caravanserai',
    page: {
      tryThis: 'Press one of these, or type / for more. At the lower left you become somebody else.',
      examples: [
        { command: '/ask', options: { question: 'how long is the railway to uzbekistan' } },
        { command: '/principle', options: { name: 'mutual assistance' } },
        { command: '/summit', options: { edition: 'xian' } },
      ],
    },
  })
}

/** discord.js throws on packets that it does not expect, and lives on; a rejection of our own is a bug, and what it left undone is unknown. */
function guardRejections(log: Log): void {
  process.on('unhandledRejection', error => {
    if (comesFromDiscordJs(error)) {
      log.error('discord.js let an error pass', { error })
      return
    }
    log.error('an error of our own was not handled: this is a bug', { error })
    process.exitCode = 1
    process.exit()
  })
}

function stopWith(...sentences: readonly string[]): void {
  for (const each of sentences) process.stderr.write(`${each}\n`)
  process.exit(1)
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
