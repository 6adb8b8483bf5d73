/** What the commands that look an entity up have in common: the option with its suggestions, the answer, and the presses of its pages. */
import { type Ask, type Option, optional, type Press, press, text } from '../../discord/define.ts'
import { findEntities, nearestEntities } from '../../knowledge/lookup.ts'
import type { Entity } from '../../knowledge/model.ts'
import { chooseEntity, chooseSection, entityPage, openPlace, openSources, placeOf } from '../../views/entity-page.ts'
import { plainName, type Reader } from '../../views/format.ts'
import { type ListedKind, listPage, openList } from '../../views/list-page.ts'
import { Refusal } from '../../views/refusal.ts'
import { sourcesPage } from '../../views/sources-page.ts'
import { unknownPage } from '../../views/unknown-page.ts'
import type { View } from '../../views/view.ts'

/** Discord shows at most 25 suggestions (docs, Application Commands, Autocomplete). */
const mostSuggestions = 25

/** Longer than any name; the rest of what is typed can only be noise. */
const longestName = 100

const reader = ({ language, words, knowledge }: Ask): Reader => ({ language, words, knowledge })

/** The option that names an entity of a kind; what the person chose from the suggestions comes back as its id. */
export const entityName = (about: string, kind: ListedKind): Option<string> =>
  text(about, {
    maxLength: longestName,
    suggest: (typed, { names, language }) =>
      findEntities(names, typed, { kinds: [kind], language, limit: mostSuggestions }).map(({ entity }) => ({
        name: plainName(entity, language),
        value: entity.id,
      })),
  })

export const optionalEntityName = (about: string, kind: ListedKind): Option<string | undefined> =>
  optional(entityName(about, kind))

/** The entity's page where what was typed means one entity, else the nearest three. */
export function lookUp(kind: ListedKind, typed: string, ask: Ask): View {
  const entity = meant(kind, typed, ask)
  if (entity) return entityPage(entity, placeOf(entity, ask.detail), ask.layout, reader(ask))
  const nearest = nearestEntities(ask.names, typed, { kinds: [kind], language: ask.language, limit: 3 })
  return unknownPage(
    kind,
    nearest.map(match => match.entity),
    ask.detail,
    ask.layout,
    reader(ask),
  )
}

/** Sure: the id of a suggestion, or a name in full. As good as sure: the only entity that what was typed begins, or nearly is. */
function meant(kind: ListedKind, typed: string, { knowledge, names, language }: Ask): Entity | undefined {
  const chosen = knowledge.entities.get(typed)
  if (chosen?.kind === kind) return chosen
  const found = findEntities(names, typed, { kinds: [kind], language, limit: mostSuggestions })
  const best = found[0]
  if (!best) return undefined
  return best.tier === 'exact' || found.length === 1 ? best.entity : undefined
}

/** All entities of the kind, in the order in which an empty box suggests them. */
export const browse = (kind: ListedKind, page: number, ask: Ask): View =>
  listPage(kind, entitiesOf(kind, ask), page, ask.detail, ask.layout, reader(ask))

const entitiesOf = (kind: ListedKind, { knowledge, names, language }: Ask): readonly Entity[] =>
  findEntities(names, '', { kinds: [kind], language, limit: knowledge.entities.size }).map(({ entity }) => entity)

function known(id: string, { knowledge }: Ask): Entity {
  const entity = knowledge.entities.get(id)
  // A button outlives the edition of the dataset that it was drawn from.
  if (!entity) throw new Refusal(words => words.refusals.oldComponent)
  return entity
}

/** One list, shared by every command whose pages hold these buttons. */
export const lookUpPresses: readonly Press[] = [
  press(openPlace, (place, _, ask) => entityPage(known(place.entity, ask), place, ask.layout, reader(ask))),
  press(openSources, (place, _, ask) => sourcesPage(known(place.entity, ask), place, ask.layout, reader(ask))),
  press(chooseSection, ({ entity, detail }, [section = ''], ask) =>
    entityPage(known(entity, ask), { entity, section, page: 0, detail }, ask.layout, reader(ask)),
  ),
  press(chooseEntity, ({ detail }, [id = ''], ask) => {
    const entity = known(id, ask)
    return entityPage(entity, placeOf(entity, detail), ask.layout, reader(ask))
  }),
  press(openList, ({ kind, page }, _, ask) => browse(kind, page, ask)),
]
