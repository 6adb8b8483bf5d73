/** What is said of a name that the dataset does not hold: so, and the nearest it does. Nothing of what was typed is repeated. */
import type { Entity } from '../knowledge/model.ts'
import { openPlace, placeOf } from './entity-page.ts'
import { plainName, type Reader } from './format.ts'
import { drawPage, type Layout } from './page.ts'
import type { Detail } from './statement-line.ts'
import type { View } from './view.ts'

/** `otherwise` says what is not there. */
export function unknownPage(
  otherwise: string,
  nearest: readonly Entity[],
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words } = reader
  const view = drawPage(
    {
      title: words.unknown.title,
      lead: otherwise,
      lines: nearest.length > 0 ? [words.unknown.nearest] : [],
      rows:
        nearest.length > 0
          ? [
              {
                type: 'buttons',
                buttons: nearest.slice(0, 3).map(entity => ({
                  id: openPlace.id({ ...placeOf(entity, detail), via: 'o' }),
                  label: plainName(entity, reader.language),
                })),
              },
            ]
          : [],
    },
    layout,
  )
  return { ...view, private: true }
}
