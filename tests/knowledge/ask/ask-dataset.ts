/** The small dataset with enough in it to compute from: three countries to compare, two railways, three summits, and words that ask for them. */
import { answer, type Line } from '../../../src/knowledge/ask/answer.ts'
import { type AskIndex, indexForAsking } from '../../../src/knowledge/ask/ask-index.ts'
import { changed, type Files, knowledgeOf, smallDataset, withFile } from '../small-dataset.ts'

const files: Readonly<Record<string, string>> = {
  'countries/uzbekistan.yaml': `name: Uzbekistan
statements:
  population: { value: { amount: 38000000, unit: people }, text: Uzbekistan has 38 million people., asOf: 2025-06, sources: [gov-2024] }
  population-2020:
    property: population
    value: { amount: 34000000, unit: people }
    text: Uzbekistan had 34 million people in 2020.
    asOf: 2020-06
    until: 2020-12
    sources: [gov-2024]
  neighbours: { value: [kazakhstan, turkmenistan], text: Uzbekistan borders Kazakhstan and Turkmenistan., sources: [gov-2024] }
`,
  'countries/turkmenistan.yaml': `name: Turkmenistan
statements:
  population: { value: { amount: 7000000, unit: people }, text: Turkmenistan has 7 million people., asOf: 2025-06, sources: [gov-2024] }
  population-2024:
    property: population
    value: { amount: 6900000, unit: people }
    text: Turkmenistan had 6.9 million people in 2024.
    asOf: 2024-06
    until: 2024-12
    sources: [gov-2024]
  population-2023:
    property: population
    value: { amount: 6800000, unit: people }
    text: Turkmenistan had 6.8 million people in 2023.
    asOf: 2023-06
    until: 2023-12
    sources: [gov-2024]
  neighbours: { value: [kazakhstan, uzbekistan], text: Turkmenistan borders Kazakhstan and Uzbekistan., sources: [gov-2024] }
`,
  'projects/southern.yaml': `name: The Southern Railway
sector: railway
statements:
  length: { value: 1000, text: The Southern Railway is 1000 km long., sources: [gov-2024] }
  countries: { value: [uzbekistan, turkmenistan], text: The Southern Railway runs through Uzbekistan and Turkmenistan., sources: [gov-2024] }
`,
  'projects/oil.yaml': `name: The Oil Pipeline
sector: pipeline
statements:
  length: { value: 2000, text: The Oil Pipeline is 2000 km long., sources: [gov-2024] }
  countries: { value: [kazakhstan], text: The Oil Pipeline runs through Kazakhstan., sources: [gov-2024] }
`,
  'summits/first.yaml': `name: First summit
statements:
  date: { value: 2023-05-18/2023-05-19, text: The first summit was on 18 and 19 May 2023., sources: [gov-2024] }
  host: { value: kazakhstan, text: Kazakhstan hosted the first summit., sources: [gov-2024] }
  participants: { value: [kazakhstan, uzbekistan], text: Kazakhstan and Uzbekistan took part in the first summit., sources: [gov-2024] }
`,
  'summits/second.yaml': `name: Second summit
statements:
  date: { value: 2025-06-17, text: The second summit was on 17 June 2025., sources: [gov-2024] }
  host: { value: kazakhstan, text: Kazakhstan hosted the second summit., sources: [gov-2024] }
`,
  'summits/third.yaml': `name: Third summit
statements:
  date: { value: 2027, standing: expected, asOf: 2026, text: The third summit was expected in 2027., sources: [gov-2024] }
`,
}

const changes: readonly (readonly [path: string, from: string, to: string])[] = [
  [
    'properties.yaml',
    'languages: {',
    `countries: { type: entities, on: [project], of: [country], name: Countries, question: 'In which countries is {entity}?' }
host: { type: entity, on: [summit], of: [country], name: Host, question: 'Who hosted {entity}?' }
participants: { type: entities, on: [summit], of: [country], name: Participants, question: 'Who took part in {entity}?' }
languages: {`,
  ],
  ['asking/en.yaml', 'small: [the, of]', 'small: [the, of, in, and, to, a]'],
  ['asking/en.yaml', 'filler: [please]', 'filler: [please, which, what, did, was, there]'],
  ['asking/en.yaml', 'yes-no: [is]', 'yes-no: [is, does, was, did]'],
  ['asking/en.yaml', 'difference: [years between]', 'difference: [years between, grow from, by how much]'],
  [
    'asking/en.yaml',
    'least: [least]',
    'least: [least, smallest]\nsecond: [second]\nthird: [third]\ntotal: [combined]\nbefore: [before]\nafter: [after]\nlist: [list, all]',
  ],
  ['asking/en.yaml', 'kinds: { country', 'kinds: { summit: [summit, summits], project: [projects], country'],
  [
    'asking/en.yaml',
    'sectors: { railway: [railway]',
    'stages: { building: [being built], operating: [finished] }\nsectors: { pipeline: [pipeline], railway: [railway, railways]',
  ],
  [
    'asking/en.yaml',
    '  - { words: [two, both countries], entities: [china, kazakhstan] }',
    '  - { words: [three], entities: [kazakhstan, uzbekistan, turkmenistan] }',
  ],
  [
    'asking/en.yaml',
    '  languages: [languages]',
    '  countries: [runs through, run through]\n  host: [hosted, host]\n  participants: [took part, participants]\n  languages: [languages]',
  ],
  ['asking/en.yaml', 'compare: [versus]', 'compare: [versus, or]'],
]

const withFiles = Object.entries(files).reduce<Files>((all, [path, text]) => withFile(all, path, text), smallDataset)
/** Its files, to add to. */
export const askDataset = changes.reduce<Files>((all, [path, from, to]) => changed(all, path, from, to), withFiles)

const small = indexForAsking(knowledgeOf(askDataset))

/** The answer in short: what was computed, and in brackets from which statements. */
export function answerInShort(question: string, ask: AskIndex = small, language = 'en'): string {
  const found = answer(ask, question, language)
  if (found.is === 'declined') return found.why
  return `${found.line ? lineInShort(found.line) : 'said'} (${found.statements.map(({ id }) => id).join(', ')})`
}

const order = (ranking: readonly { readonly entity: string }[]): string =>
  ranking.map(({ entity }) => entity).join(' > ')

function lineInShort(line: Line): string {
  switch (line.is) {
    case 'yes-no':
      return line.yes ? 'yes' : 'no'
    case 'extreme':
      return `${line.property.id}: ${order(line.ranking)}${line.nth > 0 ? `, no. ${line.nth + 1}` : ''}`
    case 'comparison':
      return `${line.property.id}: ${order(line.ranking)}${line.difference ? `, by ${line.difference.amount}` : ''}`
    case 'each':
      return `${line.property.id}: ${line.ranking.map(({ entity, year }) => (year === undefined ? entity : `${entity} ${year}`)).join(', ')}`
    case 'sum':
      return `${line.total.amount} ${line.total.unit.id}: ${line.ranking.map(({ entity }) => entity).join(' + ')}`
    case 'count':
      return [line.count, ...line.entities].join(' ')
    case 'between':
      return `${line.years} years, ${line.days} days`
    case 'change':
      return `${line.difference.amount} ${line.difference.unit.id}`
    case 'entities':
      return line.entities.join(' ')
  }
}
