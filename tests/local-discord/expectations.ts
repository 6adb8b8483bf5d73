/** Vitest's loose expectations with a type that lint can follow. */
import { expect } from 'vitest'

export const anything: unknown = expect.anything()
export const digits: unknown = expect.stringMatching(/^\d+$/)
export const someText: unknown = expect.any(String)

export function including(...entries: unknown[]): unknown {
  return expect.arrayContaining(entries)
}
