/** Every page of every entity, in every language and both layouts, against Discord's limits and our own rules. */
import { describe, expect, test } from 'vitest'
import type { Entity, Statement } from '../../src/knowledge/model.ts'
import { topicOf } from '../../src/knowledge/relations.ts'
import { kindsOf, type Shelf, shelves } from '../../src/knowledge/shelves.ts'
import { loadLanguages } from '../../src/locales/load.ts'
import { entityPage, openPlace, openSources, type Place, placeOf } from '../../src/views/entity-page.ts'
import { plainName, type Reader } from '../../src/views/format.ts'
import { listPage, wholeShelf } from '../../src/views/list-page.ts'
import { refusalPage } from '../../src/views/refusal.ts'
import { sourcesPage } from '../../src/views/sources-page.ts'
import { statementLine } from '../../src/views/statement-line.ts'
import { unknownPage } from '../../src/views/unknown-page.ts'
import type { View } from '../../src/views/view.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { faultsOf, nodesOf, textsOf, wrongWith } from './discord-limits.ts'

const knowledge = await realKnowledge()
const languages = await loadLanguages()
const entities = [...knowledge.entities.values()]
const ids = new Set(knowledge.entities.keys())
const readers = [...languages].map(([language, { words }]): Reader => ({ language, words, knowledge }))

/** Every page that pressing on from the first one can reach, short and full, without leaving the entity. */
function walk(entity: Entity, layout: 'rich' | 'text', reader: Reader): ReadonlyMap<string, View> {
  const seen = new Map<string, View>()
  const open = (['short', 'full'] as const)
    .flatMap(detail =>
      [placeOf(entity, detail), ...new Set(entity.statements.map(statement => topicOf(statement, entity.kind)))].map(
        (place): Place => (typeof place === 'string' ? { ...placeOf(entity, detail), section: place } : place),
      ),
    )
    .map((place): [string, View] => [JSON.stringify(place), entityPage(entity, place, layout, reader)])
  while (open.length > 0) {
    const [key, view] = open.pop() ?? ['', { components: [] }]
    if (seen.has(key)) continue
    seen.set(key, view)
    for (const { custom_id: id = '' } of nodesOf(view)) {
      const place = openPlace.read(id)
      if (place && place.entity === entity.id) open.push([id, entityPage(entity, place, layout, reader)])
      const sources = openSources.read(id)
      if (sources) open.push([id, sourcesPage(entity, sources, layout, reader)])
    }
  }
  return seen
}

describe.each(readers.map(reader => [reader.language, reader] as const))('in %s', (language, reader) => {
  test.each(['rich', 'text'] as const)('every page of every entity keeps the limits, in the %s layout', layout => {
    const faults = entities.flatMap(entity =>
      [...walk(entity, layout, reader)].flatMap(([place, view]) =>
        wrongWith(view, ids).map(fault => `${entity.id} ${place}: ${fault}`),
      ),
    )
    expect(faults).toEqual([])
  })

  test('nothing stands in another language than the reader’s', () => {
    if (language === 'en') return
    const inEnglish = entities.flatMap(entity =>
      [...walk(entity, 'rich', reader).values()]
        .flatMap(textsOf)
        .filter(text => text.includes(reader.words.page.inEnglish)),
    )
    expect(inEnglish).toEqual([])
  })

  test('every page of statements says its source, its as-of and its dataset', () => {
    const bare = entities.filter(entity => {
      const text = textsOf(entityPage(entity, placeOf(entity, 'short'), 'rich', reader)).join('\n')
      return !text.includes(reader.words.page.dataset(knowledge.version))
    })
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  test('the lists and the nearest keep the limits', () => {
    const unknown = (shelf: Shelf) => ({
      title: reader.words.unknown.title,
      lead: reader.words.unknown.lead[shelf],
      lines: [],
    })
    const views = shelves.flatMap(shelf => {
      const ofKind = entities.filter(entity => kindsOf(shelf).includes(entity.kind))
      return (['rich', 'text'] as const).flatMap(layout => [
        ...Array.from({ length: Math.ceil(ofKind.length / 10) }, (__, page) =>
          listPage({ ...wholeShelf(shelf), page }, ofKind, 'short', layout, reader),
        ),
        unknownPage(unknown(shelf), ofKind.slice(0, 5), 'short', layout, reader),
        unknownPage(unknown(shelf), [], 'short', layout, reader),
      ])
    })
    expect(views.flatMap(view => wrongWith(view, ids))).toEqual([])
  })

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
    return (entity.sign ? rich.replace(`${entity.sign} `, '') : rich) !== text
  })
  expect(differing.map(({ id }) => id)).toEqual([])
})

test('a refusal is one private sentence', () => {
  const view = refusalPage('No.')
  expect(faultsOf(view)).toEqual([])
  expect(view.private).toBe(true)
})
