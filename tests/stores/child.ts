/** Processes of a test: started with this Node, watched, and gone with the test. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

export interface Child {
  readonly process: ChildProcess
  /** The next message of the child; rejects when it ends without one. */
  heard(): Promise<unknown>
  /** All that it printed, when it has ended well; rejects when it has not. */
  ended(): Promise<string>
}

/** `script` stands beside this file. */
export function startChild(script: string, ...args: readonly string[]): Child {
  const child = fork(`${import.meta.dirname}/${script}`, args, { execArgv: [], silent: true })
  let printed = ''
  let complained = ''
  child.stdout?.on('data', chunk => (printed += String(chunk)))
  child.stderr?.on('data', chunk => (complained += String(chunk)))
  const closed = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await closed
  })

  async function end(): Promise<string> {
    const [code] = await closed
    if (code !== 0) throw new Error(`${script} ended with ${String(code)}: ${complained}`)
    return printed
  }

  return {
    process: child,
    async heard() {
      const [message] = (await Promise.race([once(child, 'message'), end().then(() => ['ended'])])) as unknown[]
      if (message === 'ended') throw new Error(`${script} ended without a word: ${complained}`)
      return message
    },
    ended: end,
  }
}
