/** Processes of a test: started with this Node, watched, and gone with the test. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

export interface Child {
  readonly process: ChildProcess
  /** Resolves at the next message of the child; rejects when it ends without one. */
  heard(): Promise<void>
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
    await closed
    if (child.exitCode !== 0)
      throw new Error(`${script} ended with ${child.exitCode ?? child.signalCode}: ${complained}`)
    return printed
  }

  return {
    process: child,
    async heard() {
      const silence = end().then(() => Promise.reject(new Error(`${script} ended without a word: ${complained}`)))
      await Promise.race([once(child, 'message'), silence])
    },
    ended: end,
  }
}
