/** How much of the knowledge stands in a language, and what is missing where. A translation counts whole: the parser lets no half in. */

import { promisedLanguages } from './language.ts'
import type { Fault, Knowledge, Localised, Statement } from './model.ts'
import { folderOf } from './parse/file-role.ts'

export interface Coverage {
  readonly language: string
  readonly names: Share
  readonly statements: Share
  readonly properties: Share
  readonly units: Share
  /** What is not there, as faults of the files in which it should be. */
  readonly missing: readonly Fault[]
}

export interface Share {
  readonly there: number
  readonly of: number
}

interface Item {
  readonly words: Localised<string>
  readonly file: string
  readonly entry: string
}

function textOf(statement: Statement): Localised<string> {
  if (statement.standing === 'disputed') return statement.sides[0].text
  return statement.standing === 'viewpoint' ? statement.view.claim.text : statement.account.text
}

export function coverage(knowledge: Knowledge, language: string): Coverage {
  const names: Item[] = []
  const statements: Item[] = []
  for (const entity of knowledge.entities.values()) {
    const file = `${folderOf(entity.kind)}/${entity.id}.${language}.yaml`
    names.push({ words: entity.name, file, entry: 'name' })
    for (const statement of entity.statements) {
      statements.push({ words: textOf(statement), file, entry: statement.id.slice(entity.id.length + 1) })
    }
  }
  const properties = [...knowledge.properties.values()].map(
    ({ id, name }): Item => ({ words: name, file: `properties.${language}.yaml`, entry: id }),
  )
  const units = [...knowledge.units.values()].map(
    ({ id, pattern }): Item => ({ words: pattern, file: `units.${language}.yaml`, entry: id }),
  )

  const isThere = ({ words }: Item) => language === 'en' || words.other.has(language)
  const share = (items: readonly Item[]): Share => ({ there: items.filter(isThere).length, of: items.length })
  const missing = [...properties, ...units, ...names, ...statements]
    .filter(item => !isThere(item))
    .map(({ file, entry }): Fault => ({ file, entry, reason: `is not translated into ${language}` }))
  return {
    language,
    names: share(names),
    statements: share(statements),
    properties: share(properties),
    units: share(units),
    missing,
  }
}

/** The languages that the project promises whole. */
export function promisedCoverage(knowledge: Knowledge): readonly Coverage[] {
  return promisedLanguages.map(language => coverage(knowledge, language))
}
