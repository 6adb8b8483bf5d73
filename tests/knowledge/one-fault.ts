/** Breaks the small dataset in one place and expects one fault there, with its reason. */

import { expect, test } from 'vitest'
import { parse } from '../../src/knowledge/parse.ts'
import { changed, type Files, smallDataset } from './small-dataset.ts'

export const kazakhstan = 'countries/kazakhstan.yaml'
export const russian = 'countries/kazakhstan.ru.yaml'
export const railway = 'projects/railway.yaml'
export const sources = 'sources/all.yaml'

/** What is broken · file · text there · its replacement · entry of the fault · beginning of its reason. */
export type Case = readonly [what: string, file: string, from: string, to: string, entry: string, reason: string]

export function faultsOf(files: Files): readonly string[] {
  const parsed = parse(files)
  return parsed.ok ? [] : parsed.faults.map(({ file, entry, reason }) => `${file} › ${entry}: ${reason}`)
}

export function eachBringsOneFault(cases: readonly Case[]): void {
  test.each(cases)('%s', (_what, file, from, to, entry, reason) => {
    const all = faultsOf(changed(smallDataset, file, from, to))
    // Changed English makes its translations stale besides: that is their own rule.
    const faults = reason.startsWith('stale') ? all : all.filter(fault => !fault.includes(': stale translation:'))
    expect(faults).toEqual([expect.stringContaining(`${file} › ${entry}: ${reason}`)])
  })
}
