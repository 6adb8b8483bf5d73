/** What is said of a name that the dataset does not hold: so, and the nearest it does. Nothing of what was typed is repeated. */
import type { Entity } from '../knowledge/model.ts'
import { openPlace, placeOf } from './entity-page.ts'
import { plainName, type Reader } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import type { Detail } from './statement-line.ts'
import type { View } from './view.ts'

/** `said` is the page's own words; the entities become buttons, at most the five of a row. */
export function unknownPage(
  said: { readonly title: string; readonly lead: string; readonly lines: readonly string[] },
  entities: readonly Entity[],
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const buttons = entities.slice(0, 5).map(entity => ({
    id: openPlace.id({ ...placeOf(entity, detail), via: 'o' }),
    label: plainName(entity, reader.language),
  }))
  const view = drawPage({ ...said, rows: buttons.length > 0 ? [{ type: 'buttons', buttons }] : [] }, layout)
  return { ...view, private: true }
}
