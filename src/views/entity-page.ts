/** The page of one entity: its line that matters most, its statements by section, its sources, and the way on. */
import { type Entity, type Kind, type Statement, type Topic, topics } from '../knowledge/model.ts'
import { relationsOf, topicOf } from '../knowledge/relations.ts'
import type { Shelf } from '../knowledge/shelves.ts'
import { component, oneOf, rankIn, whole, word } from './component.ts'
import { foot } from './foot.ts'
import { plainName, type Reader, writeName, writeText } from './format.ts'
import { type Button, drawPage, intoPages, type Layout, type Row } from './page.ts'
import { signOf } from './sign.ts'
import { type Detail, statementLine } from './statement-line.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'
import { fitting, goOn, wayBack } from './way.ts'
import { backButton, openList, openTimeline, sourcesButton, wholeShelf, wholeTimeline } from './ways-out.ts'

/** Where in an entity's page one is. The section is empty for the first. */
export interface Place {
  readonly entity: string
  readonly section: Topic | ''
  readonly page: number
  readonly detail: Detail
  /** The way that one came by (`way.ts`); empty at its beginning. */
  readonly from: string
}

const detail = oneOf('short', 'full')

/** Turns the page or changes the detail. `via` only keeps the ids of a message's buttons apart, as Discord demands. */
export const openPlace = component('e', {
  via: oneOf('d', 'p', 'o'),
  entity: word,
  section: rankIn(topics),
  page: whole,
  detail,
  from: wayBack,
})
/** Selects: the value is the section, or the entity to go to. */
export const chooseSection = component('section', { entity: word, detail, from: wayBack })
export const chooseEntity = component('go', { detail, from: wayBack })

/** The first place of an entity's page. */
export const placeOf = (entity: Entity, shown: Detail, from = ''): Place => ({
  entity: entity.id,
  section: '',
  page: 0,
  detail: shown,
  from,
})

/** Entities to go on to, each with what it is. */
export const entitiesRow = (
  entities: readonly Entity[],
  label: string,
  shown: Detail,
  from: string,
  { words, language }: Reader,
): Row => ({
  type: 'select',
  id: chooseEntity.id({ detail: shown, from }),
  label,
  choices: entities.map(entity => ({
    label: plainName(entity, language),
    value: entity.id,
    about: words.kinds[entity.kind],
  })),
})

/** Discord: “custom_id … max 100 characters”. What of them a button of this page leaves for the way. */
const roomForWay = (entity: string): number =>
  100 - openPlace.id({ via: 'o', entity, section: 'trade', page: 35, detail: 'short', from: '' }).length

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
  const from = fitting(at.from, roomForWay(entity.id))
  const here: Place = { ...at, section: section ?? '', page, from }
  const left = at.detail === 'short' ? inSection.length - listed(inSection, 'short').length : 0
  const states = [...(lead ? [lead] : []), ...items]

  return drawPage(
    {
      sign: signOf(entity),
      title: writeName(entity.id, reader),
      ...(lead ? { lead: leadLine(lead, reader) } : {}),
      lines: [
        ...(at.section !== '' && at.section !== section ? [words.page.nothingUnder(words.topics[at.section])] : []),
        ...(sections.length > 1 && section ? [`### ${words.topics[section]}`] : []),
        ...lines,
        ...(left > 0 ? [`-# ${words.page.moreFacts(left)}`] : []),
        ...(pages.length > 1 ? [`-# ${words.page.pageOf(page + 1, pages.length)}`] : []),
      ],
      foot: foot(states, reader),
      states,
      rows: [
        ...sectionRow(here, sections, reader),
        buttonRow(here, pages.length, reader),
        ...wayOn(entity, here, reader),
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

const wayFrom = ({ entity, section, page, from }: Place): string => goOn(from, { on: 'entity', entity, section, page })

function buttonRow(here: Place, pages: number, { words }: Reader): Row {
  const other: Detail = here.detail === 'short' ? 'full' : 'short'
  return {
    type: 'buttons',
    buttons: [
      ...turns(here.page, pages, page => openPlace.id({ ...here, via: 'p', page }), words),
      { id: openPlace.id({ ...here, via: 'd', page: 0, detail: other }), label: words.controls[other] },
      sourcesButton(wayFrom(here), here.detail, words),
      ...backButton(here.from, here.detail, words),
    ],
  }
}

/** A country is related to more than a select takes: its buttons lead to lists, and these kinds stand nowhere else. */
const onLists: readonly Kind[] = ['project', 'summit', 'country']
/** Of these a country's list holds only what is related to it. */
const onlyOwn: readonly Shelf[] = ['project', 'term']

/** Buttons to what one is likeliest to read next, and a select of all the rest. */
function wayOn(entity: Entity, here: Place, reader: Reader): readonly Row[] {
  const { knowledge, language, words } = reader
  const from = wayFrom(here)
  const related = [...new Set(relationsOf(knowledge, entity.id).map(relation => relation.entity))].flatMap(
    id => knowledge.entities.get(id) ?? [],
  )
  const nearest = nearestOf(entity, related)
  const buttons: readonly Button[] =
    entity.kind === 'country'
      ? [
          ...(['project', 'summit', 'country', 'term'] as const).map(shelf => ({
            // All countries and all summits concern each country.
            id: openList.id({ ...wholeShelf(shelf), country: onlyOwn.includes(shelf) ? entity.id : '', from }),
            label: shelf === 'term' ? words.lists.others : words.lists.title[shelf],
          })),
          {
            id: openTimeline.id({ ...wholeTimeline(knowledge), country: entity.id, from }),
            label: words.timeline.title,
          },
        ]
      : nearest.map(other => ({
          id: openPlace.id({ ...placeOf(other, here.detail, fitting(from, roomForWay(other.id))), via: 'o' }),
          label: plainName(other, language),
        }))
  const others = related.filter(other =>
    entity.kind === 'country' ? !onLists.includes(other.kind) : !nearest.includes(other),
  )
  return [
    ...(buttons.length > 0 ? [{ type: 'buttons' as const, buttons }] : []),
    ...(others.length > 0 ? [entitiesRow(others, words.controls.related, here.detail, from, reader)] : []),
  ]
}

/** A project's countries; else its like among what is related, such as the other principles of a set; else whatever is. */
function nearestOf(entity: Entity, related: readonly Entity[]): readonly Entity[] {
  const wanted = entity.kind === 'project' ? 'country' : entity.kind
  const alike = related.filter(({ kind }) => kind === wanted)
  return (alike.length > 0 ? alike : related).slice(0, entity.kind === 'project' ? 5 : 3)
}
