/** Prints what there is in the dataset, by kind, topic, standing, language and age, and what nobody uses. */

import { type Counts, census } from '../src/knowledge/census.ts'
import { coverage } from '../src/knowledge/coverage.ts'
import { load } from '../src/knowledge/load.ts'
import { parse } from '../src/knowledge/parse.ts'

function printCounts(title: string, counts: Counts): void {
  console.log(`\n${title}`)
  for (const [what, number] of counts) console.log(`${String(number).padStart(6)}  ${what}`)
}

function printList(title: string, entries: readonly string[]): void {
  console.log(`\n${title}: ${entries.length}`)
  for (const entry of entries) console.log(`        ${entry}`)
}

const parsed = parse(load('src/data'))
if (parsed.ok) {
  const { knowledge } = parsed
  const counted = census(knowledge)
  console.log(
    `dataset ${knowledge.version}: ${knowledge.entities.size} entities, ${knowledge.statements.size} statements`,
  )
  printCounts('entities by kind', counted.entitiesByKind)
  printCounts('statements by kind', counted.statementsByKind)
  printCounts('statements by topic', counted.statementsByTopic)
  printCounts('statements by standing', counted.statementsByStanding)
  printCounts('statements by year of asOf', counted.statementsByAsOf)
  printCounts('statements by property', counted.statementsByProperty)
  printCounts('sources by kind', counted.sourcesByKind)
  printCounts('citations by kind of source', counted.citationsBySourceKind)
  const languages = new Set([...knowledge.entities.values()].flatMap(entity => [...entity.name.other.keys()]))
  for (const language of [...languages].toSorted()) {
    const { names, statements } = coverage(knowledge, language)
    console.log(
      `\n${language}: names ${names.there} of ${names.of}, statements ${statements.there} of ${statements.of}`,
    )
  }
  printList('entities that nobody names', counted.entitiesNobodyNames)
  printList('sources that nobody cites', counted.sourcesNobodyCites)
  printList('properties that nobody uses', counted.propertiesNobodyUses)
  printList(
    'addresses of several sources',
    counted.addressesOfSeveralSources.map(([url, sources]) => `${url}  (${sources.join(', ')})`),
  )
} else {
  console.log(`the dataset has ${parsed.faults.length} faults; \`npm run data:check\` names them`)
  process.exitCode = 1
}
