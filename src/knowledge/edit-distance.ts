/** How many slips lie between two words: letters added, left out, mistaken, or two neighbours swapped. Knows letters only as UTF-16 units. */

type Rows = [Uint16Array, Uint16Array, Uint16Array]
const rows = (width: number): Rows => [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)]

/** The same three rows for every comparison of names: making them anew costs as much as filling them. */
const longestKept = 128
const kept: Readonly<Rows> = rows(longestKept)

/**
 * Optimal string alignment (Damerau-Levenshtein without editing a swapped pair again): the distances of `typed` to every
 * prefix of `whole`, the empty one first. Undefined as soon as all of them are certain to exceed `most`. The result holds until the next call.
 */
function distancesToPrefixes(typed: string, whole: string, most: number): Uint16Array | undefined {
  const width = whole.length + 1
  let [beforeLast, last, current] = width <= longestKept ? kept : rows(width)
  for (let column = 0; column < width; column++) last[column] = column
  let leastOfLast = 0
  for (let row = 1; row <= typed.length; row++) {
    const letter = typed.charCodeAt(row - 1)
    current[0] = row
    let least = row
    for (let column = 1; column < width; column++) {
      const other = whole.charCodeAt(column - 1)
      let best = (last[column - 1] ?? 0) + (letter === other ? 0 : 1)
      best = Math.min(best, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
      if (row > 1 && column > 1 && letter === whole.charCodeAt(column - 2) && typed.charCodeAt(row - 2) === other) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      }
      current[column] = best
      least = Math.min(least, best)
    }
    // A row builds on the two before it, so two rows beyond the bound never come back under it.
    if (least > most && leastOfLast > most) return undefined
    leastOfLast = least
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return last.subarray(0, width)
}

export function editDistance(a: string, b: string): number {
  return distancesToPrefixes(a, b, Infinity)?.at(-1) ?? 0
}

/** The distance to the nearest prefix of `whole`: what somebody has typed of it so far, slips included. Beyond `most` it is Infinity. */
export function prefixDistance(typed: string, whole: string, most: number): number {
  const distances = distancesToPrefixes(typed, whole.slice(0, typed.length + most), most)
  const least = Math.min(...(distances ?? [Infinity]))
  return least > most ? Infinity : least
}
