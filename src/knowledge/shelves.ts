/** The shelves that entities are looked up on: one for each command that does so, and together all kinds. */
import type { Kind } from './model.ts'

const kindsOn = {
  country: ['country'],
  summit: ['summit'],
  principle: ['principle'],
  project: ['project'],
  term: ['term', 'document', 'organisation', 'person', 'place', 'event'],
} as const satisfies Record<string, readonly Kind[]>

export type Shelf = keyof typeof kindsOn
export const shelves = Object.keys(kindsOn) as readonly Shelf[]

export const kindsOf = (shelf: Shelf): readonly Kind[] => kindsOn[shelf]
