/** Writes the marks that translations lack into the text of their overlays, touching nothing else: no mark that is there, no comment, no blank. */

import { isMap, isScalar, parseDocument, stringify, type YAMLMap } from 'yaml'
import { markOfStatement, markOfWords } from './mark.ts'
import { type Drafts, readDrafts, type WordsDraft } from './parse/drafts.ts'
import { markOfProperty } from './parse/read-words.ts'

interface Insertion {
  readonly offset: number
  readonly text: string
}

/** A mark of digits alone, or one like `12e45678`, is a number in YAML unless it is quoted. */
function written(mark: string): string {
  return `of: ${stringify(mark).trim()}`
}

/** Where YAML gives no place (an anchor stands for the map), nothing is inserted and the check goes on asking for the mark. */
function beforeFirstKey(text: string, map: YAMLMap, mark: string): Insertion | undefined {
  const key = map.items[0]?.key
  if (!isScalar(key) || !key.range) return undefined
  const offset = key.range[0]
  if (map.flow) return { offset, text: `${written(mark)}, ` }
  const column = offset - (text.lastIndexOf('\n', offset - 1) + 1)
  return { offset, text: `${written(mark)}\n${' '.repeat(column)}` }
}

function afterName(text: string, map: YAMLMap, mark: string): Insertion | undefined {
  const name = map.get('name', true)
  if (!isScalar(name) || !name.range) return undefined
  const end = name.range[1]
  if (map.flow) return { offset: end, text: `, ${written(mark)}` }
  const lineEnd = text.indexOf('\n', end - 1)
  return { offset: lineEnd === -1 ? text.length : lineEnd, text: `\n${written(mark)}` }
}

function applied(text: string, insertions: readonly Insertion[]): string {
  return insertions
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((whole, { offset, text: inserted }) => whole.slice(0, offset) + inserted + whole.slice(offset), text)
}

function stampEntries(text: string, path: readonly string[], marks: ReadonlyMap<string, string>): readonly Insertion[] {
  const document = parseDocument(text)
  return [...marks].flatMap(([id, mark]) => {
    const entry = document.getIn([...path, id], true)
    const insertion = isMap(entry) ? beforeFirstKey(text, entry, mark) : undefined
    return insertion === undefined ? [] : [insertion]
  })
}

function stampOverlays(drafts: Drafts, files: ReadonlyMap<string, string>, stamped: Map<string, string>): void {
  for (const { file, id, header, statements } of drafts.overlays) {
    const text = files.get(file) ?? ''
    const entity = drafts.entities.get(id)
    const marks = new Map<string, string>()
    for (const [statementId, translated] of statements) {
      const english = entity?.statements.get(statementId)
      const property = drafts.properties.get(english?.property ?? statementId)
      if (translated === undefined || translated.of !== undefined || english === undefined || property === undefined)
        continue
      marks.set(statementId, markOfStatement(english, property.type))
    }
    const insertions = [...stampEntries(text, ['statements'], marks)]
    const root = parseDocument(text).contents
    if (header?.name !== undefined && header.of === undefined && entity?.header !== undefined && isMap(root)) {
      const insertion = afterName(text, root, markOfWords(entity.header.name))
      if (insertion !== undefined) insertions.push(insertion)
    }
    if (insertions.length > 0) stamped.set(file, applied(text, insertions))
  }
}

function stampWords<English>(
  files: ReadonlyMap<string, string>,
  overlays: readonly WordsDraft<{ readonly of?: string | undefined }>[],
  english: ReadonlyMap<string, English | undefined>,
  markOf: (english: English) => string,
  stamped: Map<string, string>,
): void {
  for (const { file, entries } of overlays) {
    const text = files.get(file) ?? ''
    const marks = new Map<string, string>()
    for (const [id, translated] of entries) {
      const original = english.get(id)
      if (translated !== undefined && translated.of === undefined && original !== undefined)
        marks.set(id, markOf(original))
    }
    const insertions = stampEntries(text, [], marks)
    if (insertions.length > 0) stamped.set(file, applied(text, insertions))
  }
}

/** The new texts of the overlays that change, by path. Entries with faults of their own are left for the check to name. */
export function stamp(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { drafts } = readDrafts(files)
  const stamped = new Map<string, string>()
  stampOverlays(drafts, files, stamped)
  stampWords(files, drafts.translatedProperties, drafts.properties, markOfProperty, stamped)
  stampWords(files, drafts.translatedUnits, drafts.units, unit => markOfWords(unit.pattern), stamped)
  return stamped
}
