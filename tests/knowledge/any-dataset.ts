/** Datasets without faults at random, as plain values by path, so that a law can change them before they are written as YAML. */

import fc from 'fast-check'
import { stringify } from 'yaml'
import { type Files, smallDataset } from './small-dataset.ts'

export interface AnyStatement {
  property: string
  value?: unknown
  text: string
  asOf?: string
  since?: string
  standing?: string
  speaker?: string
  alternatives?: { value?: unknown; text: string; sources: unknown[] }[]
  sources?: unknown[]
}

export interface AnyEntity {
  name: string
  sector?: string
  aliases?: string[]
  statements: Record<string, AnyStatement>
}

export interface AnyDataset {
  sources: Record<string, unknown>
  entities: Record<string, AnyEntity>
}

const sourceIds = ['source-a', 'source-b', 'source-c']
const countryIds = ['country-a', 'country-b', 'country-c']
const placeIds = ['place-a', 'place-b']
const projectIds = ['project-a', 'project-b']

/** One line in any script; a letter before and after it keeps blanks off its ends. */
export const anyWords = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map(text => `a${text.replaceAll(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/gu, '')}z`)

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  .chain(date => fc.constantFrom(4, 7, 10).map(length => date.toISOString().slice(0, length)))

const anySources = fc
  .subarray(sourceIds, { minLength: 1 })
  .chain(ids =>
    fc.tuple(...ids.map(id => fc.option(anyWords, { nil: undefined }).map(at => (at === undefined ? id : { id, at })))),
  )

const anyQuantity = fc.oneof(
  fc.integer({ min: 0, max: 1e12 }),
  fc.record(
    { amount: fc.integer({ min: 0, max: 1000 }), upTo: fc.integer({ min: 1001, max: 5000 }) },
    { requiredKeys: ['amount'] },
  ),
)
/** Of a property with several units, so that the unit is named. */
const anyQuantityOfPeople = fc.record({ amount: fc.integer({ min: 0, max: 1000 }), unit: fc.constant('people') })

const valueOf: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  about: fc.constant(undefined),
  currency: fc.option(anyWords, { nil: undefined }),
  pledge: fc.option(anyWords, { nil: undefined }),
  languages: fc.uniqueArray(anyWords, { minLength: 1, maxLength: 4 }),
  capital: fc.constantFrom(...placeIds),
  neighbours: fc.subarray(countryIds, { minLength: 1 }),
  population: anyQuantityOfPeople,
  length: anyQuantity,
  'opened-on': anyDay,
}

function anyStatement(property: string): fc.Arbitrary<AnyStatement> {
  const value = valueOf[property] ?? fc.constant(undefined)
  const side = fc.record({ value, text: anyWords, sources: anySources })
  return fc
    .record({
      account: side,
      asOf: anyDay,
      since: fc.option(anyDay, { nil: undefined }),
      standing: fc.constantFrom('settled', 'viewpoint', 'expected', 'disputed', undefined),
      speaker: fc.constantFrom(...countryIds),
      alternatives: fc.uniqueArray(side, { minLength: 1, maxLength: 2, selector: each => JSON.stringify(each) }),
    })
    .map(({ account, asOf, since, standing, speaker, alternatives }) => ({
      property,
      ...account,
      asOf,
      ...(since === undefined ? {} : { since }),
      ...(standing === undefined ? {} : { standing }),
      ...(standing === 'viewpoint' ? { speaker } : {}),
      ...(standing === 'disputed' ? { alternatives } : {}),
    }))
}

function anyEntity(id: string, properties: readonly string[]): fc.Arbitrary<AnyEntity> {
  return fc
    .record({
      name: anyWords,
      aliases: fc.uniqueArray(anyWords, { maxLength: 2 }),
      chosen: fc.subarray([...properties]),
    })
    .chain(({ name, aliases, chosen }) =>
      fc.tuple(...chosen.map(anyStatement)).map(statements => ({
        // Its id before each spelling keeps the spellings of two entities apart, as the parser asks.
        name: `${id} ${name}`,
        ...(id.startsWith('project') ? { sector: 'railway' } : {}),
        ...(aliases.length === 0 ? {} : { aliases: aliases.map(alias => `${id} ${alias}`) }),
        statements: Object.fromEntries(statements.map((statement, index) => [`statement-${index}`, statement])),
      })),
    )
}

function anyEntities(folder: string, ids: readonly string[], properties: readonly string[]) {
  return ids.map(id => anyEntity(id, properties).map(entity => [`${folder}/${id}.yaml`, entity] as const))
}

export const anyDataset: fc.Arbitrary<AnyDataset> = fc.record({
  sources: fc
    .tuple(anyWords, anyWords, anyDay)
    .map(([title, publisher, date]) =>
      Object.fromEntries(
        sourceIds.map(id => [
          id,
          { title, publisher, date, url: `https://example.org/${id}`, language: 'en', kind: 'press' },
        ]),
      ),
    ),
  entities: fc
    .tuple(
      ...anyEntities('countries', countryIds, [
        'about',
        'currency',
        'pledge',
        'languages',
        'capital',
        'neighbours',
        'population',
      ]),
      ...anyEntities('places', placeIds, ['about']),
      ...anyEntities('projects', projectIds, ['about', 'length', 'opened-on']),
    )
    .map(entities => Object.fromEntries(entities)),
})

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 })
}

export function filesOf(dataset: AnyDataset): Files {
  const base = ['dataset.yaml', 'CHANGELOG.md', 'units.yaml', 'properties.yaml'].map(
    path => [path, smallDataset.get(path) ?? ''] as const,
  )
  const entities = Object.entries(dataset.entities).map(([path, entity]) => [path, yaml(entity)] as const)
  return new Map([...base, ['sources/all.yaml', yaml(dataset.sources)], ...entities])
}
