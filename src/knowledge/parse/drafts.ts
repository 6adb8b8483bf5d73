/**
 * First pass: every file by itself. What has the wrong shape is reported and left out as `undefined`, but stays known by its id,
 * so that the second pass finds the faults of the rest and none that merely follow from these.
 */

import type { z } from 'zod'
import type { Fault, Kind } from '../model.ts'
import { explain } from './explain.ts'
import { idReason, roleOf } from './file-role.ts'
import { readYaml } from './read-yaml.ts'
import {
  type AskingShape,
  askedShape,
  askingShape,
  type DatasetShape,
  datasetShape,
  type EntityShape,
  entityShape,
  glossaryTermShape,
  type OverlayShape,
  overlayShape,
  type PropertyShape,
  propertyShape,
  type SourceShape,
  type StatementShape,
  sourceShape,
  statementShape,
  type TranslatedStatementShape,
  translatedPropertyShape,
  translatedStatementShape,
  translatedUnitShape,
  unansweredShape,
  unitShape,
} from './shapes.ts'

export interface EntityDraft {
  readonly id: string
  readonly kind: Kind
  readonly file: string
  /** False when its YAML could not be read, so that nothing is known of its statements. */
  readonly readable: boolean
  readonly header: EntityShape | undefined
  readonly statements: ReadonlyMap<string, StatementShape | undefined>
}

export interface OverlayDraft {
  readonly id: string
  readonly kind: Kind
  readonly language: string
  readonly file: string
  readonly header: OverlayShape | undefined
  readonly statements: ReadonlyMap<string, TranslatedStatementShape | undefined>
}

/** Translations of properties or units into one language. */
export interface WordsDraft<Entry> {
  readonly language: string
  readonly file: string
  readonly entries: ReadonlyMap<string, Entry | undefined>
}

export interface SourceDraft {
  readonly file: string
  readonly source: SourceShape | undefined
}

export interface AskingDraft {
  readonly language: string
  readonly file: string
  readonly asking: AskingShape | undefined
}

/** Questions by the id of the statement that answers them. */
export interface AskedDraft {
  readonly language: string
  readonly file: string
  readonly questions: z.infer<typeof askedShape> | undefined
}

export interface UnansweredDraft {
  readonly language: string
  readonly file: string
  readonly questions: z.infer<typeof unansweredShape> | undefined
}

export interface Drafts {
  /** Properties, units or sources of which some could not be read at all, so that an unknown id says nothing. */
  readonly unreadable: ReadonlySet<'properties' | 'units' | 'sources'>
  readonly dataset: DatasetShape | undefined
  readonly properties: ReadonlyMap<string, PropertyShape | undefined>
  readonly units: ReadonlyMap<string, z.infer<typeof unitShape> | undefined>
  readonly sources: ReadonlyMap<string, SourceDraft>
  readonly entities: ReadonlyMap<string, EntityDraft>
  readonly overlays: readonly OverlayDraft[]
  readonly translatedProperties: readonly WordsDraft<z.infer<typeof translatedPropertyShape>>[]
  readonly translatedUnits: readonly WordsDraft<z.infer<typeof translatedUnitShape>>[]
  readonly asking: readonly AskingDraft[]
  readonly asked: readonly AskedDraft[]
  readonly unanswered: readonly UnansweredDraft[]
}

export type Report = (file: string, entry: string, reason: string) => void

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function readDrafts(files: ReadonlyMap<string, string>): { readonly drafts: Drafts; readonly faults: Fault[] } {
  const faults: Fault[] = []
  const report: Report = (file, entry, reason) => faults.push({ file, entry, reason })

  function shaped<Shape extends z.ZodType>(
    file: string,
    entry: string,
    shape: Shape,
    raw: unknown,
  ): z.infer<Shape> | undefined {
    const result = shape.safeParse(raw)
    if (result.success) return result.data
    for (const reason of explain(result.error, raw)) report(file, entry, reason)
    return undefined
  }

  /** Entries are taken from the map itself and not through zod, which would pass over a key such as `__proto__` in silence. */
  function entries<Shape extends z.ZodType>(
    file: string,
    shape: Shape,
    raw: unknown,
    checksIds = true,
  ): Map<string, z.infer<Shape> | undefined> {
    const found = new Map<string, z.infer<Shape> | undefined>()
    for (const [id, entry] of Object.entries(isMap(raw) ? raw : {})) {
      const wrongId = checksIds ? idReason(id) : undefined
      if (wrongId !== undefined) report(file, id, wrongId)
      found.set(id, shaped(file, id, shape, entry))
    }
    return found
  }

  function wholeMap<Shape extends z.ZodType>(file: string, shape: Shape, raw: unknown, checksIds = true) {
    if (!isMap(raw)) report(file, 'the whole file', 'expected a map of entries by id')
    return entries(file, shape, raw, checksIds)
  }

  const drafts = {
    unreadable: new Set<'properties' | 'units' | 'sources'>(),
    dataset: undefined as DatasetShape | undefined,
    properties: new Map<string, PropertyShape | undefined>(),
    units: new Map<string, z.infer<typeof unitShape> | undefined>(),
    sources: new Map<string, SourceDraft>(),
    entities: new Map<string, EntityDraft>(),
    overlays: new Array<OverlayDraft>(),
    translatedProperties: new Array<WordsDraft<z.infer<typeof translatedPropertyShape>>>(),
    translatedUnits: new Array<WordsDraft<z.infer<typeof translatedUnitShape>>>(),
    asking: new Array<AskingDraft>(),
    asked: new Array<AskedDraft>(),
    unanswered: new Array<UnansweredDraft>(),
  }

  function addSources(file: string, raw: unknown): void {
    for (const [id, source] of wholeMap(file, sourceShape, raw)) {
      const other = drafts.sources.get(id)
      if (other === undefined) drafts.sources.set(id, { file, source })
      else report(file, id, `this source id stands in ${other.file} too; a source stands once`)
    }
  }

  function addEntity(draft: EntityDraft): void {
    const other = drafts.entities.get(draft.id)
    if (other === undefined) drafts.entities.set(draft.id, draft)
    else
      report(
        draft.file,
        'the whole file',
        `the id “${draft.id}” is taken by ${other.file}; ids are unique over all folders`,
      )
  }

  // In the order of their paths, so that the result does not depend on the order in which a disk lists its files.
  for (const file of [...files.keys()].toSorted()) {
    const role = roleOf(file)
    if (role.role === 'aside') continue
    if (role.role === 'unknown') {
      report(file, 'the file’s name', role.reason)
      continue
    }
    const yaml = readYaml(files.get(file) ?? '')
    if (!yaml.ok) {
      for (const { line, reason } of yaml.faults)
        report(file, line === undefined ? 'the whole file' : `line ${line}`, reason)
    }
    const raw = yaml.ok ? yaml.value : undefined
    if (!yaml.ok && role.role !== 'entity') {
      if (role.role === 'properties' || role.role === 'units' || role.role === 'sources')
        drafts.unreadable.add(role.role)
      continue
    }
    switch (role.role) {
      case 'dataset':
        drafts.dataset = shaped(file, 'the whole file', datasetShape, raw)
        break
      case 'properties':
        drafts.properties = wholeMap(file, propertyShape, raw)
        break
      case 'units':
        drafts.units = wholeMap(file, unitShape, raw)
        break
      case 'glossary':
        wholeMap(file, glossaryTermShape, raw, false)
        break
      case 'sources':
        addSources(file, raw)
        break
      case 'properties-overlay':
        drafts.translatedProperties.push({ ...role, file, entries: wholeMap(file, translatedPropertyShape, raw) })
        break
      case 'units-overlay':
        drafts.translatedUnits.push({ ...role, file, entries: wholeMap(file, translatedUnitShape, raw) })
        break
      case 'asking':
        drafts.asking.push({ ...role, file, asking: shaped(file, 'the whole file', askingShape, raw) })
        break
      case 'asked':
        drafts.asked.push({ ...role, file, questions: shaped(file, 'the whole file', askedShape, raw) })
        break
      case 'unanswered':
        drafts.unanswered.push({ ...role, file, questions: shaped(file, 'the whole file', unansweredShape, raw) })
        break
      case 'entity':
        addEntity({
          ...role,
          file,
          readable: yaml.ok,
          header: yaml.ok ? shaped(file, 'the entity', entityShape, raw) : undefined,
          statements: entries(file, statementShape, isMap(raw) ? raw['statements'] : undefined),
        })
        break
      case 'entity-overlay':
        drafts.overlays.push({
          ...role,
          file,
          header: shaped(file, 'the entity', overlayShape, raw),
          statements: entries(file, translatedStatementShape, isMap(raw) ? raw['statements'] : undefined),
        })
        break
    }
  }
  for (const file of ['dataset.yaml', 'properties.yaml', 'units.yaml']) {
    if (!files.has(file)) report(file, 'the whole file', 'expected this file, came none')
  }
  return { drafts, faults }
}
