/** Sequences of stems and what they stand for, found wherever they begin in a text. Knows no language. */

export interface Trie<T> {
  readonly add: (stems: readonly string[], what: T) => void
  /** Every sequence that begins at `from`; `alternatives` are the stems that a place of the text may be read as. */
  readonly at: (alternatives: readonly (readonly string[])[], from: number) => readonly Found<T>[]
}

export interface Found<T> {
  readonly what: T
  /** The first place after the sequence. */
  readonly to: number
  /** How many of its places were read as something else than what stands there. */
  readonly corrected: number
}

interface Node<T> {
  readonly next: Map<string, Node<T>>
  readonly here: T[]
}

export function createTrie<T>(): Trie<T> {
  const node = (): Node<T> => ({ next: new Map(), here: [] })
  const root = node()
  return {
    add(stems, what) {
      let at = root
      for (const stem of stems) {
        const next = at.next.get(stem) ?? node()
        at.next.set(stem, next)
        at = next
      }
      if (at !== root) at.here.push(what)
    },
    at(alternatives, from) {
      const found: Found<T>[] = []
      let open: readonly { node: Node<T>; corrected: number }[] = [{ node: root, corrected: 0 }]
      for (let place = from; place < alternatives.length && open.length > 0; place++) {
        const stems = alternatives[place] ?? []
        open = open.flatMap(({ node: before, corrected }) =>
          stems.flatMap((stem, nth) => {
            const next = before.next.get(stem)
            return next ? [{ node: next, corrected: corrected + Number(nth > 0) }] : []
          }),
        )
        for (const { node: reached, corrected } of open)
          for (const what of reached.here) found.push({ what, to: place + 1, corrected })
      }
      return found
    },
  }
}
