/** A dataset with one of everything, small enough to read whole; tests change it by exact text. */

import type { Knowledge } from '../../src/knowledge/model.ts'
import { parse } from '../../src/knowledge/parse.ts'
import { stamp } from '../../src/knowledge/stamp.ts'

export type Files = ReadonlyMap<string, string>

const unstamped: Files = new Map([
  ['README.md', '# Not read'],
  ['schema/entity.json', '{}'],
  ['dataset.yaml', 'version: 1.2.3\ndate: 2026-11-23\n'],
  ['CHANGELOG.md', '# Changes\n\n## 1.2.3 (2026-11-23)\n\n- A first point.\n- A second one.\n'],
  ['CHANGELOG.ru.md', '## 1.2.3 (2026-11-23)\n\n- Первое.\n- Второе.\n'],
  [
    'glossary.yaml',
    `China-Central Asia Summit: { ru: саммит «Китай — Центральная Азия», zh-CN: 中国—中亚峰会 }
Silk Road: { ru: Шёлковый путь, note: with ё }
`,
  ],
  ['units.yaml', "km: { pattern: '{n} km' }\npeople: { pattern: '{n} people', compact: true }\n"],
  ['units.ru.yaml', "km: { pattern: '{n} км' }\n"],
  [
    'properties.yaml',
    `about: { type: text, on: [country, place, person, project, organisation, summit], name: In one line, question: 'What is {entity}?' }
capital: { type: entity, on: [country], of: [place], ages: true, name: Capital, question: 'What is the capital of {entity}?' }
neighbours: { type: entities, on: [country], of: [country], name: Neighbours, question: 'Which countries does {entity} border?' }
population: { type: number, on: [country], units: [people, km], ages: true, name: Population, question: 'How many people live in {entity}?' }
length: { type: number, on: [project], units: [km], name: Length, question: 'How long is {entity}?' }
opened-on: { type: date, on: [project], many: true, name: Opened, question: 'When did {entity} open?' }
date: { type: date, on: [summit], name: Date, question: 'When was {entity}?' }
languages: { type: texts, on: [country], name: Languages, question: 'Which languages has {entity}?' }
currency: { type: text, on: [country], name: Currency, question: 'What is the currency of {entity}?' }
pledge: { type: text, on: [country], many: true, topic: summits, name: Pledges, question: 'What was promised by {entity}?' }
`,
  ],
  [
    'properties.ru.yaml',
    `capital:
  name: Столица
  question: 'Какой город — столица страны {entity}?'
`,
  ],
  [
    'asking/en.yaml',
    `script: Latin
stemmer: english
small: [the, of]
filler: [please]
questions: { when: [when], number: [how many], yes-no: [is] }
count: [how many]
difference: [years between]
negation: [not]
future: [will]
says: [says]
must: [gdp, weather]
because: [because]
compare: [versus]
most: [most]
least: [least]
opinion: [best]
bait: [joke]
kinds: { country: [country, countries] }
sectors: { railway: [railway] }
groups:
  - { words: [two, both countries], entities: [china, kazakhstan] }
same:
  - [railway, railroad]
properties:
  about: [what is]
  capital: [capital]
  neighbours: [neighbours, border]
  population: { asked: [population, how many people], most: [most populous], least: [least populous] }
  length: { asked: [length, how long], most: [longest] }
  opened-on: [opened]
  date: [when]
  languages: [languages]
  currency: [currency, money]
`,
  ],
  [
    'sources/all.yaml',
    `gov-2024:
  title: About the country
  publisher: Government of Kazakhstan
  date: 2024
  url: https://example.org/about
  language: en
  kind: official
agency-2025:
  title: 新闻
  publisher: null
  date: 2025-06-18
  url: null
  language: zh-CN
  kind: agency
  note: Seen in print only.
`,
  ],
  [
    'countries/kazakhstan.yaml',
    `name: Kazakhstan
sign: 🇰🇿
aliases: [Qazaqstan, Republic of Kazakhstan]
related: [railway]
place: { latitude: 48.0, longitude: 68.0 }
statements:
  about:
    text: Kazakhstan is the largest country of Central Asia.
    sources: [gov-2024]
  capital:
    value: astana
    text: Astana is the capital of Kazakhstan.
    since: 1997-12-10
    asOf: 2024
    sources: [gov-2024, { id: agency-2025, at: paragraph 2 }]
  first-capital:
    property: capital
    value: almaty
    text: Almaty was the capital until 1997.
    until: 1997-12
    asOf: 2024
    sources: [gov-2024]
  population:
    value: { amount: 20000000, unit: people, approximation: over }
    text: More than 20 million people live in Kazakhstan.
    asOf: 2025-06
    sources: [gov-2024]
  languages:
    value: [Kazakh, Russian]
    text: Kazakh is the state language, and Russian is used in state bodies.
    sources: [gov-2024]
  currency:
    value: tenge
    text: The currency of Kazakhstan is the tenge.
    sources: [gov-2024]
  trade-pledge:
    property: pledge
    text: Trade is to double by 2030.
    standing: viewpoint
    speaker: kazakhstan
    sources: [agency-2025]
`,
  ],
  [
    'countries/kazakhstan.ru.yaml',
    `# Проверено
name: Казахстан   # короткое имя
aliases: [РК, Казакстан]
statements:
  about:
    text: Казахстан — крупнейшая страна Центральной Азии.
  languages: { text: Казахский язык — государственный., value: [казахский, русский] }
  # о деньгах
  currency:
      text: Валюта Казахстана — тенге.
      value: тенге
`,
  ],
  [
    'countries/kazakhstan.zh-CN.yaml',
    'name: 哈萨克斯坦\nstatements:\n  capital: { text: 阿斯塔纳是哈萨克斯坦的首都。 }\n',
  ],
  [
    'countries/china.yaml',
    `name: China
aliases: [中国, PRC]
statements:
  neighbours:
    value: [kazakhstan]
    text: China borders Kazakhstan.
    sources: [gov-2024]
`,
  ],
  [
    'places/astana.yaml',
    'name: Astana\naliases: [Nur-Sultan]\nstatements:\n  about:\n    text: Astana lies on the Ishim.\n    sources: [gov-2024]\n',
  ],
  ['places/almaty.yaml', 'name: Almaty\nstatements: {}\n'],
  ['people/tokayev.yaml', 'name: Kassym-Jomart Tokayev\nstatements: {}\n'],
  [
    'projects/railway.yaml',
    `name: The Northern Railway
sector: railway
statements:
  length:
    value: { amount: 300, upTo: 320, unit: km }
    standing: disputed
    text: The agency gives 300 to 320 km.
    sources: [agency-2025]
    alternatives:
      - value: 290
        text: The government gives 290 km.
        sources: [gov-2024]
  opened-on:
    value: 2023-05-18/2023-05-19
    text: The railway was opened on two days of May 2023.
    sources: [gov-2024]
  second-line:
    property: opened-on
    value: 2028
    standing: expected
    asOf: 2026
    text: A second line was expected to open in 2028.
    sources: [gov-2024]
`,
  ],
  [
    'projects/railway.ru.yaml',
    `statements:
  length:
    text: Агентство называет от 300 до 320 км.
    alternatives: [{ text: Правительство называет 290 км. }]
`,
  ],
])

/** Without marks, as translators leave it. */
export const unstampedDataset = unstamped
/** Without a fault. */
export const smallDataset: Files = new Map([...unstamped, ...stamp(unstamped)])

/** Throws when the text to be replaced is not there, so that no test changes nothing. */
export function changed(files: Files, path: string, from: string, to: string): Files {
  const text = files.get(path)
  if (text === undefined || !text.includes(from))
    throw new Error(`expected “${from}” in ${path}, came ${text ?? 'no such file'}`)
  return new Map([...files, [path, text.replace(from, () => to)]])
}

export function withFile(files: Files, path: string, text: string): Files {
  return new Map([...files, [path, text]])
}

export function without(files: Files, path: string): Files {
  return new Map([...files].filter(([other]) => other !== path))
}

export function knowledgeOf(files: Files): Knowledge {
  const parsed = parse(files)
  if (!parsed.ok)
    throw new Error(parsed.faults.map(({ file, entry, reason }) => `${file} › ${entry}: ${reason}`).join('\n'))
  return parsed.knowledge
}
