/** Holds the one bot of a Local Discord: starts it with its token and clock, restarts and ends it, and says how it is. */
import { type BotCommand, type BotProcess, type Exit, makeOutput, type Output, startBotProcess } from './bot-process.ts'
import type { Live } from './live.ts'

export type BotState = 'none' | 'starting' | 'ready' | 'exited'

export interface BotKeeper {
  /** Starts the bot and waits until it says that it is ready. */
  start(command?: BotCommand): Promise<void>
  /** SIGTERM, then waits for the end; SIGKILL after `withinMs`. */
  stop(withinMs?: number): Promise<Exit | undefined>
  /** SIGKILL. */
  kill(): Promise<Exit | undefined>
  /** Stops it, however it stands, and starts it again. */
  restart(): Promise<void>
  state(): BotState
  lastExit(): Exit | undefined
  /** Resolves when the bot knows of the clock as it is now. */
  tellClock(): Promise<void>
  /** Did it end because it was told to? */
  wasStopped(): boolean
  /** The process as it runs, or ran last. */
  process(): BotProcess | undefined
  output: Output
}

export function makeBotKeeper(live: Live, apiUrl: () => string, given: BotCommand | undefined): BotKeeper {
  const output = makeOutput()
  let command = given
  let bot: BotProcess | undefined
  let lastExit: Exit | undefined
  let state: BotState = 'none'
  let stopped = false

  const start = async (other?: BotCommand): Promise<void> => {
    if (bot?.isRunning()) throw new Error('the bot is already running; stop or restart it')
    command = other ?? command
    if (command === undefined) throw new Error("say which bot: openLocalDiscord({ bot: { args: ['src/index.ts'] } })")
    const started = startBotProcess(
      command,
      { DISCORD_TOKEN: live.world.application.token, DISCORD_API_URL: apiUrl() },
      output,
    )
    bot = started
    stopped = false
    state = 'starting'
    live.publish({ kind: 'bot', state: 'started' })
    void started.tellClock(live.world.offsetMs)
    void started.exited.then(exit => {
      lastExit = exit
      if (bot === started) state = 'exited'
      live.publish({ kind: 'bot', state: 'exited' })
    })
    await started.ready
    state = 'ready'
    live.publish({ kind: 'bot', state: 'ready' })
  }

  return {
    start,
    stop: async withinMs => {
      stopped = true
      return await bot?.stop(withinMs)
    },
    kill: async () => {
      stopped = true
      return await bot?.kill()
    },
    async restart() {
      stopped = true
      await bot?.stop()
      await start()
    },
    tellClock: async () => await bot?.tellClock(live.world.offsetMs),
    state: () => state,
    lastExit: () => lastExit,
    wasStopped: () => stopped,
    process: () => bot,
    output,
  }
}
