/** The ways that pages of every kind have: back to where one was, to the sources of what stands there, to the lists and the timeline. */
import { type Knowledge, sectors, stages, topics } from '../knowledge/model.ts'
import { type Shelf, shelves } from '../knowledge/shelves.ts'
import type { Words } from '../locales/en.ts'
import { component, oneOf, rankIn, whole, word } from './component.ts'
import type { Button } from './page.ts'
import type { Detail } from './statement-line.ts'
import { type Listing, type Period, wayBack } from './way.ts'

const detail = oneOf('short', 'full')

/** To the last page of the way. */
export const goBack = component('back', { detail, way: wayBack })
/** To the sources of the last page of the way; `page` is theirs. */
export const openSources = component('s', { page: whole, detail, way: wayBack })
export const openList = component('list', {
  shelf: oneOf(...shelves),
  page: whole,
  country: word,
  sector: rankIn(sectors),
  stage: rankIn(stages),
  from: wayBack,
})
export const openTimeline = component('timeline', {
  topic: rankIn(topics),
  country: word,
  year: whole,
  page: whole,
  from: wayBack,
})

export const wholeShelf = (shelf: Shelf): Listing & { from: string } => ({
  shelf,
  page: 0,
  country: '',
  sector: '',
  stage: '',
  from: '',
})

/** Its newest year. */
export const wholeTimeline = ({ date }: Knowledge): Period & { from: string } => ({
  topic: '',
  country: '',
  year: Number(date.slice(0, 4)),
  page: 0,
  from: '',
})

/** None at the beginning of a way. */
export const backButton = (from: string, shown: Detail, { controls }: Words): readonly Button[] =>
  from === '' ? [] : [{ id: goBack.id({ detail: shown, way: from }), label: controls.back }]

/** `way` ends with the page that the button stands on. */
export const sourcesButton = (way: string, shown: Detail, { controls }: Words): Button => ({
  id: openSources.id({ page: 0, detail: shown, way }),
  label: controls.sources,
})
