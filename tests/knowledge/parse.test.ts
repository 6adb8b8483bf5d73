import { describe, expect, test } from 'vitest'
import type { Knowledge, Statement } from '../../src/knowledge/model.ts'
import { changed, knowledgeOf, smallDataset, without } from './small-dataset.ts'

function statement(knowledge: Knowledge, id: string): Statement {
  const found = knowledge.statements.get(id)
  if (found === undefined) throw new Error(`expected ${id}, came none of that id`)
  return found
}

describe('a dataset without faults', () => {
  const knowledge = knowledgeOf(smallDataset)

  test('keeps its version, its date and counts', () => {
    expect([knowledge.version, knowledge.date]).toEqual(['1.2.3', '2026-11-23'])
    expect([knowledge.entities.size, knowledge.statements.size, knowledge.sources.size]).toEqual([6, 12, 2])
  })

  test('an entity has its names, and the aliases of all its files once', () => {
    const kazakhstan = knowledge.entities.get('kazakhstan')
    expect(kazakhstan).toMatchObject({
      kind: 'country',
      sign: '🇰🇿',
      related: ['railway'],
      place: { latitude: 48, longitude: 68 },
    })
    expect(kazakhstan?.name).toEqual({
      en: 'Kazakhstan',
      other: new Map([
        ['ru', 'Казахстан'],
        ['zh-CN', '哈萨克斯坦'],
      ]),
    })
    expect(kazakhstan?.aliases).toEqual(['Qazaqstan', 'Republic of Kazakhstan', 'РК', 'Казакстан'])
    expect(knowledge.entities.get('almaty')).not.toHaveProperty('place')
  })

  test('the sentence is the value of a text property that names none', () => {
    const about = statement(knowledge, 'kazakhstan.about')
    if (about.standing !== 'settled') throw new Error('expected a settled statement')
    expect(about.account.value).toEqual({ type: 'text', text: about.account.text })
    expect(about.account.text.other.get('ru')).toBe('Казахстан — крупнейшая страна Центральной Азии.')
  })

  test('a text and a list of texts are translated with their sentence', () => {
    expect(statement(knowledge, 'kazakhstan.currency')).toMatchObject({
      account: { value: { type: 'text', text: { en: 'tenge', other: new Map([['ru', 'тенге']]) } } },
    })
    expect(statement(knowledge, 'kazakhstan.languages')).toMatchObject({
      account: {
        value: {
          type: 'texts',
          texts: { en: ['Kazakh', 'Russian'], other: new Map([['ru', ['казахский', 'русский']]]) },
        },
      },
    })
  })

  test('an entity value, its dates as text, and where in the source', () => {
    expect(statement(knowledge, 'kazakhstan.capital')).toMatchObject({
      entity: 'kazakhstan',
      property: { id: 'capital' },
      since: '1997-12-10',
      asOf: '2024',
      account: {
        value: { type: 'entity', entity: 'astana' },
        citations: [
          { source: { id: 'gov-2024', date: '2024' } },
          { source: { id: 'agency-2025', publisher: null }, at: 'paragraph 2' },
        ],
      },
    })
  })

  test('a number without a unit is in the first of its property', () => {
    expect(statement(knowledge, 'kazakhstan.population')).toMatchObject({
      account: {
        value: {
          type: 'number',
          quantity: { amount: 20_000_000, approximation: 'over', unit: { id: 'people', compact: true } },
        },
      },
    })
  })

  test('a viewpoint has its claim under its speaker only', () => {
    const pledge = statement(knowledge, 'kazakhstan.trade-pledge')
    expect(pledge).toMatchObject({
      standing: 'viewpoint',
      view: { speaker: 'kazakhstan', claim: { text: { en: 'Trade is to double by 2030.' } } },
    })
    expect(pledge).not.toHaveProperty('account')
  })

  test('a dispute has all its sides, translated in order', () => {
    const length = statement(knowledge, 'railway.length')
    if (length.standing !== 'disputed') throw new Error('expected a disputed statement')
    expect(length).not.toHaveProperty('account')
    expect(length.sides.map(side => side.value)).toMatchObject([
      { quantity: { amount: 300, upTo: 320 } },
      { quantity: { amount: 290 } },
    ])
    expect(length.sides.map(side => side.text.other.get('ru'))).toEqual([
      'Агентство называет от 300 до 320 км.',
      'Правительство называет 290 км.',
    ])
  })

  test('dates and spans', () => {
    expect(statement(knowledge, 'railway.opened-on')).toMatchObject({
      account: { value: { date: { from: '2023-05-18', to: '2023-05-19' } } },
    })
    expect(statement(knowledge, 'railway.second-line')).toMatchObject({
      standing: 'expected',
      account: { value: { date: { from: '2028' } } },
    })
  })

  test('properties and units have their translations', () => {
    expect(knowledge.properties.get('capital')).toMatchObject({
      on: ['country'],
      of: ['place'],
      units: [],
      ages: true,
      many: false,
      name: { en: 'Capital', other: new Map([['ru', 'Столица']]) },
    })
    expect(knowledge.units.get('km')?.pattern).toEqual({ en: '{n} km', other: new Map([['ru', '{n} км']]) })
    expect(knowledge.units.get('people')?.pattern.other.size).toBe(0)
  })
})

describe('what is no fault', () => {
  test('a unit that nobody uses', () => {
    expect(knowledgeOf(changed(smallDataset, 'units.yaml', 'km:', "mw: { pattern: '{n} MW' }\nkm:")).units.size).toBe(3)
  })

  test('one name for entities of two kinds', () => {
    expect(
      knowledgeOf(changed(smallDataset, 'people/tokayev.yaml', 'name: Kassym-Jomart Tokayev', 'name: Astana')).entities
        .size,
    ).toBe(6)
  })

  test('a dispute and a period gone by beside what is current', () => {
    expect(
      knowledgeOf(changed(smallDataset, 'countries/kazakhstan.yaml', 'until: 1997-12', 'until: 1997')).statements.size,
    ).toBe(12)
  })

  test('no overlay at all', () => {
    const overlays = [...smallDataset.keys()].filter(path => /\.(ru|zh-CN)\.yaml$/.test(path))
    const english = overlays.reduce(without, smallDataset)
    expect([...knowledgeOf(english).entities.values()].every(entity => entity.name.other.size === 0)).toBe(true)
  })

  test('a text of 250 characters outside the basic plane', () => {
    const text = '🐫'.repeat(250)
    expect(
      knowledgeOf(changed(smallDataset, 'places/astana.yaml', 'Astana lies on the Ishim.', text)).statements.size,
    ).toBe(12)
  })
})
