/** Every rule of the parser, broken once: exactly one fault comes, at its place, and teaches. */

import { describe, expect, test } from 'vitest'
import { parse } from '../../src/knowledge/parse.ts'
import { changed, type Files, smallDataset, withFile, without } from './small-dataset.ts'

function faultsOf(files: Files): readonly string[] {
  const parsed = parse(files)
  return parsed.ok ? [] : parsed.faults.map(({ file, entry, reason }) => `${file} › ${entry}: ${reason}`)
}

const kazakhstan = 'countries/kazakhstan.yaml'
const russian = 'countries/kazakhstan.ru.yaml'
const railway = 'projects/railway.yaml'
const sources = 'sources/all.yaml'

/** What is broken · file · text there · its replacement · entry of the fault · part of its reason. */
type Case = readonly [what: string, file: string, from: string, to: string, entry: string, reason: string]

const yamlCases: readonly Case[] = [
  ['YAML that is none', kazakhstan, 'since: 1997-12-10', 'since: @1997', 'line 13', 'not YAML'],
  ['a key twice', kazakhstan, '  capital:\n', '  about:\n', 'line 10', 'not YAML: Map keys must be unique'],
  ['an unknown anchor', kazakhstan, 'value: tenge', 'value: *money', 'the whole file', 'not YAML: Unresolved alias'],
  ['bytes that are no UTF-8', kazakhstan, 'value: tenge', 'value: ten\ufffde', 'line 33', 'expected UTF-8'],
]

const shapeCases: readonly Case[] = [
  [
    'an unknown key of an entity',
    kazakhstan,
    'sign:',
    'flag:',
    'the entity',
    'unknown key “flag”; those known here are name, sign',
  ],
  [
    'an unknown key of a statement',
    kazakhstan,
    'since:',
    'from:',
    'capital',
    'unknown key “from”; those known here are property, value',
  ],
  ['an unknown key of a value', kazakhstan, 'approximation', 'about', 'population', 'value: unknown key “about”'],
  [
    'a number where a text belongs',
    kazakhstan,
    'value: tenge\n    text: The currency of Kazakhstan is the tenge.',
    'value: tenge\n    text: 5',
    'currency',
    'text: expected a text, came the number 5 (to mean the text',
  ],
  [
    'no text',
    kazakhstan,
    '    text: Astana is the capital of Kazakhstan.\n',
    '',
    'capital',
    'text: expected a text, came nothing',
  ],
  ['no name', kazakhstan, 'name: Kazakhstan\n', '', 'the entity', 'name: expected a text, came nothing'],
  [
    'no source',
    kazakhstan,
    '    sources: [gov-2024, { id: agency-2025, at: paragraph 2 }]\n',
    '',
    'capital',
    'sources: expected a list, came nothing',
  ],
  [
    'an empty list of sources',
    kazakhstan,
    '[gov-2024, { id: agency-2025, at: paragraph 2 }]',
    '[]',
    'capital',
    'sources: expected at least one entry',
  ],
  [
    'a source twice',
    kazakhstan,
    '[gov-2024, { id: agency-2025, at: paragraph 2 }]',
    '[gov-2024, gov-2024]',
    'capital',
    'sources: expected each entry once, came twice: "gov-2024"',
  ],
  [
    'an alias twice',
    kazakhstan,
    'aliases: [Qazaqstan,',
    'aliases: [Qazaqstan, Qazaqstan,',
    'the entity',
    'aliases: expected each entry once',
  ],
  [
    'a citation of another shape',
    kazakhstan,
    '{ id: agency-2025, at: paragraph 2 }',
    '7',
    'capital',
    'sources[1]: expected the id of a source, or { id, at }, came the number 7',
  ],
  [
    'a text too long',
    kazakhstan,
    'Astana is the capital of Kazakhstan.',
    'x'.repeat(251),
    'capital',
    'text: expected at most 250 characters, came 251',
  ],
  [
    'a translation too long',
    russian,
    'Валюта Казахстана — тенге.',
    'щ'.repeat(301),
    'currency',
    'text: expected at most 300 characters, came 301',
  ],
  [
    'a blank at the end',
    kazakhstan,
    'Astana is the capital of Kazakhstan.',
    '"Astana is the capital. "',
    'capital',
    'text: expected no blanks',
  ],
  ['nothing but blanks', kazakhstan, 'Astana is the capital of Kazakhstan.', '" "', 'capital', 'text: expected words'],
  [
    'a line break inside',
    kazakhstan,
    'Astana is the capital of Kazakhstan.',
    '"Astana is\\nthe capital."',
    'capital',
    'text: expected one line of visible characters',
  ],
  [
    'a control character',
    kazakhstan,
    'value: tenge',
    'value: "ten\\u0007ge"',
    'currency',
    'value: expected one line of visible characters',
  ],
  [
    'a mark that turns the writing',
    russian,
    'Казахстан   #',
    '"Каза\\u202Eхстан" #',
    'the entity',
    'name: expected one line of visible characters',
  ],
  [
    'an unknown standing',
    kazakhstan,
    'standing: viewpoint',
    'standing: view',
    'trade-pledge',
    'standing: expected settled | viewpoint | disputed | expected; came the text “view”',
  ],
  [
    'a month that is none',
    kazakhstan,
    'since: 1997-12-10',
    'since: 1997-13',
    'capital',
    'since: expected a day that exists',
  ],
  [
    'a day that does not exist',
    kazakhstan,
    'since: 1997-12-10',
    'since: 2023-02-30',
    'capital',
    'since: expected a day that exists, as 2023, 2023-05 or 2023-05-18; came “2023-02-30”',
  ],
  [
    'a date of another shape',
    kazakhstan,
    'asOf: 2025-06',
    'asOf: { year: 2025 }',
    'population',
    'asOf: expected a date: 2023, 2023-05 or 2023-05-18, came a map',
  ],
  ['a range upside down', railway, 'upTo: 320', 'upTo: 299', 'length', 'value: expected upTo above amount'],
  ['a latitude that is none', kazakhstan, 'latitude: 48.0', 'latitude: 91', 'the entity', 'place.latitude: Too big'],
  [
    'a statement id not in kebab-case',
    kazakhstan,
    '  first-capital:',
    '  firstCapital:',
    'firstCapital',
    'expected an id in kebab-case',
  ],
  [
    'a statement id that is a number',
    kazakhstan,
    '  first-capital:',
    '  1997:',
    '1997',
    'expected an id in kebab-case',
  ],
  [
    'a statement id too long',
    kazakhstan,
    '  first-capital:',
    `  ${'a'.repeat(41)}:`,
    'a'.repeat(41),
    'expected an id of at most 40 characters, came 41',
  ],
  [
    'a statement that is no map',
    kazakhstan,
    '  trade-pledge:\n',
    '  trade-promise: soon\n  trade-pledge:\n',
    'trade-promise',
    'expected a map, came the text “soon”',
  ],
  [
    'statements that are no map',
    'places/almaty.yaml',
    '{}',
    'none',
    'the entity',
    'statements: expected a map, came the text “none”',
  ],
  [
    'a hidden key',
    kazakhstan,
    '  trade-pledge:\n',
    '  __proto__: { property: pledge, text: x, sources: [gov-2024] }\n  trade-pledge:\n',
    '__proto__',
    'expected an id in kebab-case',
  ],
  [
    'an address that is none',
    sources,
    'https://example.org/about',
    'example.org',
    'gov-2024',
    'url: expected an address that begins with http:// or https://',
  ],
  [
    'an address of another protocol',
    sources,
    'https://example.org/about',
    'ftp://example.org/',
    'gov-2024',
    'url: expected an address that begins with http:// or https://',
  ],
  [
    'an address with a blank',
    sources,
    'https://example.org/about',
    'https://example.org/a b',
    'gov-2024',
    'url: expected an address',
  ],
  [
    'a null without a note',
    sources,
    '  note: Seen in print only.\n',
    '',
    'agency-2025',
    'expected a note that says why url, publisher or date is null',
  ],
  [
    'an unknown kind of source',
    sources,
    'kind: agency',
    'kind: blog',
    'agency-2025',
    'kind: expected official | agency | press | reference | academic; came the text “blog”',
  ],
  [
    'a language that is no tag',
    sources,
    'language: zh-CN',
    'language: Chinese',
    'agency-2025',
    'language: expected a language tag',
  ],
  [
    'no date of the dataset',
    'dataset.yaml',
    'date: 2026-11-23\n',
    '',
    'the whole file',
    'date: expected a date: 2023, 2023-05 or 2023-05-18, came nothing',
  ],
  [
    'a version that is none',
    'dataset.yaml',
    '1.2.3',
    'new',
    'the whole file',
    'version: expected a version such as 1.4.0',
  ],
  [
    'a unit without its number',
    'units.yaml',
    "km: { pattern: '{n} km' }",
    "km: { pattern: 'km' }",
    'km',
    'pattern: expected {n} once and no other braces, came “km”',
  ],
  [
    'a question without its entity',
    'properties.yaml',
    "'What is {entity}?'",
    "'What is it?'",
    'about',
    'question: expected {entity} once',
  ],
  [
    'a placeholder lost in translation',
    'properties.ru.yaml',
    '{entity}',
    'Казахстан',
    'capital',
    'question: expected {entity} once',
  ],
  ['a placeholder translated', 'units.ru.yaml', '{n} км', '{н} км', 'km', 'pattern: expected {n} once'],
  [
    'an unknown type',
    'properties.yaml',
    'about: { type: text',
    'about: { type: string',
    'about',
    'type: expected text | texts | number | date | entity | entities; came the text “string”',
  ],
  [
    'an entity property without kinds',
    'properties.yaml',
    'on: [country], of: [place], ages',
    'on: [country], ages',
    'capital',
    'expected `of`',
  ],
  [
    'kinds for a value that is text',
    'properties.yaml',
    'Currency, question',
    'Currency, of: [place], question',
    'currency',
    'expected `of`',
  ],
  [
    'a number property without units',
    'properties.yaml',
    'on: [project], units: [km], name',
    'on: [project], name',
    'length',
    'expected `units`',
  ],
  [
    'a property on an unknown kind',
    'properties.yaml',
    'on: [project], units',
    'on: [railway], units',
    'length',
    'on[0]: expected country | summit',
  ],
  [
    'a glossary term in English',
    'glossary.yaml',
    'ru: Шёлковый путь',
    'en: Silk Road',
    'Silk Road',
    'en: expected a language tag such as ru or zh-CN, or note',
  ],
  [
    'a glossary term that is no map',
    'glossary.yaml',
    '{ ru: Шёлковый путь, note: with ё }',
    'Шёлковый путь',
    'Silk Road',
    'expected a map',
  ],
  [
    'a mark that is a number',
    russian,
    'of: "24587271"',
    'of: 24587271',
    'about',
    'of: expected a text, came the number 24587271 (to mean the text',
  ],
  [
    'a mark of another shape',
    russian,
    'of: "24587271"',
    'of: new',
    'about',
    'of: expected a mark of eight hexadecimal digits',
  ],
]

const referenceCases: readonly Case[] = [
  [
    'an unknown property',
    kazakhstan,
    'property: pledge',
    'property: pleDge',
    'trade-pledge',
    'property: unknown property “pleDge”; did you mean “pledge”?',
  ],
  [
    'an id that is no property',
    'countries/china.yaml',
    '  neighbours:\n',
    '  neighbors:\n',
    'neighbors',
    'unknown property “neighbors”; did you mean “neighbours”? (where',
  ],
  [
    'a property of another kind',
    kazakhstan,
    'property: pledge',
    'property: date',
    'trade-pledge',
    'property: “date” is said of a summit, not of a country',
  ],
  ['an unknown unit', railway, 'unit: km', 'unit: miles', 'length', 'value: unknown unit “miles”'],
  [
    'a unit that the property does not take',
    railway,
    'unit: km',
    'unit: people',
    'length',
    'value: expected a unit among km, which “length” takes; came “people”',
  ],
  [
    'a property with an unknown unit',
    'properties.yaml',
    'units: [people]',
    'units: [people, heads]',
    'population',
    'units: unknown unit “heads”',
  ],
  [
    'an unknown source',
    kazakhstan,
    '[gov-2024, { id',
    '[gov-2025, { id',
    'capital',
    'sources: unknown source “gov-2025”; did you mean “gov-2024”?',
  ],
  [
    'an unknown source of a side',
    railway,
    'gives 290 km.\n        sources: [gov-2024]',
    'gives 290 km.\n        sources: [gov]',
    'length',
    'alternatives[0].sources: unknown source “gov”',
  ],
  [
    'an unknown entity',
    kazakhstan,
    'value: astana',
    'value: astna',
    'capital',
    'value: unknown entity “astna” (expected the id of a place); did you mean “astana”?',
  ],
  [
    'an entity of another kind',
    kazakhstan,
    'value: astana',
    'value: tokayev',
    'capital',
    'value: expected a place, came “tokayev”, which is a person',
  ],
  [
    'an entity of another kind in a list',
    'countries/china.yaml',
    'value: [kazakhstan]',
    'value: [kazakhstan, astana]',
    'neighbours',
    'value: expected a country, came “astana”, which is a place',
  ],
  [
    'an unknown related entity',
    kazakhstan,
    'related: [railway]',
    'related: [railroad]',
    'the entity',
    'related: unknown entity “railroad”',
  ],
  [
    'an entity related to itself',
    kazakhstan,
    'related: [railway]',
    'related: [kazakhstan]',
    'the entity',
    'related: expected another entity, came this one itself',
  ],
  [
    'a speaker that is a place',
    kazakhstan,
    'speaker: kazakhstan',
    'speaker: astana',
    'trade-pledge',
    'speaker: expected a country or organisation or person, came “astana”',
  ],
  [
    'an unknown speaker',
    kazakhstan,
    'speaker: kazakhstan',
    'speaker: kyrgyzstan',
    'trade-pledge',
    'speaker: unknown entity “kyrgyzstan”',
  ],
]

const ruleCases: readonly Case[] = [
  [
    'a list for a text',
    kazakhstan,
    'value: tenge',
    'value: [tenge]',
    'currency',
    'value: expected a text, came a list of 1',
  ],
  [
    'a text for a list',
    kazakhstan,
    '[Kazakh, Russian]',
    'Kazakh',
    'languages',
    'value: expected a list of texts, came the text “Kazakh”',
  ],
  ['a text for a number', railway, 'value: 290', 'value: long', 'length', 'alternatives[0].value: expected a number'],
  [
    'nothing for an entity',
    kazakhstan,
    '    value: astana\n',
    '',
    'capital',
    'value: expected the id of an entity, came nothing',
  ],
  [
    'a list for an entity',
    kazakhstan,
    'value: astana',
    'value: [astana]',
    'capital',
    'value: expected the id of an entity, came a list of 1',
  ],
  [
    'one id for entities',
    'countries/china.yaml',
    'value: [kazakhstan]',
    'value: kazakhstan',
    'neighbours',
    'value: expected a list of ids of entities',
  ],
  ['a text for a date', railway, 'value: 2028', 'value: soon', 'second-line', 'value: expected a date that exists'],
  [
    'a value on a day that does not exist',
    railway,
    'value: 2028',
    'value: 2027-02-29',
    'second-line',
    'value: expected a date that exists',
  ],
  [
    'a span upside down',
    railway,
    '2023-05-18/2023-05-19',
    '2023-05-19/2023-05-18',
    'opened-on',
    'value: expected the second date of a span later',
  ],
  [
    'a span of unlike dates',
    railway,
    '2023-05-18/2023-05-19',
    '2023-05-18/2023-06',
    'opened-on',
    'value: expected the second date of a span later than the first and as precise',
  ],
  [
    'no asOf where it ages',
    kazakhstan,
    '    since: 1997-12-10\n    asOf: 2024\n',
    '',
    'capital',
    'asOf is missing: “capital” can change',
  ],
  [
    'no asOf where it is expected',
    railway,
    '    asOf: 2026\n',
    '',
    'second-line',
    'asOf is missing: what is expected can change',
  ],
  [
    'asOf after the dataset’s own date',
    kazakhstan,
    'asOf: 2025-06',
    'asOf: 2026-12',
    'population',
    'asOf: expected a date up to the dataset’s own (2026-11-23',
  ],
  [
    'a source from after the dataset’s own date',
    sources,
    'date: 2024',
    'date: 2027',
    'gov-2024',
    'date: expected one up to the dataset’s own',
  ],
  [
    'since after until',
    kazakhstan,
    'until: 1997-12',
    'since: 1998\n    until: 1997-12',
    'first-capital',
    'expected since before until, came since 1998 and until 1997-12',
  ],
  [
    'a viewpoint without a speaker',
    kazakhstan,
    '    speaker: kazakhstan\n',
    '',
    'trade-pledge',
    'a viewpoint needs a speaker',
  ],
  [
    'a speaker of what is settled',
    kazakhstan,
    '    standing: viewpoint\n',
    '',
    'trade-pledge',
    'speaker: only a viewpoint has one, and this is settled',
  ],
  [
    'a dispute without another side',
    railway,
    '    alternatives:\n      - value: 290\n        text: The government gives 290 km.\n        sources: [gov-2024]\n',
    '',
    'length',
    'a disputed statement needs alternatives',
  ],
  [
    'sides of what is settled',
    railway,
    '    standing: disputed\n',
    '',
    'length',
    'alternatives: only a disputed statement has them, and this is settled',
  ],
  [
    'two current capitals',
    kazakhstan,
    '    until: 1997-12\n',
    '',
    'first-capital',
    '“capital” holds one current statement and kazakhstan.capital is one already',
  ],
  [
    'an alias of two countries',
    'countries/china.yaml',
    'PRC]',
    'PRC, qazaq-stan]',
    'the entity',
    '“Qazaqstan” already means the country china',
  ],
  [
    'a translated alias of two countries',
    russian,
    'РК,',
    'prc,',
    'the entity',
    '“prc” already means the country china',
  ],
  [
    'an alias without a letter',
    'countries/china.yaml',
    'PRC]',
    'PRC, "!?"]',
    'the entity',
    'expected a name with a letter or a digit, came “!?”',
  ],
]

const translationCases: readonly Case[] = [
  [
    'a stale name',
    russian,
    'of: ee7bd52f',
    'of: abcdefab',
    'name',
    'stale translation: made from other English (mark abcdefab, now ee7bd52f)',
  ],
  ['a name without a mark', russian, 'of: ee7bd52f\n', '', 'name', 'has no mark `of`'],
  [
    'a mark without a name',
    'countries/kazakhstan.zh-CN.yaml',
    'name: 哈萨克斯坦\n',
    '',
    'the entity',
    'of: expected a name beside the mark',
  ],
  ['a stale text', russian, 'of: "24587271"', 'of: "00000000"', 'about', 'stale translation'],
  ['a text without a mark', russian, '    of: "24587271"\n', '', 'about', 'has no mark `of`'],
  ['a stale property', 'properties.ru.yaml', '0a76d6fd', 'abcdefab', 'capital', 'stale translation'],
  ['a stale unit', 'units.ru.yaml', '9b01ba15', 'abcdefab', 'km', 'stale translation'],
  [
    'an unknown statement',
    russian,
    '  currency:',
    '  money:',
    'money',
    'countries/kazakhstan.yaml has no statement with this id',
  ],
  [
    'an unknown property',
    'properties.ru.yaml',
    'capital:',
    'capitals:',
    'capitals',
    'properties.yaml has no entry with this id',
  ],
  ['an unknown unit', 'units.ru.yaml', 'km:', 'kms:', 'kms', 'units.yaml has no entry with this id'],
  [
    'a value where the sentence is the value',
    russian,
    'Центральной Азии.',
    'Центральной Азии.\n    value: страна',
    'about',
    'value: expected none, as the English has none',
  ],
  [
    'a value that is the same everywhere',
    'countries/kazakhstan.zh-CN.yaml',
    '首都。 }',
    '首都。, value: 阿斯塔纳 }',
    'capital',
    'value: expected none, as a value of type entity is the same in every language',
  ],
  [
    'a value left out',
    russian,
    '      value: тенге\n',
    '',
    'currency',
    'value: expected the translation of the text “tenge”, came nothing',
  ],
  [
    'a list too short',
    russian,
    '[казахский, русский]',
    '[казахский]',
    'languages',
    'value: expected a list of 2 as in English, came a list of 1',
  ],
  [
    'a text for a list',
    russian,
    '[казахский, русский]',
    'казахский',
    'languages',
    'value: expected a list of 2 as in English',
  ],
  [
    'a side left out',
    'projects/railway.ru.yaml',
    '    alternatives: [{ text: Правительство называет 290 км. }]\n',
    '',
    'length',
    'alternatives: expected 1 as in English, came 0',
  ],
  [
    'a side with a value that is a number',
    'projects/railway.ru.yaml',
    '290 км. }',
    '290 км., value: 290 км }',
    'length',
    'alternatives[0].value: expected none',
  ],
  [
    'a source in an overlay',
    russian,
    '      value: тенге\n',
    '      value: тенге\n      sources: [gov-2024]\n',
    'currency',
    'unknown key “sources”',
  ],
]

describe.each([
  ['YAML', yamlCases],
  ['shape', shapeCases],
  ['references', referenceCases],
  ['rules', ruleCases],
  ['translations', translationCases],
])('%s', (_, cases) => {
  test.each(cases)('%s', (_what, file, from, to, entry, reason) => {
    const all = faultsOf(changed(smallDataset, file, from, to))
    // Changed English makes its translations stale besides: that is their own rule.
    const faults = reason.startsWith('stale') ? all : all.filter(fault => !fault.includes(': stale translation:'))
    // The alias is reported where it comes second in the order of the files, which is not the file that was changed.
    const at = reason.startsWith('“Qazaqstan”') ? kazakhstan : file
    expect(faults).toEqual([expect.stringContaining(`${at} › ${entry}: ${reason}`)])
  })
})

describe('files', () => {
  const added: readonly (readonly [string, string, string])[] = [
    ['notes.txt', '', 'expected a name that ends in .yaml'],
    ['towns/astana.yaml', 'name: A', 'expected a folder among sources, countries, summits'],
    ['constructor/astana.yaml', 'name: A', 'expected a folder among sources, countries, summits'],
    ['places/old/astana.yaml', 'name: A', 'a folder inside a folder'],
    ['places/Old Town.yaml', 'name: A', 'expected an id in kebab-case'],
    [
      'places/astana.russian.yaml',
      'name: A',
      'expected a language tag such as ru or zh-CN before .yaml, came “russian”',
    ],
    ['places/astana.zh-cn.yaml', 'name: A', 'expected a language tag'],
    ['places/astana.en.yaml', 'name: A', 'English stands in the file without a language'],
    ['places/astana.ru.old.yaml', 'name: A', 'came more dots'],
    ['sources/all.ru.yaml', '', 'sources are not translated'],
    ['dataset.ru.yaml', '', 'only properties, units and entities have overlays'],
    ['words.yaml', '', 'expected dataset, properties, units or glossary'],
  ]
  test.each(added)('%s', (path, text, reason) => {
    const faults = faultsOf(withFile(smallDataset, path, text))
    expect(faults).toEqual([expect.stringContaining(`${path} › the file’s name: `)])
    expect(faults[0]).toContain(reason)
  })

  test('an entity id in two folders', () => {
    const files = withFile(smallDataset, 'projects/astana.yaml', 'name: Astana Light Rail\nstatements: {}\n')
    expect(faultsOf(files)).toEqual([
      'projects/astana.yaml › the whole file: the id “astana” is taken by places/astana.yaml; ids are unique over all folders',
    ])
  })

  test('a source id in two files', () => {
    const again =
      'gov-2024: { title: Again, publisher: P, date: 2024, url: https://example.org, language: en, kind: press }'
    expect(faultsOf(withFile(smallDataset, 'sources/more.yaml', again))).toEqual([
      'sources/more.yaml › gov-2024: this source id stands in sources/all.yaml too; a source stands once',
    ])
  })

  test('an overlay of nothing', () => {
    expect(faultsOf(withFile(smallDataset, 'places/tashkent.ru.yaml', 'aliases: [Ташкент]'))).toEqual([
      'places/tashkent.ru.yaml › the whole file: expected places/tashkent.yaml beside it, came none',
    ])
  })

  test('an overlay in another folder than its entity', () => {
    expect(faultsOf(withFile(smallDataset, 'people/astana.ru.yaml', 'aliases: [Астана]'))).toEqual([
      'people/astana.ru.yaml › the whole file: expected people/astana.yaml beside it, came none',
    ])
  })

  test('a file that is no map', () => {
    expect(faultsOf(withFile(smallDataset, 'sources/more.yaml', '- one'))).toEqual([
      'sources/more.yaml › the whole file: expected a map of entries by id',
    ])
  })

  test('no dataset.yaml', () => {
    expect(faultsOf(without(smallDataset, 'dataset.yaml'))).toEqual([
      'dataset.yaml › the whole file: expected this file, came none',
    ])
  })
})

describe('several faults at once', () => {
  test('come all, in the order of the files', () => {
    const one = changed(smallDataset, kazakhstan, 'value: astana', 'value: nowhere')
    const two = changed(one, kazakhstan, 'speaker: kazakhstan', 'speaker: astana')
    const three = changed(two, kazakhstan, '    text: More than 20', '    words: x\n    text: More than 20')
    const four = changed(three, 'countries/china.yaml', 'sources: [gov-2024]', 'sources: [nobody]')
    expect(faultsOf(four).map(fault => fault.slice(0, fault.indexOf(':')))).toEqual([
      'countries/china.yaml › neighbours',
      'countries/kazakhstan.yaml › population',
      'countries/kazakhstan.yaml › capital',
      'countries/kazakhstan.yaml › trade-pledge',
    ])
  })

  test.each([
    ['sources that can’t be read', sources, 'title:', 'title: ['],
    ['units that can’t be read', 'units.yaml', 'km:', 'km: ['],
    ['properties that can’t be read', 'properties.yaml', 'about:', 'about: ['],
    ['a source that has a fault', sources, 'kind: official', 'kind: rumour'],
    ['a property that has a fault', 'properties.yaml', 'name: In one line', 'label: In one line'],
    ['a unit that has a fault', 'units.yaml', "people: { pattern: '{n} people'", "people: { pattern: 'people'"],
  ])('%s bring no fault of what refers to them', (_, file, from, to) => {
    const faults = faultsOf(changed(smallDataset, file, from, to))
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.filter(fault => !fault.startsWith(file))).toEqual([])
  })
})
