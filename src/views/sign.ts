/** The flag or sign before a title. It never says anything that the words do not, and the text layout leaves it out. */
import type { Entity, Kind } from '../knowledge/model.ts'
import type { Shelf } from '../knowledge/shelves.ts'

const ofKind: Readonly<Record<Kind, string>> = {
  country: '🌏',
  summit: '🤝',
  principle: '🧭',
  term: '📖',
  project: '🏗️',
  organisation: '🏛️',
  person: '👤',
  event: '📅',
  place: '📍',
  document: '📄',
}

/** Its own, else that of its kind. */
export const signOf = ({ sign, kind }: Entity): string => sign ?? ofKind[kind]

export const signOfShelf = (shelf: Shelf): string => ofKind[shelf]
