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
  /** Properties that people can ask for in their own words. */
  readonly asked: Share
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
  const untranslated = [...properties, ...units, ...names, ...statements]
    .filter(item => !isThere(item))
    .map(({ file, entry }): Fault => ({ file, entry, reason: `is not translated into ${language}` }))
  const unasked = notAskedFor(knowledge, language)
  return {
    language,
    names: share(names),
    statements: share(statements),
    properties: share(properties),
    units: share(units),
    asked: { there: knowledge.properties.size - unasked.length, of: knowledge.properties.size },
    missing: [...untranslated, ...faultsOfAsking(knowledge, language, unasked)],
  }
}

/** The ids of the properties that no word asks for. */
function notAskedFor({ properties, asking }: Knowledge, language: string): readonly string[] {
  const words = asking.get(language)?.properties
  return [...properties.keys()].filter(id => (words?.get(id)?.asked.length ?? 0) === 0)
}

function faultsOfAsking({ asking }: Knowledge, language: string, unasked: readonly string[]): readonly Fault[] {
  const file = `asking/${language}.yaml`
  if (!asking.has(language))
    return [{ file, entry: 'the whole file', reason: `nobody has written how people ask in ${language}` }]
  return unasked.map(id => ({ file, entry: `properties.${id}`, reason: 'has no words by which people ask for it' }))
}

/** The languages that the project promises whole. */
export function promisedCoverage(knowledge: Knowledge): readonly Coverage[] {
  return promisedLanguages.map(language => coverage(knowledge, language))
}
