/** Work on a Keyv that closing waits for, and short ids for what is kept in one. Knows nothing of what that is. */

import { randomInt } from 'node:crypto'
import type { Keyv } from 'keyv'
import { createLanes } from '../runtime/lanes.ts'

export interface KeyvWork {
  /** Rejects once the store is closed. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export function workOn(keyv: Keyv<unknown>, what: string): KeyvWork {
  const lanes = createLanes()
  let closed: Promise<void> | undefined
  return {
    async run(work) {
      if (closed) throw new Error(`The ${what} are closed: the bot is shutting down.`)
      return lanes.run(Symbol(what), work)
    },
    close() {
      closed ??= lanes.idle().then(() => keyv.disconnect())
      return closed
    },
  }
}

const idLength = 8

/** Eight letters and digits by chance: short enough for a button, and one of 36⁸. */
export const newShortId = (): string =>
  randomInt(36 ** idLength)
    .toString(36)
    .padStart(idLength, '0')
