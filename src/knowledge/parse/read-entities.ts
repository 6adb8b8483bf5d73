/** Second pass over entities: each with its statements and its overlays, then the rules that hold between them. */

import { fold } from '../fold.ts'
import { markOfWords } from '../mark.ts'
import { type CalendarDate, type Entity, kinds, type Property, type Statement, sectors } from '../model.ts'
import type { Drafts, EntityDraft, OverlayDraft, Report } from './drafts.ts'
import type { Known } from './known.ts'
import { readStatement } from './read-statement.ts'
import { markReason, readTranslation } from './read-translation.ts'
import type { StatementShape } from './shapes.ts'

/** Overlays by entity; one without its entity is reported. */
function overlaysByEntity(drafts: Drafts, report: Report): ReadonlyMap<string, readonly OverlayDraft[]> {
  const found = new Map<string, OverlayDraft[]>()
  for (const overlay of drafts.overlays) {
    const entity = drafts.entities.get(overlay.id)
    if (entity === undefined || entity.kind !== overlay.kind) {
      report(
        overlay.file,
        'the whole file',
        `expected ${overlay.file.replace(`.${overlay.language}.yaml`, '.yaml')} beside it, came none`,
      )
      continue
    }
    found.set(overlay.id, [...(found.get(overlay.id) ?? []), overlay])
  }
  return found
}

function readName(entity: EntityDraft, overlays: readonly OverlayDraft[], report: Report): Entity['name'] {
  const en = entity.header?.name ?? entity.id
  const other = new Map<string, string>()
  for (const { file, language, header } of overlays) {
    if (header?.name === undefined) {
      if (header?.of !== undefined) report(file, 'the entity', 'of: expected a name beside the mark, came none')
      continue
    }
    other.set(language, header.name)
    if (entity.header === undefined) continue
    const reason = markReason(header.of, markOfWords(en))
    if (reason !== undefined) report(file, 'name', reason)
  }
  return { en, other }
}

function propertyOf(
  entity: EntityDraft,
  id: string,
  draft: StatementShape,
  known: Known,
  say: (reason: string) => void,
): Property | undefined {
  const propertyId = draft.property ?? id
  const unknown = known.unknownProperty(propertyId)
  if (unknown !== undefined) {
    say(
      draft.property === undefined
        ? `${unknown} (where \`property\` is left out, the statement’s id is the property)`
        : `property: ${unknown}`,
    )
    return undefined
  }
  const property = known.properties.get(propertyId)
  if (property !== undefined && !property.on.includes(entity.kind)) {
    say(`property: “${propertyId}” is said of a ${property.on.join(', ')}, not of a ${entity.kind}`)
    return undefined
  }
  return property
}

function readStatements(
  entity: EntityDraft,
  overlays: readonly OverlayDraft[],
  known: Known,
  datasetDate: CalendarDate | undefined,
  report: Report,
): readonly Statement[] {
  for (const { file, statements } of overlays) {
    for (const id of statements.keys()) {
      if (entity.readable && !entity.statements.has(id))
        report(file, id, `${entity.file} has no statement with this id`)
    }
  }
  const read: Statement[] = []
  for (const [id, draft] of entity.statements) {
    if (draft === undefined) continue
    const say = (reason: string) => report(entity.file, id, reason)
    const property = propertyOf(entity, id, draft, known, say)
    const translations = overlays.map(({ file, language, statements }) => {
      const translated = statements.get(id)
      if (translated === undefined || property === undefined) return []
      return readTranslation(draft, property.type, language, translated, reason => report(file, id, reason))
    })
    const statement = readStatement(entity.id, id, draft, { known, datasetDate, property, translations, say })
    if (statement !== undefined) read.push(statement)
  }
  return read
}

/** A reader asks “what is the capital?” and gets one answer: two would contradict each other. */
function checkSingle(entity: EntityDraft, statements: readonly Statement[], report: Report): void {
  const current = new Map<string, string>()
  for (const { id, property, standing, until } of statements) {
    if (property.many || until !== undefined || (standing !== 'settled' && standing !== 'disputed')) continue
    const other = current.get(property.id)
    if (other === undefined) current.set(property.id, id)
    else {
      const own = id.slice(entity.id.length + 1)
      report(
        entity.file,
        own,
        `“${property.id}” holds one current statement and ${other} is one already: give the older \`until\`, or make them one disputed statement`,
      )
    }
  }
}

function checkRelated(entity: EntityDraft, known: Known, report: Report): void {
  for (const id of entity.header?.related ?? []) {
    const unfit = id === entity.id ? 'expected another entity, came this one itself' : known.unfitEntity(id, kinds)
    if (unfit !== undefined) report(entity.file, 'the entity', `related: ${unfit}`)
  }
}

/** Projects are browsed by sector and stage; a stage without a sourced status would be a claim of our own. */
function checkSorting({ file, kind, header, statements }: EntityDraft, report: Report): void {
  if (header === undefined) return
  const say = (reason: string): void => report(file, 'the entity', reason)
  if (kind !== 'project') {
    if (header.sector !== undefined || header.stage !== undefined)
      say(`sector and stage are for projects, not for a ${kind}`)
    return
  }
  if (header.sector === undefined) say(`expected a sector among ${sectors.join(', ')}, came none`)
  if (header.stage !== undefined && !statements.has('status'))
    say('stage: expected a statement “status” that it rests on, came none')
}

/** Within a kind a name or an alias leads to one entity; a country and its capital's district may share one. */
function checkNames(drafts: Drafts, overlays: ReadonlyMap<string, readonly OverlayDraft[]>, report: Report): void {
  const taken = new Map<string, string>()
  for (const entity of drafts.entities.values()) {
    for (const { file, header } of [entity, ...(overlays.get(entity.id) ?? [])]) {
      const own = header?.name === undefined ? [] : [header.name]
      for (const words of [...own, ...(header?.aliases ?? [])]) {
        const key = `${entity.kind} ${fold(words)}`
        const other = taken.get(key)
        if (fold(words) === '') report(file, 'the entity', `expected a name with a letter or a digit, came “${words}”`)
        else if (other === undefined) taken.set(key, entity.id)
        else if (other !== entity.id)
          report(
            file,
            'the entity',
            `“${words}” already means the ${entity.kind} ${other}; within a kind a name or an alias means one entity`,
          )
      }
    }
  }
}

export function readEntities(
  drafts: Drafts,
  known: Known,
  datasetDate: CalendarDate | undefined,
  report: Report,
): ReadonlyMap<string, Entity> {
  const overlays = overlaysByEntity(drafts, report)
  checkNames(drafts, overlays, report)
  const entities = new Map<string, Entity>()
  for (const draft of drafts.entities.values()) {
    const own = overlays.get(draft.id) ?? []
    checkRelated(draft, known, report)
    checkSorting(draft, report)
    const name = readName(draft, own, report)
    const statements = readStatements(draft, own, known, datasetDate, report)
    checkSingle(draft, statements, report)
    if (draft.header === undefined) continue
    const { sign, place, sector, stage, aliases = [], related = [] } = draft.header
    entities.set(draft.id, {
      id: draft.id,
      kind: draft.kind,
      name,
      ...(sign === undefined ? {} : { sign }),
      ...(place === undefined ? {} : { place }),
      ...(sector === undefined ? {} : { sector }),
      ...(stage === undefined ? {} : { stage }),
      aliases: [...new Set([...aliases, ...own.flatMap(({ header }) => header?.aliases ?? [])])],
      related,
      statements,
    })
  }
  return entities
}
