/** Order statistics of what was measured. */

/** The smallest value that at least `share` (0 to 1) of the values do not exceed. Throws when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new Error('there is no percentile of nothing: no value was measured')
  return found
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
