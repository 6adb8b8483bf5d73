/** Makes the knowledge out of the dataset's files, or says everything that is wrong with them. The one way to make any; it reads no disk. */

import { readChanges } from './changes.ts'
import type { Fault, Knowledge } from './model.ts'
import { type Report, readDrafts } from './parse/drafts.ts'
import { known } from './parse/known.ts'
import { readAsked, readAsking } from './parse/read-asking.ts'
import { readEntities } from './parse/read-entities.ts'
import { readProperties, readSources, readUnits } from './parse/read-words.ts'

export type Parsed =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** `files` are texts by path relative to the dataset's folder, with `/`. All faults are found in one run, in the order of the files. */
export function parse(files: ReadonlyMap<string, string>): Parsed {
  const { drafts, faults } = readDrafts(files)
  const report: Report = (file, entry, reason) => faults.push({ file, entry, reason })
  const datasetDate = drafts.dataset && String(drafts.dataset.date)

  const units = readUnits(drafts, report)
  const properties = readProperties(drafts, report)
  const sources = readSources(drafts, datasetDate, report)
  const entities = readEntities(drafts, known(drafts, { properties, units, sources }), datasetDate, report)

  const asking = readAsking(drafts, report)
  const asked = readAsked(drafts, report)
  const unanswered = new Map(drafts.unanswered.map(({ language, questions }) => [language, questions ?? []]))
  const changes = drafts.dataset ? readChanges(files, drafts.dataset.version, report) : []

  // A dataset.yaml that is missing or wrong is a fault itself.
  if (faults.length > 0 || drafts.dataset === undefined || datasetDate === undefined) {
    return { ok: false, faults: faults.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)) }
  }
  const statements = new Map(
    [...entities.values()].flatMap(entity => entity.statements.map(each => [each.id, each] as const)),
  )
  const { version } = drafts.dataset
  return {
    ok: true,
    knowledge: {
      version,
      date: datasetDate,
      entities,
      statements,
      sources,
      properties,
      units,
      asking,
      asked,
      unanswered,
      changes,
    },
  }
}
