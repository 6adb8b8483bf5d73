/** Units, properties and sources from their drafts, with the translations of those that have some. */

import { isAfter } from '../calendar.ts'
import { markOfWords } from '../mark.ts'
import type { CalendarDate, Localised, Property, Source, Unit } from '../model.ts'
import type { Drafts, Report, WordsDraft } from './drafts.ts'
import { markReason } from './read-translation.ts'
import type { PropertyShape } from './shapes.ts'

/** Translations by id and language that fit their English; the faults of the others are reported. */
function fitting<English, Translated extends { readonly of?: string | undefined }>(
  what: 'properties' | 'units',
  drafts: Drafts,
  english: ReadonlyMap<string, English | undefined>,
  overlays: readonly WordsDraft<Translated>[],
  mark: (english: English) => string,
  report: Report,
): ReadonlyMap<string, ReadonlyMap<string, Translated>> {
  const found = new Map<string, Map<string, Translated>>()
  for (const { file, language, entries } of overlays) {
    for (const [id, translated] of entries) {
      if (!english.has(id) && !drafts.unreadable.has(what)) report(file, id, `${what}.yaml has no entry with this id`)
      const original = english.get(id)
      if (original === undefined || translated === undefined) continue
      const reason = markReason(translated.of, mark(original))
      if (reason !== undefined) report(file, id, reason)
      else found.set(id, (found.get(id) ?? new Map<string, Translated>()).set(language, translated))
    }
  }
  return found
}

function localised<Translated>(
  en: string,
  translations: ReadonlyMap<string, Translated> | undefined,
  pick: (translated: Translated) => string,
): Localised<string> {
  return { en, other: new Map([...(translations ?? [])].map(([language, translated]) => [language, pick(translated)])) }
}

export function readUnits(drafts: Drafts, report: Report): ReadonlyMap<string, Unit> {
  const translations = fitting(
    'units',
    drafts,
    drafts.units,
    drafts.translatedUnits,
    unit => markOfWords(unit.pattern),
    report,
  )
  const units = new Map<string, Unit>()
  for (const [id, draft] of drafts.units) {
    if (draft === undefined) continue
    const pattern = localised(draft.pattern, translations.get(id), translated => translated.pattern)
    units.set(id, { id, pattern, compact: draft.compact ?? false })
  }
  return units
}

export function markOfProperty(property: Pick<PropertyShape, 'name' | 'question'>): string {
  return markOfWords(property.name, property.question)
}

export function readProperties(drafts: Drafts, report: Report): ReadonlyMap<string, Property> {
  const translations = fitting(
    'properties',
    drafts,
    drafts.properties,
    drafts.translatedProperties,
    markOfProperty,
    report,
  )
  const properties = new Map<string, Property>()
  for (const [id, draft] of drafts.properties) {
    if (draft === undefined) continue
    for (const unit of draft.units ?? []) {
      if (!drafts.units.has(unit) && !drafts.unreadable.has('units'))
        report('properties.yaml', id, `units: unknown unit “${unit}”`)
    }
    properties.set(id, {
      id,
      type: draft.type,
      on: draft.on,
      of: draft.of ?? [],
      units: draft.units ?? [],
      ages: draft.ages ?? false,
      many: draft.many ?? false,
      ...(draft.topic === undefined ? {} : { topic: draft.topic }),
      name: localised(draft.name, translations.get(id), translated => translated.name),
      question: localised(draft.question, translations.get(id), translated => translated.question),
    })
  }
  return properties
}

export function readSources(
  drafts: Drafts,
  datasetDate: CalendarDate | undefined,
  report: Report,
): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>()
  for (const [id, { file, source }] of drafts.sources) {
    if (source === undefined) continue
    const { title, publisher, url, language, kind, note } = source
    const date = source.date === null ? null : String(source.date)
    if (date !== null && datasetDate !== undefined && isAfter(date, datasetDate)) {
      report(file, id, `date: expected one up to the dataset’s own (${datasetDate} in dataset.yaml), came ${date}`)
    }
    sources.set(id, { id, title, publisher, date, url, language, kind, ...(note === undefined ? {} : { note }) })
  }
  return sources
}
