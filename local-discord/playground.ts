/** What `npm start` without a token runs: a Local Discord whose world is saved, with the bot in it, kept alive until it is told to stop. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { openControl } from './control.ts'
import { type LocalDiscord, openLocalDiscord } from './open-local-discord.ts'
import { makePage, type PageText } from './page-server.ts'
import type { World } from './world.ts'

export interface PlaygroundOptions {
  /** Arguments of `node` that start the bot. */
  botArgs: readonly string[]
  /** Where the world is saved; ./var/local-discord.json, if not given. */
  stateFile?: string
  /** Of the control API; 0 takes a free one. 4242, if not given, or a free one when that is taken. */
  port?: number
  /** Forgets the saved world. */
  fresh?: boolean
  /** What the bot is called. */
  applicationName?: string
  /** What the page says of the bot. */
  page?: PageText
  /** Environment for the bot, on top of this process's. */
  botEnv?: Record<string, string | undefined>
  log?: (line: string) => void
}

export interface Playground {
  discord: LocalDiscord
  /** `http://127.0.0.1:PORT` */
  controlUrl: string
  stop(): Promise<void>
}

/** How often the world is saved while it changes. */
const saveEveryMs = 2_000
/** Waits before the bot is started again after it died. */
const backOffMs = [500, 1_000, 2_000, 5_000, 10_000, 30_000]
/** Five seconds are promised for stopping; this is what the bot gets of them. */
const botStopsWithinMs = 4_000

/**
 * Opens the playground and returns when the bot is ready. Ends the process with code 1 when the bot ends with code 1 before it was ever ready, and
 * with code 0 on SIGTERM or SIGINT.
 */
export async function openPlayground(options: PlaygroundOptions): Promise<Playground> {
  const log = options.log ?? (line => process.stdout.write(`${line}\n`))
  const stateFile = resolve(options.stateFile ?? 'var/local-discord.json')
  const saved = options.fresh === true ? undefined : await savedWorld(stateFile)
  const discord = await openLocalDiscord({
    bot: { args: options.botArgs, ...(options.botEnv === undefined ? {} : { env: options.botEnv }) },
    ...(saved === undefined ? {} : { world: saved }),
    ...(options.applicationName === undefined ? {} : { applicationName: options.applicationName }),
  })
  const page = makePage(discord.apiUrl, options.page)
  const control = await openControl(discord, options.port ?? 4_242, page).catch((error: unknown) => {
    if (options.port !== undefined || !isTaken(error)) throw error
    return openControl(discord, 0, page)
  })
  const mine: Opened = { url: control.url, applicationId: discord.applicationId }
  const mark = await markAsOpen(stateFile, mine).catch(async (error: unknown) => {
    await control.close()
    await discord.close()
    throw error
  })
  const saving = saveWhileChanging(discord, stateFile, log)
  let stopping: Promise<void> | undefined
  const isStopping = (): boolean => stopping !== undefined

  // However often it is told, once: a second signal must not end the process before the first has had the world saved.
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await discord.stopBot(botStopsWithinMs)
      await saving.end()
      await rm(mark, { force: true })
      await control.close()
      await discord.close()
    })()
    return stopping
  }
  const stopAndExit = (): void => void stop().finally(() => process.exit(process.exitCode ?? 0))
  process.on('SIGTERM', stopAndExit)
  process.on('SIGINT', stopAndExit)

  discord.bot.output.subscribe(line => log(`[bot] ${line.text}`))
  log(`Try the bot in a browser: ${control.url} (the world is kept in ${stateFile}; --fresh forgets it)`)
  try {
    await discord.startBot()
    log('the bot is ready')
  } catch (error) {
    if (discord.bot.lastExit()?.code === 1) {
      log('the bot ended before it was ever ready; its words stand above')
      await stop()
      process.exit(1)
    }
    if (!isStopping()) log(`the bot did not come up: ${error instanceof Error ? error.message : String(error)}`)
  }
  keepAlive(discord, isStopping, log)
  return { discord, controlUrl: control.url, stop }
}

/** Starts the bot again whenever it ends by itself, waiting longer each time until it has lived for a minute. */
function keepAlive(discord: LocalDiscord, isStopping: () => boolean, log: (line: string) => void): void {
  let failures = 0
  const watch = async (): Promise<void> => {
    const startedAtMs = Date.now()
    const exit = await discord.bot.process()?.exited
    if (isStopping() || exit === undefined) return
    // Stopped or killed through the control API: whoever did it starts it again.
    if (discord.bot.wasStopped()) return waitForNext()
    if (Date.now() - startedAtMs > 60_000) failures = 0
    const waitMs = backOffMs[Math.min(failures++, backOffMs.length - 1)] ?? 0
    log(`the bot ended (${exit.signal ?? `code ${exit.code}`}); it is started again in ${waitMs / 1_000} s`)
    await new Promise(done => setTimeout(done, waitMs))
    if (isStopping() || discord.bot.process()?.isRunning()) return waitForNext()
    await discord.startBot().catch((error: unknown) => log(error instanceof Error ? error.message : String(error)))
    await watch()
  }
  const waitForNext = (): void => {
    const stopListening = discord.live.subscribe(change => {
      if (change.kind !== 'bot' || change.state !== 'started') return
      stopListening()
      void watch()
    })
  }
  void watch()
}

function isTaken(error: unknown): boolean {
  return hasCode(error, 'EADDRINUSE')
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/** Which playground has a world open, and where it answers. */
interface Opened {
  url: string
  applicationId: string
}

/**
 * Two playgrounds over one world would save over each other, and two bots would answer with one token. Gives the file that says so; throws when another
 * playground has the world open. What a killed one left behind is taken over, for nobody answers there.
 */
async function markAsOpen(stateFile: string, mine: Opened): Promise<string> {
  const mark = `${stateFile}.open`
  const text = JSON.stringify(mine)
  await mkdir(dirname(mark), { recursive: true })
  const isNew = await writeFile(mark, text, { flag: 'wx' }).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'EEXIST')) return false
      throw error
    },
  )
  if (isNew) return mark
  const other = openedIn(await readFile(mark, 'utf8'))
  // At an address that is mine by now nobody else is left.
  if (other !== undefined && other.url !== mine.url && (await isOpen(other)))
    throw new Error(
      `This world (${stateFile}) is open already: try the bot at ${other.url}, or stop that one before you start another.`,
    )
  await writeFile(mark, text)
  return mark
}

function openedIn(text: string): Opened | undefined {
  try {
    return JSON.parse(text) as Opened
  } catch {
    return undefined
  }
}

/** Another world may have come to that address since. */
async function isOpen({ applicationId, url }: Opened): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/control/bot`, { signal: AbortSignal.timeout(2_000) })
    const { application } = (await answer.json()) as { application?: { id?: string } }
    return application?.id === applicationId
  } catch {
    return false
  }
}

/** The world saved earlier; undefined when there is none. Throws when the file is none of ours. */
async function savedWorld(file: string): Promise<World | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const world = parsed(text)
  if (world?.version === 1) return world
  // Nothing of what stands in it is printed: a world holds its bot's token.
  throw new Error(
    `${file} is no whole world of this Local Discord: move it away, or start with --fresh, which begins anew.`,
  )
}

function parsed(text: string): World | undefined {
  try {
    return JSON.parse(text) as World
  } catch {
    return undefined
  }
}

function saveWhileChanging(discord: LocalDiscord, file: string, log: (line: string) => void): { end(): Promise<void> } {
  let isChanged = true
  const stopListening = discord.live.subscribe(() => {
    isChanged = true
  })
  const save = async (): Promise<void> => {
    if (!isChanged) return
    isChanged = false
    await mkdir(dirname(file), { recursive: true })
    // First beside it: a crash in the middle must not leave half a world.
    await writeFile(`${file}.part`, JSON.stringify(discord.world.value))
    await rename(`${file}.part`, file)
  }
  let last = Promise.resolve()
  const timer = setInterval(() => {
    last = last.then(save).catch((error: unknown) => log(`the world could not be saved: ${String(error)}`))
  }, saveEveryMs)
  timer.unref()
  return {
    async end() {
      clearInterval(timer)
      stopListening()
      await last
      await save()
    },
  }
}
