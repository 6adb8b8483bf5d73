/** What the commands that look an entity up have in common: the option with its suggestions, the answer, and the presses of its pages. */
import { type Ask, type Option, type Press, press, text } from '../../discord/define.ts'
import { findEntities, nearestEntities } from '../../knowledge/lookup.ts'
import type { Entity, Kind } from '../../knowledge/model.ts'
import { relationsOf } from '../../knowledge/relations.ts'
import { kindsOf, type Shelf } from '../../knowledge/shelves.ts'
import type { Words } from '../../locales/en.ts'
import { chooseEntity, chooseSection, entityPage, openPlace, openSources, placeOf } from '../../views/entity-page.ts'
import { plainName, type Reader } from '../../views/format.ts'
import { type Listing, listPage, openList } from '../../views/list-page.ts'
import { Refusal } from '../../views/refusal.ts'
import { sourcesPage } from '../../views/sources-page.ts'
import { unknownPage } from '../../views/unknown-page.ts'
import type { View } from '../../views/view.ts'

/** Discord shows at most 25 suggestions (docs, Application Commands, Autocomplete). */
const mostSuggestions = 25

/** Longer than any name; the rest of what is typed can only be noise. */
const longestName = 100

export const reader = ({ language, words, knowledge }: Ask): Reader => ({ language, words, knowledge })

/** The option that names an entity of these kinds; what the person chose from the suggestions comes back as its id. */
export const entityName = (about: string, kinds: readonly Kind[]): Option<string> =>
  text(about, {
    maxLength: longestName,
    suggest: (typed, { names, language }) =>
      findEntities(names, typed, { kinds, language, limit: mostSuggestions }).map(({ entity }) => ({
        name: plainName(entity, language),
        value: entity.id,
      })),
  })

/** The entity's page where what was typed means one entity, else the nearest three. */
export function lookUp(shelf: Shelf, typed: string, ask: Ask, section = ''): View {
  const { entity, nearest } = meantOrNearest(typed, kindsOf(shelf), words => words.unknown.lead[shelf], ask)
  // What stands on another shelf under exactly this name is what was meant.
  const elsewhere = nearest && exactly(typed, ask)
  if (elsewhere) return entityPage(elsewhere, placeOf(elsewhere, ask.detail), ask.layout, reader(ask))
  return nearest ?? entityPage(entity, { ...placeOf(entity, ask.detail), section }, ask.layout, reader(ask))
}

function exactly(typed: string, { names, language }: Ask): Entity | undefined {
  const [best] = findEntities(names, typed, { language, limit: 1 })
  return best?.tier === 'exact' ? best.entity : undefined
}

type Meant = { readonly entity: Entity; readonly nearest?: never } | { readonly entity?: never; readonly nearest: View }

/** The entity that was meant; else a page that asks which of several, or says `otherwise` and offers the nearest three. Both are private. */
export function meantOrNearest(
  typed: string,
  kinds: readonly Kind[],
  otherwise: (words: Words) => string,
  ask: Ask,
): Meant {
  const entity = meant(typed, kinds, ask)
  if (entity) return { entity }
  const { words, layout, detail, names, language } = ask.alone
  const fitting = findEntities(names, typed, { kinds, language, limit: mostChoices })
  const several = fitting.length > 1 && fitting[0]?.tier !== 'fuzzy'
  const offered = several ? fitting : nearestEntities(names, typed, { kinds, language, limit: 3 })
  const entities = offered.map(match => match.entity)
  const said = several
    ? { title: words.unknown.which, lead: words.unknown.several, lines: [] }
    : { title: words.unknown.title, lead: otherwise(words), lines: entities.length > 0 ? [words.unknown.nearest] : [] }
  return { nearest: unknownPage(said, entities, detail, layout, reader(ask.alone)) }
}

/** Buttons that fit a row. */
const mostChoices = 5

/** Sure: the id of a suggestion, or a name in full. As good as sure: the only entity that what was typed begins, or nearly is. */
export function meant(typed: string, kinds: readonly Kind[], { knowledge, names, language }: Ask): Entity | undefined {
  const chosen = knowledge.entities.get(typed)
  if (chosen && kinds.includes(chosen.kind)) return chosen
  const found = findEntities(names, typed, { kinds, language, limit: mostSuggestions })
  const best = found[0]
  if (!best) return undefined
  return best.tier === 'exact' || found.length === 1 ? best.entity : undefined
}

/** What the listing's filters leave, in the order in which an empty box suggests them. */
export function browse(listing: Listing, ask: Ask): View {
  const { knowledge, names, language } = ask
  const { shelf, country, sector, stage } = listing
  const all = findEntities(names, '', { kinds: kindsOf(shelf), language, limit: knowledge.entities.size })
  const near = country === '' ? undefined : new Set(relationsOf(knowledge, country).map(({ entity }) => entity))
  const entities = all
    .map(({ entity }) => entity)
    .filter(
      entity =>
        (near === undefined || near.has(entity.id)) &&
        (sector === '' || entity.sector === sector) &&
        (stage === '' || entity.stage === stage),
    )
  return listPage(listing, entities, ask.detail, ask.layout, reader(ask))
}

export function known(id: string, { knowledge }: Ask): Entity {
  const entity = knowledge.entities.get(id)
  // A button outlives the edition of the dataset that it was drawn from.
  if (!entity) throw new Refusal(words => words.refusals.oldComponent)
  return entity
}

/** One list, shared by every command whose pages hold these buttons. */
export const lookUpPresses: readonly Press[] = [
  press(openPlace, (place, _, ask) => entityPage(known(place.entity, ask), place, ask.layout, reader(ask))),
  press(openSources, (place, _, ask) => sourcesPage(known(place.entity, ask), place, ask.layout, reader(ask))),
  press(chooseSection, ({ entity, detail, from }, [section = ''], ask) =>
    entityPage(known(entity, ask), { entity, section, page: 0, detail, from }, ask.layout, reader(ask)),
  ),
  press(chooseEntity, ({ detail, from }, [id = ''], ask) => {
    const entity = known(id, ask)
    return entityPage(entity, placeOf(entity, detail, from), ask.layout, reader(ask))
  }),
  press(openList, (listing, _, ask) => browse(listing, ask)),
]
