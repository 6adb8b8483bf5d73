/** The page of one entity: its line that matters most, its statements by section, its sources, and the way on. */
import type { Entity, Statement, Topic } from '../knowledge/model.ts'
import { relationsOf, topicOf } from '../knowledge/relations.ts'
import { component, oneOf, whole, word } from './component.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeName, writeText } from './format.ts'
import { drawPage, intoPages, type Layout, type Row } from './page.ts'
import { type Detail, statementLine } from './statement-line.ts'
import type { View } from './view.ts'

/** Where in an entity's page one is. `section` is a topic. */
export interface Place {
  readonly entity: string
  readonly section: string
  readonly page: number
  readonly detail: Detail
}

const shortOrFull = oneOf('short', 'full')
const fields = { entity: word, section: word, page: whole, detail: shortOrFull }

/** Turns the page or changes the detail. `via` only keeps the ids of a message's buttons apart, as Discord demands. */
export const openPlace = component('entity', { via: oneOf('detail', 'previous', 'next', 'back', 'open'), ...fields })
export const openSources = component('sources', fields)
/** Selects: the value is the section, or the entity to go to. */
export const chooseSection = component('section', { entity: word, detail: shortOrFull })
export const chooseEntity = component('go', { detail: shortOrFull })

/** The first place of an entity's page. */
export const placeOf = (entity: Entity, detail: Detail): Place => ({ entity: entity.id, section: '', page: 0, detail })

export function entityPage(entity: Entity, place: Place, layout: Layout, reader: Reader): View {
  const { words } = reader
  const lead = entity.statements.find(statement => statement.property.id === 'about')
  const sections = sectionsOf(entity)
  const section = sections.find(name => name === place.section) ?? sections[0]
  const inSection = entity.statements.filter(
    statement => statement !== lead && topicOf(statement, entity.kind) === section,
  )
  const pages = intoPages(shown(inSection, place.detail), statement => statementLine(statement, place.detail, reader))
  const page = Math.min(Math.max(place.page, 0), pages.length - 1)
  const { lines, items } = pages[page] ?? { lines: [], items: [] }
  const here: Place = { ...place, section: section ?? '', page }
  const left = place.detail === 'short' ? inSection.length - shown(inSection, 'short').length : 0

  return drawPage(
    {
      ...(entity.sign === undefined ? {} : { sign: entity.sign }),
      title: writeName(entity.id, reader),
      ...(lead ? { lead: leadLine(lead, reader) } : {}),
      lines: [
        ...(sections.length > 1 && section ? [`### ${words.topics[section]}`] : []),
        ...lines,
        ...(left > 0 ? [`-# ${words.page.moreFacts(left)}`] : []),
        ...(pages.length > 1 ? [`-# ${words.page.pageOf(page + 1, pages.length)}`] : []),
      ],
      foot: foot([...(lead ? [lead] : []), ...items], reader),
      rows: [
        ...sectionRow(here, sections, reader),
        buttonRow(here, pages.length, reader),
        ...wayOn(entity, place.detail, reader),
      ],
    },
    layout,
  )
}

/** In short detail what has ended is left out, and so are long tails: a phone shows about a dozen lines. */
const shortLines = 10
const shown = (statements: readonly Statement[], detail: Detail): readonly Statement[] =>
  detail === 'full' ? statements : statements.filter(({ until }) => until === undefined).slice(0, shortLines)

/** The lead is the page's best sentence and is said with its standing like any other. */
function leadLine(lead: Statement, reader: Reader): string {
  return lead.standing === 'settled' ? writeText(lead.account.text, reader) : statementLine(lead, 'full', reader)
}

/** The topic of the entity's own kind first, then the others in the order they come in. */
function sectionsOf(entity: Entity): readonly Topic[] {
  return [
    ...new Set(
      entity.statements
        .filter(({ property }) => property.id !== 'about')
        .map(statement => topicOf(statement, entity.kind)),
    ),
  ]
}

function sectionRow(here: Place, sections: readonly Topic[], { words }: Reader): readonly Row[] {
  if (sections.length < 2) return []
  return [
    {
      type: 'select',
      id: chooseSection.id({ entity: here.entity, detail: here.detail }),
      label: words.controls.sections,
      choices: sections.map(section => ({
        label: words.topics[section],
        value: section,
        chosen: section === here.section,
      })),
    },
  ]
}

function buttonRow(here: Place, pages: number, { words }: Reader): Row {
  const other: Detail = here.detail === 'short' ? 'full' : 'short'
  return {
    type: 'buttons',
    buttons: [
      ...(here.page > 0
        ? [{ id: openPlace.id({ ...here, via: 'previous', page: here.page - 1 }), label: words.controls.previous }]
        : []),
      ...(here.page < pages - 1
        ? [{ id: openPlace.id({ ...here, via: 'next', page: here.page + 1 }), label: words.controls.next }]
        : []),
      { id: openPlace.id({ ...here, via: 'detail', page: 0, detail: other }), label: words.controls[other] },
      { id: openSources.id({ ...here, page: 0 }), label: words.controls.sources },
    ],
  }
}

function wayOn(entity: Entity, detail: Detail, { knowledge, language, words }: Reader): readonly Row[] {
  const reached = [...new Set(relationsOf(knowledge, entity.id).map(relation => relation.entity))]
    .flatMap(id => knowledge.entities.get(id) ?? [])
    .slice(0, 25)
  if (reached.length === 0) return []
  return [
    {
      type: 'select',
      id: chooseEntity.id({ detail }),
      label: words.controls.related,
      choices: reached.map(other => ({
        label: plainName(other, language),
        value: other.id,
        about: words.kinds[other.kind],
      })),
    },
  ]
}
