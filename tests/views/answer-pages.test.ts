/** Answers and what is said where there is none, in every language and both layouts, against Discord's limits and our own rules. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, answer, type Found, type Line, type Why } from '../../src/knowledge/ask/answer.ts'
import { indexForAsking } from '../../src/knowledge/ask/ask-index.ts'
import { inLanguage } from '../../src/knowledge/language.ts'
import type { Property, Quantity, Standing, Statement, Unit } from '../../src/knowledge/model.ts'
import { loadLanguages } from '../../src/locales/load.ts'
import { answerPage } from '../../src/views/answer-page.ts'
import { declinedMark, reportAnswer } from '../../src/views/ask-controls.ts'
import { candidatesPage } from '../../src/views/candidates-page.ts'
import { declinedPage } from '../../src/views/declined-page.ts'
import { plainName, type Reader, unescaped } from '../../src/views/format.ts'
import { reportPage } from '../../src/views/report-page.ts'
import { shortAnswer } from '../../src/views/short-answer.ts'
import type { View } from '../../src/views/view.ts'
import { realKnowledge } from '../knowledge/real-dataset.ts'
import { nodesOf, textsOf, wrongWith } from './discord-limits.ts'

const knowledge = await realKnowledge()
const asking = indexForAsking(knowledge)
const languages = await loadLanguages()
const ids = new Set(knowledge.entities.keys())
const entities = [...knowledge.entities.values()]
const statements = [...knowledge.statements.values()]
const readers = [...languages].map(([language, { words }]): Reader => ({ language, words, knowledge }))
const layouts = ['rich', 'text'] as const
const kept = 'zzzzzzzz'
const whys: readonly Why[] = ['bait', 'opinion', 'empty', 'unknown']

const statement = (id: string): Statement => {
  const found = knowledge.statements.get(id)
  if (!found) throw new Error(`no statement ${id}`)
  return found
}
const property = (id: string): Property => {
  const found = knowledge.properties.get(id)
  if (!found) throw new Error(`no property ${id}`)
  return found
}
const found = (first: Statement, line?: Line, ...others: readonly Statement[]): Found => ({
  is: 'found',
  language: 'en',
  ...(line ? { line } : {}),
  statements: [first, ...others],
  next: statements.slice(0, 5),
})
const areaUnit = (): Unit => {
  const unit = knowledge.units.get('km2')
  if (!unit) throw new Error('no unit km2')
  return unit
}
const areas = ['kazakhstan', 'turkmenistan', 'uzbekistan', 'kyrgyzstan', 'tajikistan', 'china'].map(entity => ({
  entity,
  statement: statement(`${entity}.area`),
}))
const [xian, astana] = [statement('xian-summit-2023.date'), statement('astana-summit-2025.date')]
const trade = entities
  .flatMap(({ statements: own }) =>
    own.filter(each => each.property.id === 'trade-with-china' && each.standing === 'settled'),
  )
  .slice(0, 2)
const difference = (): Quantity => {
  const [one] = trade
  const value = one?.standing === 'settled' ? one.account.value : undefined
  if (value?.type !== 'number') throw new Error('no figure of trade')
  return { amount: -1_250_000_000, unit: value.quantity.unit }
}
const standing = (wanted: Standing): Statement => {
  const each = statements.find(one => one.standing === wanted)
  if (!each) throw new Error(`nothing is ${wanted}`)
  return each
}

/** Every kind of line, and each with what is hardest to draw. */
const lines: Readonly<Record<string, Found>> = {
  yes: found(statement('turkmenistan.memberships'), { is: 'yes-no', yes: true }),
  'no, about somebody': found(statement('turkmenistan.memberships'), { is: 'yes-no', yes: false, about: 'sco' }),
  'yes of a view': found(standing('viewpoint'), { is: 'yes-no', yes: true }),
  'yes of what is foreseen': found(standing('expected'), { is: 'yes-no', yes: true }),
  'yes of a dispute': found(standing('disputed'), { is: 'yes-no', yes: true }),
  extreme: found(statement('kazakhstan.area'), { is: 'extreme', property: property('area'), ranking: areas, nth: 0 }),
  comparison: found(statement('kazakhstan.area'), {
    is: 'comparison',
    property: property('area'),
    ranking: areas.slice(0, 2),
  }),
  'a difference': found(statement('kazakhstan.area'), {
    is: 'comparison',
    property: property('area'),
    ranking: areas.slice(0, 2),
    difference: { amount: 2_277_500, unit: areaUnit(), approximation: 'about' },
  }),
  each: found(statement('kazakhstan.capital'), {
    is: 'each',
    property: property('capital'),
    ranking: ['kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan', 'uzbekistan'].map(entity => ({
      entity,
      statement: statement(`${entity}.capital`),
    })),
  }),
  'year by year': found(statement('china-central-asia-trade.trade-2022'), {
    is: 'each',
    property: property('trade-with-china'),
    ranking: ['2022', '2023', '2025'].map(year => ({
      entity: 'china-central-asia-trade',
      statement: statement(`china-central-asia-trade.trade-${year}`),
      year,
    })),
  }),
  sum: found(statement('kazakhstan.area'), {
    is: 'sum',
    property: property('area'),
    ranking: areas.slice(0, 2),
    total: { amount: 3_213_000, unit: areaUnit() },
  }),
  'a comparison of sentences': found(standing('disputed'), {
    is: 'comparison',
    property: property('area'),
    ranking: statements.slice(0, 6).map(each => ({ entity: each.entity, statement: each })),
  }),
  count: found(xian, { is: 'count', count: 3, entities: ['kazakhstan', 'china', 'uzbekistan'] }),
  'count without names': found(xian, { is: 'count', count: 54, entities: [] }),
  'count of many': found(xian, { is: 'count', count: entities.length, entities: [...ids] }),
  'years between': found(
    xian,
    {
      is: 'between',
      years: 2,
      days: 761,
      from: { entity: 'xian-summit-2023', date: '2023-05-18' },
      to: { entity: 'astana-summit-2025', date: '2025-06-17' },
    },
    astana,
  ),
  'days between': found(
    xian,
    {
      is: 'between',
      years: 0,
      days: 30,
      from: { entity: 'xian-summit-2023', date: '2023-05-18' },
      to: { entity: 'astana-summit-2025', date: '2023-06-17' },
    },
    astana,
  ),
  'less than a year, to the month': found(
    xian,
    {
      is: 'between',
      years: 0,
      days: 31,
      from: { entity: 'xian-summit-2023', date: '2023-05' },
      to: { entity: 'astana-summit-2025', date: '2023-06' },
    },
    astana,
  ),
  change: found(trade[0] ?? xian, {
    is: 'change',
    from: trade[0] ?? xian,
    to: trade[1] ?? xian,
    years: ['2022', '2025'],
    difference: difference(),
  }),
  'one entity': found(statement('turkmenistan.memberships'), { is: 'entities', entities: ['turkmenistan'] }),
  'all entities': found(xian, { is: 'entities', entities: [...ids] }),
  'the five longest sentences': found(
    statements[0] ?? xian,
    undefined,
    ...statements.toSorted((a, b) => JSON.stringify(b).length - JSON.stringify(a).length).slice(0, 5),
  ),
}

const widest = 46
const widthOf = (text: string): number =>
  Array.from(unescaped(text)).reduce(
    (sum, letter) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(letter) ? 2 : 1),
    0,
  )

/** The title as the rich layout draws it, without its sign. */
const titleOf = (view: View): string =>
  textsOf(view)[0]
    ?.split('\n')[0]
    ?.replace(/^## (?:\p{Extended_Pictographic}|\p{RI}|\ufe0f)*\s?/u, '') ?? ''

test('year by year, each line begins with its year', () => {
  const ranking = ['2023', '2024'].map(year => ({
    entity: 'china-europe-railway-express',
    statement: statement(`china-europe-railway-express.volume-${year}`),
    year,
  }))
  const line: Line = { is: 'each', property: property('volume'), ranking }
  const [english] = readers
  if (!english) throw new Error('no reader')
  const byYear = shortAnswer(found(statement('china-europe-railway-express.volume-2023'), line), english)
  expect(byYear.lines).toEqual(['- 2023: over 17,000 train trips', '- 2024: 19,000 train trips'])
})

test('an amount made of rough ones is rough, and each stands with its year', () => {
  const [from, to] = ['2023', '2025'].map(year => statement(`china-europe-railway-express.volume-${year}`))
  const [english] = readers
  if (!from || !to || !english) throw new Error('no reader')
  const unit = knowledge.units.get('trains')
  if (!unit) throw new Error('no unit trains')
  const more = { amount: 3_000, unit, approximation: 'about' as const }
  const grown = shortAnswer(found(to, { is: 'change', from, to, years: ['2023', '2025'], difference: more }), english)
  expect(grown.title).toBe('about +3,000 train trips')
  expect(grown.lines).toEqual(['from over 17,000 train trips (2023) to over 20,000 train trips (2025)'])
})

test('of when and where neither is the answer alone', () => {
  const [where, when] = [statement('astana-summit-2025.held-in'), statement('astana-summit-2025.date')]
  const titles = readers.map(
    reader => shortAnswer({ ...found(where, undefined, when), areSeveral: true }, reader).title,
  )
  expect(titles).toEqual(['Astana, 17 June 2025', 'Астана, 17 июня 2025 г.', '阿斯塔纳、2025年6月17日'])
})

test('of several names none is the answer alone', () => {
  const names = ['akmolinsk', 'tselinograd', 'akmola', 'nur-sultan'].map(name =>
    statement(`astana.former-name-${name}`),
  )
  const [first = statement('astana.about'), ...others] = names
  const titles = readers.map(
    reader => shortAnswer({ ...found(first, undefined, ...others), areSeveral: true }, reader).title,
  )
  expect(titles).toContain('Akmolinsk, Tselinograd, Akmola, Nur-Sultan')
})

describe.each(readers.map(reader => [reader.language, reader] as const))('in %s', (language, reader) => {
  const draw = (one: Found, asked = kept): readonly View[] =>
    layouts.map(layout =>
      answerPage(one, { asked, own: true, named: asked === '' ? entities.slice(0, 10) : [] }, 'short', layout, reader),
    )

  test.each(Object.entries(lines))('%s', (_, one) => {
    const views = [...draw(one), ...draw(one, '')]
    expect(views.flatMap(view => wrongWith(view, ids))).toEqual([])
    for (const view of views) {
      const text = textsOf(view).join('\n')
      expect(text).toContain(reader.words.page.dataset(knowledge.version))
      if (language !== 'en') expect(text).not.toContain(reader.words.page.inEnglish)
    }
    expect(widthOf(shortAnswer(one, reader).title)).toBeLessThanOrEqual(widest)
  })

  test('every statement, as the answer to what it is asked for', () => {
    const views = statements.flatMap(each => draw(found(each)))
    expect(views.flatMap(view => wrongWith(view, ids))).toEqual([])
  })

  test('no heading is longer than two lines of a phone', () => {
    const long = statements
      .map(each => shortAnswer(found(each), reader).title)
      .filter(title => widthOf(title) > widest || title.includes('\n'))
    expect(long).toEqual([])
  })

  test('no viewpoint, no dispute and nothing foreseen heads a page as a fact', () => {
    const bare = statements.filter(each => {
      const { title } = shortAnswer(found(each), reader)
      const entity = knowledge.entities.get(each.entity)
      const what = inLanguage(each.property.name, language).text
      // What the answer is about, where the value is none.
      if (title === what || (entity && unescaped(title).startsWith(plainName(entity, language)))) return false
      switch (each.standing) {
        case 'settled':
          return false
        case 'viewpoint': {
          const speaker = knowledge.entities.get(each.view.speaker)
          return !speaker || !unescaped(title).includes(plainName(speaker, language))
        }
        case 'expected':
          return !title.toLowerCase().includes(reader.words.page.expected.toLowerCase())
        case 'disputed':
          return !title.toLowerCase().includes(reader.words.page.disputed.toLowerCase())
      }
    })
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  test('a yes or no from what one side says names it', () => {
    const view = standing('viewpoint')
    if (view.standing !== 'viewpoint') throw new Error('no view')
    const speaker = knowledge.entities.get(view.view.speaker)
    const { title } = shortAnswer(found(view, { is: 'yes-no', yes: true }), reader)
    expect(title).not.toBe(reader.words.ask.verdict.yes)
    expect(speaker && unescaped(title)).toContain(speaker && plainName(speaker, language))
  })

  test.each(whys)('declined because of %s: what can be answered, and neither source nor as-of', why => {
    const views = layouts.flatMap(layout =>
      [[], statements.slice(0, 5)].map(next =>
        declinedPage({ is: 'declined', language, why, next }, kept, 'short', layout, reader),
      ),
    )
    expect(views.flatMap(view => wrongWith(view, ids))).toEqual([])
    for (const view of views) {
      expect(view.private).toBe(true)
      const text = nodesOf(view)
        .flatMap(({ content }) => content ?? [])
        .join('\n')
      expect(text).toContain(reader.words.ask.declined[why].lead)
      expect(text).not.toContain(reader.words.page.dataset(knowledge.version))
    }
  })

  test('every property that an entity could have and does not is missing in a sentence', () => {
    const views = entities.flatMap(entity =>
      [...knowledge.properties.values()]
        .filter(one => one.on.includes(entity.kind) && !entity.statements.some(each => each.property === one))
        .map(one =>
          declinedPage(
            { is: 'declined', language, why: 'unknown', notHeld: { entity, property: one }, next: [] },
            kept,
            'short',
            'rich',
            reader,
          ),
        ),
    )
    expect(views.length).toBeGreaterThan(100)
    expect(views.flatMap(view => wrongWith(view, ids))).toEqual([])
  })

  test('candidates and reasons', () => {
    const longest = statements.toSorted((a, b) => b.id.length - a.id.length).slice(0, 10)
    const views = layouts.flatMap(layout => [
      candidatesPage(longest, { asked: kept, back: kept }, layout, reader),
      candidatesPage(longest, { asked: '', back: '' }, layout, reader),
      candidatesPage([], { asked: kept, back: kept }, layout, reader),
      ...longest.map(({ id }) => reportPage({ asked: kept, language, shown: id }, layout, reader.words)),
    ])
    expect(views.flatMap(view => wrongWith(view, ids))).toEqual([])
  })
})

const reader = (language: string): Reader => {
  const words = languages.get(language)?.words
  if (!words) throw new Error(`no words in ${language}`)
  return { language, words, knowledge }
}

describe('what stands on the page', () => {
  test.each([
    ['en', 'kazakhstan.capital', 'Astana'],
    ['ru', 'kazakhstan.capital', 'Астана'],
    ['zh-CN', 'kazakhstan.capital', '阿斯塔纳'],
    ['en', 'cku-railway.length', '532.5 km / 523 km / 486 km (disputed)'],
    ['ru', 'cku-railway.length', '532,5 км / 523 км / 486 км (данные расходятся)'],
    ['zh-CN', 'cku-railway.length', '532.5公里 / 523公里 / 486公里（说法不一）'],
  ])('in %s %s is headed “%s”', (language, id, title) => {
    expect(shortAnswer(found(statement(id)), reader(language)).title.replaceAll('\u00a0', ' ')).toBe(title)
  })

  test.each([
    ['en', 'years between', '2 years (18 May 2023 – 17 June 2025)'],
    ['ru', 'years between', '2 года (18 мая 2023 г. — 17 июня 2025 г.)'],
    ['zh-CN', 'years between', '2年（2023年5月18日至2025年6月17日）'],
    ['en', 'days between', '30 days (18 May 2023 – 17 June 2023)'],
    ['en', 'less than a year, to the month', 'Less than a year (May 2023 – June 2023)'],
    ['en', 'no, about somebody', 'No'],
    ['en', 'yes', 'Yes'],
    ['en', 'count', '3: Kazakhstan, China, Uzbekistan'],
    ['en', 'count without names', '54'],
    ['en', 'extreme', 'Kazakhstan: 2,724,900 km²'],
    ['zh-CN', 'one entity', '土库曼斯坦'],
  ])('in %s, %s is “%s”', (language, which, title) => {
    const one = lines[which]
    if (!one) throw new Error(`no line ${which}`)
    expect(shortAnswer(one, reader(language)).title.replaceAll('\u00a0', ' ')).toBe(title)
  })

  test('a ranking names the values that it uses, and the foot their sources', () => {
    const one = lines.extreme
    const text = one
      ? textsOf(answerPage(one, { asked: kept, own: true }, 'short', 'rich', reader('en'))).join('\n')
      : ''
    for (const value of ['1. Kazakhstan: 2,724,900 km²', '2. Turkmenistan: 488,100 km²']) expect(text).toContain(value)
  })

  test('of each there is a line, under the values where they fit and else under what they are', () => {
    const headed = (name: string): string => (lines[name] ? shortAnswer(lines[name], reader('en')).title : '')
    expect(headed('each')).toBe('Astana, Bishkek, Dushanbe, Ashgabat, Tashkent')
    expect(headed('sum')).toBe('3,213,000 km²')
    expect(headed('year by year')).toBe('Trade with China')
    const linesUnder = (name: string): readonly string[] =>
      lines[name] ? shortAnswer(lines[name], reader('en')).lines : []
    expect(linesUnder('each')).toContain('- Kyrgyzstan: Bishkek')
    expect(linesUnder('year by year')).toContain('- 2023: US$89.4 billion')
  })

  test('the second of an order is headed by the second', () => {
    const second = found(statement('turkmenistan.area'), {
      is: 'extreme',
      property: property('area'),
      ranking: areas,
      nth: 1,
    })
    expect(shortAnswer(second, reader('en')).title).toBe('Turkmenistan: 488,100 km²')
  })

  test('those who are as large as the largest come with it', () => {
    const same = ['kazakhstan', 'uzbekistan'].map(entity => ({ entity, statement: statement('kazakhstan.area') }))
    const one = found(statement('kazakhstan.area'), {
      is: 'extreme',
      property: property('area'),
      ranking: same,
      nth: 0,
    })
    expect(shortAnswer(one, reader('en')).title).toBe('Kazakhstan, Uzbekistan: 2,724,900 km²')
  })

  test.each([
    ['en', 'I have no population for Khorgos.'],
    ['ru', 'Хоргос: население — этого в моих данных нет.'],
    ['zh-CN', '我没有收录霍尔果斯的人口。'],
  ])('in %s what is not held of something known is said exactly: “%s”', (language, sentence) => {
    const entity = knowledge.entities.get('khorgos')
    if (!entity) throw new Error('no Khorgos')
    const view = declinedPage(
      { is: 'declined', language, why: 'unknown', notHeld: { entity, property: property('population') }, next: [] },
      kept,
      'short',
      'rich',
      reader(language),
    )
    expect(titleOf(view)).toBe(sentence)
  })

  test('where statements of others answer as well, it is said whose the value is', () => {
    const one = found(statement('kazakhstan.area'), undefined, statement('uzbekistan.area'))
    expect(shortAnswer(one, reader('en')).title).toBe('Kazakhstan: 2,724,900 km²')
    const same = found(statement('kazakhstan.area'), undefined, statement('kazakhstan.capital'))
    expect(shortAnswer(same, reader('en')).title).toBe('2,724,900 km²')
  })

  test('a report of what was declined says so', () => {
    const view = declinedPage(
      { is: 'declined', language: 'en', why: 'bait', next: [] },
      kept,
      'short',
      'rich',
      reader('en'),
    )
    const shown = nodesOf(view).flatMap(({ custom_id: id }) => reportAnswer.read(id ?? '')?.shown ?? [])
    expect(shown).toEqual([`${declinedMark}bait`])
  })
})

describe('whatever is asked', () => {
  const page = (one: Answer, layout: 'rich' | 'text'): View =>
    one.is === 'found'
      ? answerPage(one, { asked: kept, own: true }, 'short', layout, reader(one.language))
      : declinedPage(one, kept, 'short', layout, reader(one.language))
  const names = entities.flatMap(({ name, aliases }) => [name.en, ...name.other.values(), ...aliases])
  const words = [...knowledge.asking.values()].flatMap(({ properties, questions, most }) => [
    ...[...properties.values()].flatMap(({ asked }) => asked),
    ...Object.values(questions).flat(),
    ...most,
  ])
  const anyQuestion = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.oneof(fc.constantFrom(...names), fc.constantFrom(...words), fc.string({ maxLength: 8 })), {
        maxLength: 12,
      })
      .map(parts => parts.join(' ')),
  )

  test('is a page within Discord’s limits', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom('en', 'ru', 'zh-CN', 'kk'), (question, language) => {
        const one = answer(asking, question, language)
        for (const layout of layouts) expect(wrongWith(page(one, layout), ids)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('none of the asker’s markup and no ping comes back', () => {
    const traps = [
      '<@100000000000000001>',
      '@everyone',
      '<@&1>',
      '**marker**',
      '[marker](https://example.org)',
      '`marker`',
      '\u202emarker',
    ]
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(...traps), fc.constantFrom(...layouts), (question, trap, layout) => {
        const text = textsOf(page(answer(asking, `${trap} ${question.slice(0, 200)} ${trap}`, 'en'), layout)).join('\n')
        expect(text).not.toContain(trap)
        expect(text).not.toMatch(/<@[!&]?\d+>|@everyone|@here/)
      }),
      { numRuns: 200 },
    )
  })
})
