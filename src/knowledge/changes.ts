/** What changed in the dataset, edition by edition: read from its changelog, so that people and the bot read the same words. */

import { isCalendarDate } from './calendar.ts'
import type { CalendarDate, Edition } from './model.ts'

interface Written {
  readonly version: string
  readonly date: CalendarDate
  readonly points: readonly string[]
}

export const changelogPattern = /^CHANGELOG(?:\.([A-Za-z-]+))?\.md$/

/** Newest first. `report` is told of every fault, with the file it is in. */
export function readChanges(
  files: ReadonlyMap<string, string>,
  version: string,
  report: (file: string, entry: string, reason: string) => void,
): readonly Edition[] {
  const english = editionsIn('CHANGELOG.md', files, report)
  const newest = english[0]?.version
  if (newest !== version) {
    report(
      'CHANGELOG.md',
      'the newest edition',
      `expected the version of dataset.yaml, ${version}; came ${newest ?? 'none'}`,
    )
  }
  const translated = [...files.keys()].flatMap(file => {
    const language = changelogPattern.exec(file)?.[1]
    return language === undefined ? [] : [{ language, file, editions: editionsIn(file, files, report) }]
  })
  for (const { file, editions } of translated) {
    for (const edition of editions) {
      const same = english.find(other => other.version === edition.version)
      if (same?.points.length !== edition.points.length) {
        report(
          file,
          edition.version,
          `expected as many points as the English has, ${same?.points.length ?? 0}; came ${edition.points.length}`,
        )
      }
    }
  }
  return english.map(edition => ({
    version: edition.version,
    date: edition.date,
    points: {
      en: edition.points,
      other: new Map(
        translated.flatMap(({ language, editions }) => {
          const found = editions.find(other => other.version === edition.version)
          return found ? [[language, found.points] as const] : []
        }),
      ),
    },
  }))
}

/** `## 1.0.0 (2026-11-23)`, then points that begin with `- `; what stands before the first heading is for readers of the file. */
function editionsIn(
  file: string,
  files: ReadonlyMap<string, string>,
  report: (file: string, entry: string, reason: string) => void,
): readonly Written[] {
  return (files.get(file) ?? '')
    .split(/^## /m)
    .slice(1)
    .flatMap(section => {
      const [heading = '', ...lines] = section.split('\n')
      const [, version, date] = /^(\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/.exec(heading.trim()) ?? []
      const points = lines.filter(line => line.startsWith('- ')).map(line => line.slice('- '.length).trim())
      if (version === undefined || date === undefined || !isCalendarDate(date)) {
        report(file, heading, 'expected a heading such as “## 1.0.0 (2026-11-23)”')
        return []
      }
      if (points.length === 0) report(file, version, 'expected points that begin with “- ”, came none')
      return [{ version, date, points }]
    })
}
