/** What pages say: standings, and the same in both layouts. That all of them keep the limits: tests/commands/all-pages.test.ts. */
import { describe, expect, test } from 'vitest'
import type { Statement } from '../../src/knowledge/model.ts'
import { relationsOf } from '../../src/knowledge/relations.ts'
import { kindsOf } from '../../src/knowledge/shelves.ts'
import { loadLanguages } from '../../src/locales/load.ts'
import { entityPage, openPlace, placeOf } from '../../src/views/entity-page.ts'
import { plainName, type Reader } from '../../src/views/format.ts'
import { refusalPage } from '../../src/views/refusal.ts'
import { signOf } from '../../src/views/sign.ts'
import { statementLine } from '../../src/views/statement-line.ts'
import type { View } from '../../src/views/view.ts'
import { openList } from '../../src/views/ways-out.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { faultsOf, nodesOf, textsOf } from './discord-limits.ts'

const knowledge = await realKnowledge()
const languages = await loadLanguages()
const entities = [...knowledge.entities.values()]
const readers = [...languages].map(([language, { words }]): Reader => ({ language, words, knowledge }))

describe.each(readers.map(reader => [reader.language, reader] as const))('in %s', (_, reader) => {
  test('no viewpoint and no dispute reads as a fact', () => {
    const statements = [...knowledge.statements.values()]
    const unmarked = statements.filter(statement =>
      (['short', 'full'] as const).some(
        detail => !isMarked(statement, statementLine(statement, detail, reader), reader),
      ),
    )
    expect(unmarked.map(({ id }) => id)).toEqual([])
    expect(new Set(statements.map(({ standing }) => standing))).toEqual(
      new Set(['settled', 'expected', 'viewpoint', 'disputed']),
    )
  })
})

function isMarked(statement: Statement, line: string, { words, language }: Reader): boolean {
  switch (statement.standing) {
    case 'settled':
      return true
    case 'expected':
      return line.includes(words.page.expected)
    case 'viewpoint': {
      const speaker = knowledge.entities.get(statement.view.speaker)
      return speaker !== undefined && line.includes(words.page.says(plainName(speaker, language), '').trimEnd())
    }
    case 'disputed':
      return line.includes(words.page.disputed) && line.split('\n').length === statement.sides.length + 1
  }
}

test('the text layout says what the rich one says', () => {
  const [reader] = readers
  if (!reader) throw new Error('no language')
  const plain = (view: View): string =>
    textsOf(view)
      .join('\n')
      .replaceAll(/^(?:#+ |-# )|\*\*/gm, '')
  const differing = entities.filter(entity => {
    const place = placeOf(entity, 'full')
    const rich = plain(entityPage(entity, place, 'rich', reader))
    const text = plain(entityPage(entity, place, 'text', reader))
    return rich.replace(`${signOf(entity)} `, '') !== text
  })
  expect(differing.map(({ id }) => id)).toEqual([])
})

test('all that an entity is related to is offered on its page, or on a list that the page offers', () => {
  const [reader] = readers
  if (!reader) throw new Error('no language')
  const lost = entities.flatMap(entity => {
    const nodes = nodesOf(entityPage(entity, placeOf(entity, 'short'), 'rich', reader))
    const ids = nodes.flatMap(({ custom_id: id }) => id ?? [])
    const offered = new Set([
      ...nodes.flatMap(({ options = [] }) => options.map(({ value }) => value)),
      ...ids.flatMap(id => openPlace.read(id)?.entity ?? []),
    ])
    const listed = ids.flatMap(id => openList.read(id)?.shelf ?? []).flatMap(shelf => kindsOf(shelf))
    return relationsOf(knowledge, entity.id)
      .map(relation => relation.entity)
      .filter(id => !offered.has(id) && !listed.some(kind => kind === knowledge.entities.get(id)?.kind))
      .map(id => `${entity.id} → ${id}`)
  })
  expect(lost).toEqual([])
})

test('a refusal is one private sentence', () => {
  const view = refusalPage('No.')
  expect(faultsOf(view)).toEqual([])
  expect(view.private).toBe(true)
})
