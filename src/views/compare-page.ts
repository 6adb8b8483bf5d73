/** Two entities of a kind side by side: what both say of the same property, one under the other so that it fits a phone. */
import { accountsOf } from '../knowledge/accounts.ts'
import { inLanguage } from '../knowledge/language.ts'
import type { Entity, Property, Statement } from '../knowledge/model.ts'
import { component, whole, word } from './component.ts'
import { chooseEntity } from './entity-page.ts'
import { foot } from './foot.ts'
import { isSentence, plainName, type Reader, writeName } from './format.ts'
import { drawPage, intoPages, type Layout } from './page.ts'
import { type Detail, statementValue } from './statement-line.ts'
import { turns } from './turns.ts'
import type { View } from './view.ts'
import { goOn } from './way.ts'
import { sourcesButton } from './ways-out.ts'

export const openComparison = component('compare', { first: word, second: word, page: whole })

/** In characters and pairs, each of which takes many lines: a phone should not have to scroll far. */
const pageSize = { longest: 1_600, most: 8 }

interface Pair {
  readonly property: Property
  readonly first: Statement
  readonly second: Statement
}

export function comparePage(
  first: Entity,
  second: Entity,
  at: number,
  detail: Detail,
  layout: Layout,
  reader: Reader,
): View {
  const { words, language } = reader
  const names = [first, second].map(entity => writeName(entity.id, reader))
  const write = (pair: Pair): string =>
    [
      `**${inLanguage(pair.property.name, language).text}**`,
      ...[pair.first, pair.second].map(
        // The sides of a dispute stand under whom they are about.
        (statement, side) =>
          `- ${words.page.item(names[side] ?? '', statementValue(statement, reader)).replaceAll('\n- ', '\n  - ')}`,
      ),
    ].join('\n')
  const pages = intoPages(pairsOf(first, second), write, pageSize)
  const page = Math.min(Math.max(at, 0), pages.length - 1)
  const { lines, items } = pages[page] ?? { lines: [], items: [] }
  const states = items.flatMap(pair => [pair.first, pair.second])
  const way = goOn('', { on: 'comparison', first: first.id, second: second.id, page })
  const buttons = [
    ...turns(page, pages.length, to => openComparison.id({ first: first.id, second: second.id, page: to }), words),
    ...(items.length > 0 ? [sourcesButton(way, detail, words)] : []),
  ]
  return drawPage(
    {
      sign: '⚖️',
      title: names.join(' · '),
      lines: [
        ...(lines.length > 0 ? lines : [words.compare.nothing]),
        ...(pages.length > 1 ? [`-# ${words.page.pageOf(page + 1, pages.length)}`] : []),
      ],
      foot: foot(states, reader),
      states,
      rows: [
        ...(buttons.length > 0 ? [{ type: 'buttons' as const, buttons }] : []),
        {
          type: 'select',
          id: chooseEntity.id({ detail, from: way }),
          label: words.controls.open,
          choices: [first, second].map(entity => ({ label: plainName(entity, language), value: entity.id })),
        },
      ],
    },
    layout,
  )
}

/** Properties that both have a value of, in the order of the first; a sentence is no value to set beside another. */
function pairsOf(first: Entity, second: Entity): readonly Pair[] {
  const properties = new Set(first.statements.map(({ property }) => property))
  return [...properties].flatMap(property => {
    const [one, other] = [first, second].map(entity => latest(entity, property))
    return one && other ? [{ property, first: one, second: other }] : []
  })
}

/** Of several statements of a property the one that holds, and of those the newest. */
function latest(entity: Entity, property: Property): Statement | undefined {
  return entity.statements
    .filter(statement => statement.property === property && !accountsOf(statement).some(isSentence))
    .toSorted(
      (one, other) =>
        Number(one.until !== undefined) - Number(other.until !== undefined) || (sinceOf(one) < sinceOf(other) ? 1 : -1),
    )[0]
}

const sinceOf = ({ since, asOf }: Statement): string => since ?? asOf ?? ''
