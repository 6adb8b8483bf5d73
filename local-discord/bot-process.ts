/** The bot as a process of its own: started from a command line, stopped, killed, its output kept. Knows nothing of what it does. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export interface BotCommand {
  /** Arguments of `node`, or of `command`. */
  args: readonly string[]
  /** What is run; this Node, if not given. */
  command?: string
  cwd?: string
  /** On top of this process's environment; a value of undefined takes a variable away. */
  env?: Record<string, string | undefined>
  /** How long it may take to say that it is ready; 30 s, if not given. */
  readyWithinMs?: number
}

export interface OutputLine {
  atMs: number
  from: 'stdout' | 'stderr'
  text: string
}

export interface Exit {
  code: number | null
  signal: string | null
  /** Had it said that it was ready? */
  wasReady: boolean
}

export interface BotProcess {
  readonly pid: number
  readonly command: BotCommand
  /** Resolves when it says `{ type: 'ready' }`; rejects with its last lines when it ends first or takes too long. */
  ready: Promise<void>
  exited: Promise<Exit>
  isRunning(): boolean
  /** Resolves when the bot has sent the same back, or a moment later where it sends nothing back. */
  tellClock(offsetMs: number): Promise<void>
  /** SIGTERM, and SIGKILL when it has not gone by then; 10 s, if not given. */
  stop(withinMs?: number): Promise<Exit>
  kill(): Promise<Exit>
}

/** Lines of output that are kept. */
const keptLines = 2_000

export interface Output {
  lines: OutputLine[]
  add(line: OutputLine): void
  subscribe(listener: (line: OutputLine) => void): () => void
}

export function makeOutput(): Output {
  const lines: OutputLine[] = []
  const listeners = new Set<(line: OutputLine) => void>()
  return {
    lines,
    add(line) {
      lines.push(line)
      if (lines.length >= keptLines * 2) lines.splice(0, lines.length - keptLines)
      for (const listener of listeners) listener(line)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Starts the process with `DISCORD_TOKEN` and `DISCORD_API_URL` in its environment. */
export function startBotProcess(command: BotCommand, given: Record<string, string>, output: Output): BotProcess {
  const child = spawn(command.command ?? process.execPath, command.args, {
    ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
    env: environment(command, given),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const mine: OutputLine[] = []
  const add = (line: OutputLine): void => {
    mine.push(line)
    if (mine.length > 40) mine.shift()
    output.add(line)
  }
  readLines(child.stdout, 'stdout', add)
  readLines(child.stderr, 'stderr', add)
  let isReady = false
  let echoesClock = false
  // 'close' comes when the last of its output has been read, so an exit's message is whole.
  const exited = new Promise<Exit>(resolve => {
    child.once('close', (code, signal) => resolve({ code, signal, wasReady: isReady }))
    child.once('error', error => {
      add({ atMs: Date.now(), from: 'stderr', text: `could not be started: ${error.message}` })
      if (child.pid === undefined) resolve({ code: null, signal: null, wasReady: false })
    })
  })
  const ready = new Promise<void>((resolve, reject) => {
    const withinMs = command.readyWithinMs ?? 30_000
    const words = (): string => mine.map(line => `\n  ${line.text}`).join('')
    const timer = setTimeout(
      () => reject(new Error(`the bot was not ready within ${withinMs / 1_000} s; it wrote:${words()}`)),
      withinMs,
    )
    child.on('message', message => {
      if (typeof message !== 'object' || message === null || !('type' in message)) return
      if (message.type === 'clock') echoesClock = true
      if (message.type !== 'ready') return
      isReady = true
      clearTimeout(timer)
      resolve()
    })
    void exited.then(({ code, signal }) => {
      clearTimeout(timer)
      reject(new Error(`the bot ended (${signal ?? `code ${code}`}) before it was ready; it wrote:${words()}`))
    })
  })
  // Whoever only waits for the exit must not be told of an unhandled rejection.
  ready.catch(() => undefined)

  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  return {
    pid: child.pid ?? 0,
    command,
    ready,
    exited,
    isRunning,
    tellClock: offsetMs => tellClock(child, offsetMs, echoesClock ? echoesWithinMs : readsWithinMs),
    stop: (withinMs = 10_000) => end(child, isRunning, exited, withinMs),
    kill() {
      if (isRunning()) child.kill('SIGKILL')
      return exited
    },
  }
}

/** What comes over the gateway may overtake what comes over IPC, so a bot that says nothing is given time to read. */
const readsWithinMs = 50
/** One that has sent its clock back before does so again, as soon as a busy machine lets it. */
const echoesWithinMs = 5_000

function tellClock(child: ChildProcess, offsetMs: number, withinMs: number): Promise<void> {
  if (!child.connected) return Promise.resolve()
  return new Promise(resolve => {
    const finish = (): void => {
      clearTimeout(timer)
      child.off('message', hear)
      resolve()
    }
    const hear = (message: unknown): void => {
      if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'clock') return
      if ('offsetMs' in message && message.offsetMs === offsetMs) finish()
    }
    const timer = setTimeout(finish, withinMs)
    child.on('message', hear)
    child.send({ type: 'clock', offsetMs }, () => undefined)
  })
}

function environment(command: BotCommand, given: Record<string, string>): NodeJS.ProcessEnv {
  const all: NodeJS.ProcessEnv = { ...process.env, ...given, ...command.env }
  for (const [name, value] of Object.entries(command.env ?? {})) if (value === undefined) delete all[name]
  // Flags meant for this process, such as a test runner's, are not the bot's.
  if (command.env?.['NODE_OPTIONS'] === undefined) delete all['NODE_OPTIONS']
  return all
}

async function end(
  child: ChildProcess,
  isRunning: () => boolean,
  exited: Promise<Exit>,
  withinMs: number,
): Promise<Exit> {
  if (isRunning()) child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs)
  const exit = await exited
  clearTimeout(timer)
  return exit
}

function readLines(stream: Readable | null, from: OutputLine['from'], add: (line: OutputLine) => void): void {
  if (stream === null) return
  createInterface({ input: stream }).on('line', text => add({ atMs: Date.now(), from, text }))
}
