import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/knowledge/fold.ts'
import { inLanguage } from '../../src/knowledge/language.ts'
import { findEntities, type Match, nearestEntities, tiers } from '../../src/knowledge/lookup.ts'
import { kinds } from '../../src/knowledge/model.ts'
import { hasHan, indexNames } from '../../src/knowledge/name-index.ts'
import { lookupKnowledge } from './lookup-dataset.ts'

const index = indexNames(lookupKnowledge)
const languages = ['en', 'ru', 'zh-CN', 'kk']

function ids(matches: readonly Match[]): readonly string[] {
  return matches.map(match => match.entity.id)
}

function first(text: string, language = 'en'): string {
  const [match] = findEntities(index, text, { language, limit: 25 })
  return match === undefined ? 'none' : `${match.entity.id} ${match.tier} “${match.matched}”`
}

describe('what people type', () => {
  test.each([
    ['Kazakhstan', 'en', 'kazakhstan exact “Kazakhstan”'],
    ['kaza', 'en', 'kazakhstan prefix “Kazakhstan”'],
    ['казах', 'ru', 'kazakhstan prefix “Казахстан”'],
    ['казах', 'en', 'kazakhstan alias “Казахстан”'],
    ['哈萨克', 'zh-CN', 'kazakhstan prefix “哈萨克斯坦”'],
    ['哈萨克', 'en', 'kazakhstan alias “哈萨克斯坦”'],
    ['kazak', 'en', 'kazakhstan prefix “Kazakhstan”'],
    ['qazaq', 'en', 'kazakhstan alias “Qazaqstan”'],
    ['КАЗАҚ', 'en', 'kazakhstan alias “Қазақстан”'],
    ['the republic of kazakhstan', 'en', 'kazakhstan exact “Kazakhstan”'],
    ['the kazakhstan', 'en', 'kazakhstan exact “Kazakhstan”'],
    ['China Kyrgyzstan Uzbekistan railway', 'en', 'cku exact “The China-Kyrgyzstan-Uzbekistan Railway”'],
    ['xian', 'en', 'xian exact “Xi’an”'],
    ['Xi An', 'en', 'xian exact “Xi’an”'],
    ['oʻzbek', 'en', 'uzbekistan alias “Oʻzbekiston”'],
    ["o'zbek", 'en', 'uzbekistan alias “Oʻzbekiston”'],
    ['артем', 'ru', 'artyom prefix “Артём Пётров”'],
    ['tokayev', 'en', 'tokayev alias “Kassym-Jomart Tokayev”'],
    ['токаев', 'ru', 'tokayev alias “Касым-Жомарт Токаев”'],
    ['托卡', 'zh-CN', 'tokayev alias “卡西姆若马尔特·托卡耶夫”'],
    ['峰会', 'zh-CN', 'xian-summit alias “西安峰会”'],
    ['summit astana', 'en', 'astana-summit alias “Astana Summit”'],
    ['second', 'en', 'astana-summit alias “second summit”'],
    ['kzaakhstan', 'en', 'kazakhstan fuzzy “Kazakhstan”'],
    ['kazkhs', 'en', 'kazakhstan fuzzy “Kazakhstan”'],
    ['turkmnistan', 'en', 'turkmenistan fuzzy “Turkmenistan”'],
    ['узбикистан', 'ru', 'uzbekistan fuzzy “Узбекистан”'],
    ['tokaev', 'en', 'tokayev fuzzy “Kassym-Jomart Tokayev”'],
    ['哈萨k', 'en', 'none'],
    ['zzz', 'en', 'none'],
    ['bejing olympics', 'en', 'none'],
  ])('%s (%s) finds %s', (text, language, expected) => {
    expect(first(text, language)).toBe(expected)
  })

  test('no slip is forgiven in three letters or in a Chinese word', () => {
    expect(first('asx')).toBe('none')
    expect(first('阿斯塔拉')).toBe('none')
  })

  test('the whole name comes before a longer one', () => {
    expect(ids(findEntities(index, 'astana', { language: 'en', limit: 5 })).slice(0, 2)).toEqual([
      'astana',
      'astana-summit',
    ])
    expect(ids(findEntities(index, 'china', { language: 'en', limit: 5 }))).toEqual(['china', 'cku', 'astana-summit'])
  })

  test('a whole name brings no guesses, half a name does', () => {
    expect(ids(findEntities(index, 'astana', { language: 'en', limit: 25 }))).not.toContain('astara')
    expect(ids(findEntities(index, 'astan', { language: 'en', limit: 25 }))).toContain('astara')
  })

  test('only the kinds that are asked for', () => {
    expect(ids(findEntities(index, 'astana', { language: 'en', limit: 5, kinds: ['summit'] }))).toEqual([
      'astana-summit',
    ])
  })
})

describe('before anything is typed', () => {
  test.each(['', '  ', '?!'])('“%s” gives the fixed order', text => {
    expect(ids(findEntities(index, text, { language: 'en', limit: 25 }))).toEqual([
      'china',
      'kazakhstan',
      'kyrgyzstan',
      'tajikistan',
      'turkmenistan',
      'uzbekistan',
      'astana-summit',
      'xian-summit',
      'virtual-summit',
      'third-summit',
      'cku',
      'artyom',
      'tokayev',
      'astana',
      'astara',
      'korgas',
      'xian',
    ])
  })

  test('the alphabet is the reader’s', () => {
    const countries = findEntities(index, '', { language: 'ru', limit: 25, kinds: ['country'] })
    expect(countries.map(match => match.matched)).toEqual([
      'Казахстан',
      'Киргизия',
      'Китай',
      'Таджикистан',
      'Туркмения',
      'Узбекистан',
    ])
  })
})

describe('the nearest', () => {
  test.each([
    ['kazakstnaa', 'kazakhstan'],
    ['kirgisien', 'kyrgyzstan'],
    ['西宁', 'xian'],
  ])('to %s is %s', (text, id) => {
    expect(ids(nearestEntities(index, text, { language: 'en', limit: 3 }))).toContain(id)
  })

  test('are three whatever is typed, and of the kinds asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const nearest = nearestEntities(index, text, { language: 'en', limit: 3, kinds: ['country'] })
        expect(new Set(ids(nearest)).size).toBe(3)
        expect(nearest.every(match => match.entity.kind === 'country')).toBe(true)
      }),
    )
  })
})

describe('laws', () => {
  const entities = [...lookupKnowledge.entities.values()]
  const anySpelling = fc.constantFrom(...index.spellings)
  const everything = entities.length

  test('any text gives entities once, of the kinds asked for, up to the limit, best tier first', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom('\ud800', '\udfff', 'k', 'a', ' ', '哈', '\u0300', 'ﷺ'), maxLength: 30 }),
      fc.constantFrom(
        'k'.repeat(6000),
        'the '.repeat(1500),
        '哈'.repeat(6000),
        '\ud83d'.repeat(6000),
        'ﷺ'.repeat(6000),
      ),
    )
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(...languages, '', 'not a language', '\ud800'),
        fc.nat(20),
        fc.subarray([...kinds]),
        (text, language, limit, asked) => {
          const found = findEntities(index, text, { language, limit, kinds: asked })
          expect(found.length).toBeLessThanOrEqual(limit)
          expect(new Set(ids(found)).size).toBe(found.length)
          expect(found.every(match => asked.includes(match.entity.kind))).toBe(true)
          const order = found.map(match => tiers.indexOf(match.tier))
          expect(order).toEqual(order.toSorted((a, b) => a - b))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('every spelling finds its entity exactly, in any case and with blanks for hyphens', () => {
    const anyDress = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll(/[-–—]/g, ' '),
      (text: string) => ` ${text.normalize('NFD')} `,
    )
    fc.assert(
      fc.property(anySpelling, fc.constantFrom(...languages), anyDress, (spelling, language, dress) => {
        const exact = findEntities(index, dress(spelling.text), { language, limit: everything }).filter(
          match => match.tier === 'exact',
        )
        expect(ids(exact)).toContain(spelling.entity.id)
      }),
      { numRuns: 300 },
    )
  })

  test('every beginning of a name in the reader’s language finds it at once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...entities),
        fc.constantFrom(...languages),
        fc.nat(40),
        (entity, language, length) => {
          const name = Array.from(inLanguage(entity.name, language).text)
          const typed = name.slice(0, 1 + (length % name.length)).join('')
          const found = findEntities(index, typed, { language, limit: everything }).find(
            match => match.entity.id === entity.id,
          )
          expect(['exact', 'prefix']).toContain(found?.tier)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('one slip in a name of some length still finds it', () => {
    const long = index.spellings.filter(spelling => fold(spelling.text).length >= 6 && !hasHan(spelling.text))
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.nat(),
        fc.constantFrom('drop', 'swap', 'mistake'),
        (spelling, at, slip) => {
          const key = fold(spelling.text).slice(0, 40)
          const place = at % (key.length - 1)
          const [a = '', b = ''] = [key[place], key[place + 1]]
          const slipped = { drop: b, swap: b + a, mistake: `q${b}` }[slip]
          const typed = key.slice(0, place) + slipped + key.slice(place + 2)
          expect(ids(findEntities(index, typed, { language: 'en', limit: everything }))).toContain(spelling.entity.id)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a smaller limit gives the beginning of the same list', () => {
    fc.assert(
      fc.property(anySpelling, fc.nat(6), fc.nat(5), (spelling, length, limit) => {
        const typed = spelling.text.slice(0, length)
        const all = ids(findEntities(index, typed, { language: 'en', limit: everything }))
        expect(ids(findEntities(index, typed, { language: 'en', limit }))).toEqual(all.slice(0, limit))
      }),
    )
  })
})
