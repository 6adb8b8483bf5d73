/** The page of one entity: its line that matters most, its statements by section, its sources, and the way on. */
import type { Entity, Statement, Topic } from '../knowledge/model.ts'
import { relationsOf, topicOf } from '../knowledge/relations.ts'
import { component, oneOf, whole, word } from './component.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeName, writeText } from './format.ts'
import { drawPage, intoPages, type Layout, type Row } from './page.ts'
import { type Detail, statementLine } from './statement-line.ts'
import type { View } from './view.ts'

/** Where in an entity's page one is. `section` is a topic, or empty for the first. */
export interface Place {
  readonly entity: string
  readonly section: string
  readonly page: number
  readonly detail: Detail
  /** The entity that one came from; empty at the beginning of a way. */
  readonly from: string
}

const detail = oneOf('short', 'full')
const place = { entity: word, section: word, page: whole, detail, from: word }

/** Turns the page or changes the detail. `via` only keeps the ids of a message's buttons apart, as Discord demands. */
export const openPlace = component('e', { via: oneOf('d', 'p', 'n', 'b', 'o'), ...place })
export const openSources = component('s', place)
/** Selects: the value is the section, or the entity to go to. */
export const chooseSection = component('section', { entity: word, detail, from: word })
export const chooseEntity = component('go', { detail, from: word })

/** The first place of an entity's page. */
export const placeOf = (entity: Entity, shown: Detail, from = ''): Place => ({
  entity: entity.id,
  section: '',
  page: 0,
  detail: shown,
  from,
})

export function entityPage(entity: Entity, at: Place, layout: Layout, reader: Reader): View {
  const { words } = reader
  const lead = entity.statements.find(statement => statement.property.id === 'about')
  const sections = sectionsOf(entity)
  const section = sections.find(name => name === at.section) ?? sections[0]
  const inSection = entity.statements.filter(
    statement => statement !== lead && topicOf(statement, entity.kind) === section,
  )
  const pages = intoPages(listed(inSection, at.detail), statement => statementLine(statement, at.detail, reader))
  const page = Math.min(Math.max(at.page, 0), pages.length - 1)
  const { lines, items } = pages[page] ?? { lines: [], items: [] }
  const here: Place = { ...at, section: section ?? '', page }
  const left = at.detail === 'short' ? inSection.length - listed(inSection, 'short').length : 0

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
        ...wayOn(entity, at.detail, reader),
      ],
    },
    layout,
  )
}

/** In short detail what has ended is left out, and so are long tails: a phone shows about a dozen lines. */
const shortLines = 10
const listed = (statements: readonly Statement[], shown: Detail): readonly Statement[] =>
  shown === 'full' ? statements : statements.filter(({ until }) => until === undefined).slice(0, shortLines)

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
      id: chooseSection.id({ entity: here.entity, detail: here.detail, from: here.from }),
      label: words.controls.sections,
      choices: sections.map(section => ({
        label: words.topics[section],
        value: section,
        chosen: section === here.section,
      })),
    },
  ]
}

function buttonRow(here: Place, pages: number, { words, knowledge }: Reader): Row {
  const other: Detail = here.detail === 'short' ? 'full' : 'short'
  const before = knowledge.entities.get(here.from)
  return {
    type: 'buttons',
    buttons: [
      ...(here.page > 0
        ? [{ id: openPlace.id({ ...here, via: 'p', page: here.page - 1 }), label: words.controls.previous }]
        : []),
      ...(here.page < pages - 1
        ? [{ id: openPlace.id({ ...here, via: 'n', page: here.page + 1 }), label: words.controls.next }]
        : []),
      { id: openPlace.id({ ...here, via: 'd', page: 0, detail: other }), label: words.controls[other] },
      { id: openSources.id({ ...here, page: 0 }), label: words.controls.sources },
      ...(before
        ? [{ id: openPlace.id({ ...placeOf(before, here.detail), via: 'b' }), label: words.controls.back }]
        : []),
    ],
  }
}

function wayOn(entity: Entity, shown: Detail, { knowledge, language, words }: Reader): readonly Row[] {
  const reached = [...new Set(relationsOf(knowledge, entity.id).map(relation => relation.entity))]
    .flatMap(id => knowledge.entities.get(id) ?? [])
    .slice(0, 25)
  if (reached.length === 0) return []
  return [
    {
      type: 'select',
      id: chooseEntity.id({ detail: shown, from: entity.id }),
      label: words.controls.related,
      choices: reached.map(other => ({
        label: plainName(other, language),
        value: other.id,
        about: words.kinds[other.kind],
      })),
    },
  ]
}
