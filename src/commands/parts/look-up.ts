/** What the commands that look an entity up have in common: the option with its suggestions, the answer, and the presses of its pages. */
import { type Ask, type Option, type Press, press, text } from '../../discord/define.ts'
import { fold } from '../../knowledge/fold.ts'
import { findEntities, nearestEntities } from '../../knowledge/lookup.ts'
import { type Entity, type Kind, sectors, stages, type Topic, topics } from '../../knowledge/model.ts'
import { kindsOf, type Shelf } from '../../knowledge/shelves.ts'
import type { Words } from '../../locales/en.ts'
import { chooseEntity, chooseSection, entityPage, openPlace, placeOf } from '../../views/entity-page.ts'
import { plainName } from '../../views/format.ts'
import { chooseFilter, everything } from '../../views/list-page.ts'
import type { Button } from '../../views/page.ts'
import { Refusal } from '../../views/refusal.ts'
import { sourcesPage } from '../../views/sources-page.ts'
import { unknownPage } from '../../views/unknown-page.ts'
import type { View } from '../../views/view.ts'
import { type Listing, lastStep } from '../../views/way.ts'
import { goBack, openList, openSources } from '../../views/ways-out.ts'
import { drawStep, known, reader, readerOf } from './draw-step.ts'

export { drawStep, known, reader }

/** Longer than any name; the rest of what is typed can only be noise. */
const longestName = 100

/** Discord shows at most 25 suggestions (docs, Application Commands, Autocomplete). */
const mostSuggestions = 25

/** The option that names an entity of these kinds; what the person chose from the suggestions comes back as its id. */
export const entityName = (about: string, kinds: readonly Kind[]): Option<string> =>
  text(about, {
    suggest: (typed, { names, language }) =>
      findEntities(names, typed, { kinds, language, limit: mostSuggestions }).map(({ entity }) => ({
        name: plainName(entity, language),
        value: entity.id,
      })),
  })

/** The entity's page where what was typed means one entity, else the nearest three. */
export function lookUp(shelf: Shelf, typed: string, ask: Ask, section: Topic | '' = ''): View {
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

/**
 * The entity that was meant; else a page that asks which of several, or says `otherwise` and offers the nearest three. Both are private.
 * `open` makes the id of the button that goes on with an entity, or none where that would lead nowhere.
 */
export function meantOrNearest(
  typed: string,
  kinds: readonly Kind[],
  otherwise: (words: Words) => string,
  ask: Ask,
  open?: (entity: Entity) => string | undefined,
): Meant {
  const entity = meant(typed, kinds, ask)
  if (entity) return { entity }
  const { words, layout, names, language } = ask.alone
  const fitting = findEntities(names, typed, { kinds, language, limit: mostChoices })
  // Without a letter everything would fit.
  const several = fitting.length > 1 && fitting[0]?.tier !== 'fuzzy' && fold(typed.slice(0, longestName)) !== ''
  const offered = several ? fitting : nearestEntities(names, typed, { kinds, language, limit: open ? 4 : 3 })
  const said = several
    ? { title: words.unknown.which, lead: words.unknown.several, lines: [] }
    : { title: words.unknown.title, lead: otherwise(words), lines: offered.length > 0 ? [words.unknown.nearest] : [] }
  const buttons = offered.flatMap(({ entity: found }): Button[] => {
    if (!open) return [toEntity(found, ask)]
    const id = open(found)
    return id === undefined ? [] : [toEntity(found, ask, id)]
  })
  return { nearest: unknownPage(said, several ? buttons : buttons.slice(0, 3), layout) }
}

/** A button of a page that only the asker sees. */
export const toEntity = (entity: Entity, { alone: { detail, language } }: Ask, id?: string): Button => ({
  id: id ?? openPlace.id({ ...placeOf(entity, detail), via: 'o' }),
  label: plainName(entity, language),
})

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

export const browse = (listing: Listing & { readonly from: string }, ask: Ask): Promise<View> =>
  drawStep({ on: 'list', ...listing }, listing.from, ask.detail, ask)

/** One list, shared by every command whose pages hold these buttons. */
export const lookUpPresses: readonly Press[] = [
  press(openPlace, (place, _, ask) => entityPage(known(place.entity, ask), place, ask.layout, reader(ask))),
  press(chooseSection, ({ entity, detail, from }, [section], ask) =>
    entityPage(
      known(entity, ask),
      { entity, section: oneOf(topics, section), page: 0, detail, from },
      ask.layout,
      reader(ask),
    ),
  ),
  press(chooseEntity, ({ detail, from }, [id = ''], ask) => {
    const entity = known(id, ask)
    return entityPage(entity, placeOf(entity, detail, from), ask.layout, reader(ask))
  }),
  press(openList, (listing, _, ask) => browse(listing, ask)),
  press(chooseFilter, ({ filter, ...filters }, [chosen = everything], ask) => {
    const listing = { shelf: 'project' as const, page: 0, ...filters }
    switch (filter) {
      case 'country':
        return browse({ ...listing, country: chosen === everything ? '' : chosen }, ask)
      case 'sector':
        return browse({ ...listing, sector: oneOf(sectors, chosen) }, ask)
      case 'stage':
        return browse({ ...listing, stage: oneOf(stages, chosen) }, ask)
    }
  }),
  press(goBack, ({ detail, way }, _, ask) => {
    const { step, from } = lastStep(way, ask.knowledge)
    if (!step) throw new Refusal(words => words.refusals.oldComponent)
    return drawStep(step, from, detail, ask)
  }),
  press(openSources, async ({ page, detail, way }, _, ask) => {
    const { step, from } = lastStep(way, ask.knowledge)
    const stated = step && (await drawStep(step, from, detail, ask)).stated
    if (!stated) throw new Refusal(words => words.refusals.oldComponent)
    return sourcesPage(stated, way, page, detail, ask.layout, readerOf(step, ask))
  }),
]

/** Empty for anything else: all of them. */
export const oneOf = <T extends string>(list: readonly T[], chosen: string | undefined): T | '' =>
  list.find(each => each === chosen) ?? ''
