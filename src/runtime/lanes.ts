/** Lanes: one queue a key. Knows the order of work and when all is quiet; knows nothing of what the work does. */

export type LaneKey = string | symbol

export interface Lanes {
  /**
   * Runs `work` after everything that was given to the same lane before it; other lanes do not wait.
   * Settles as `work` does: an error is its caller's alone, and the next in the lane runs all the same.
   * Work that waits for its own lane never ends, so a lane is not entered from inside itself.
   */
  run<T>(key: LaneKey, work: () => T | Promise<T>): Promise<T>
  /** Resolves as soon as no lane has work, also counting what was added while it waited. */
  idle(): Promise<void>
  /** How many lanes have work now. An empty lane is forgotten, so keys may come without end. */
  readonly busy: number
}

export function createLanes(): Lanes {
  /** The end of each lane. It never rejects, so that a failure cannot reach whoever queues behind it. */
  const ends = new Map<LaneKey, Promise<void>>()

  function run<T>(key: LaneKey, work: () => T | Promise<T>): Promise<T> {
    const before = ends.get(key) ?? Promise.resolve()
    const result = before.then(work)
    const leave = (): void => {
      if (ends.get(key) === end) ends.delete(key)
    }
    const end = result.then(leave, leave)
    ends.set(key, end)
    return result
  }

  async function idle(): Promise<void> {
    while (ends.size > 0) await Promise.all(ends.values())
  }

  return {
    run,
    idle,
    get busy() {
      return ends.size
    },
  }
}
