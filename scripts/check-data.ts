/**
 * Checks the dataset: every fault with its file and entry, or what there is in numbers. Exit code 1 after a fault.
 * `--complete` takes what a promised language lacks for a fault too.
 */

import { promisedCoverage, type Share } from '../src/knowledge/coverage.ts'
import { load } from '../src/knowledge/load.ts'
import type { Fault } from '../src/knowledge/model.ts'
import { parse } from '../src/knowledge/parse.ts'

function printFaults(faults: readonly Fault[]): void {
  for (const { file, entry, reason } of faults) console.log(`${file} › ${entry}: ${reason}`)
  console.log(`\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
  process.exitCode = 1
}

function share({ there, of }: Share): string {
  return `${there} of ${of}`
}

const parsed = parse(load('src/data'))
if (parsed.ok) {
  const { version, entities, statements, sources } = parsed.knowledge
  const coverages = promisedCoverage(parsed.knowledge)
  const missing = process.argv.includes('--complete') ? coverages.flatMap(language => language.missing) : []
  if (missing.length > 0) printFaults(missing)
  else
    console.log(
      `dataset ${version}: no faults; ${entities.size} entities, ${statements.size} statements, ${sources.size} sources`,
    )
  for (const { language, names, statements: texts, properties, units, asked } of coverages) {
    console.log(
      `${language}: names ${share(names)}, statements ${share(texts)}, properties ${share(properties)}, units ${share(units)}, properties asked for ${share(asked)}`,
    )
  }
} else {
  printFaults(parsed.faults)
}
