/**
 * Compiles Discord's own description of a body (zod schemas of discord-api-spec) into a check that reports faults as Discord does.
 * Knows the shapes only; limits beyond the description stand in the other files of this folder.
 *
 * zod's own parse is not used: the package's `setStrictObject` comes too late for schemas that were built while it was imported, so unknown keys would
 * pass; and zod answers a fault in any component with "Invalid input" for the whole union, where Discord names the field.
 */

import { SnowflakeTypeSchema } from 'discord-api-spec/zod'
import type { $ZodType } from 'zod/v4/core'
import { badLength, type Report, report, required, tooLong, within } from './issue.ts'

export type Check = (value: unknown, to: Report) => void

/** A check that knows what a body is once it has passed. */
export type BodyCheck<T> = Check & { readonly checked?: T }

export interface Allowances {
  /** Keys let through although Discord's description does not name them, by the schema that lacks them. */
  unknownKeys: ReadonlyMap<$ZodType, readonly string[]>
  /** Fields that Discord takes in another form than it describes, by their name. */
  fields: ReadonlyMap<string, Check>
}

/** The parts of a zod definition that are read here; which are there depends on `type`. */
interface Definition {
  type: string
  shape: Record<string, $ZodType>
  element: $ZodType
  options: readonly $ZodType[]
  innerType: $ZodType
  valueType: $ZodType
  getter: () => $ZodType
  values: readonly unknown[]
  checks?: readonly Record<'_zod', { def: CheckDefinition }>[]
  format?: string
}

interface CheckDefinition {
  check: string
  minimum?: number
  maximum?: number
  value?: number
  format?: string
  pattern?: RegExp
}

function definitionOf(schema: $ZodType): Definition {
  return (schema as unknown as { def: Definition }).def
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function makeCompiler(allowances: Allowances): (schema: $ZodType) => Check {
  const compiled = new Map<$ZodType, Check>()
  const compile = (schema: $ZodType): Check => {
    const kept = compiled.get(schema)
    if (kept !== undefined) return kept
    // Schemas name each other in circles, so each is compiled when it is first met.
    let check: Check = (value, to) => {
      check = build(schema)
      compiled.set(schema, check)
      check(value, to)
    }
    const early: Check = (value, to) => check(value, to)
    compiled.set(schema, early)
    return early
  }

  const build = (schema: $ZodType): Check => {
    const definition = definitionOf(schema)
    switch (definition.type) {
      case 'lazy':
        return compile(definition.getter())
      case 'optional':
        return optionally(compile(definition.innerType), undefined)
      case 'nullable':
        return optionally(compile(definition.innerType), null)
      case 'object':
        return objectCheck(definition.shape, compile, allowances.fields, allowances.unknownKeys.get(schema) ?? [])
      case 'array':
        return arrayCheck(compile(definition.element), definition)
      case 'record':
        return recordCheck(compile(definition.valueType))
      case 'union':
        return unionCheck(definition.options, compile)
      case 'literal':
        return choiceCheck(definition.values)
      case 'string':
        return schema === SnowflakeTypeSchema ? snowflakeCheck : stringCheck(definition)
      case 'number':
        return numberCheck(definition)
      case 'boolean':
        return booleanCheck
      case 'null':
        return choiceCheck([null])
      case 'undefined':
        return choiceCheck([undefined])
      default:
        throw new Error(`discord-api-spec uses a kind of schema that is not compiled here: ${definition.type}`)
    }
  }
  return compile
}

function optionally(check: Check, empty: null | undefined): Check {
  return (value, to) => {
    if (value !== empty) check(value, to)
  }
}

function objectCheck(
  shape: Record<string, $ZodType>,
  compile: (schema: $ZodType) => Check,
  special: ReadonlyMap<string, Check>,
  extra: readonly string[],
): Check {
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    check: special.get(key) ?? compile(schema),
    isRequired: !takesUndefined(schema),
  }))
  const known = new Set([...fields.map(one => one.key), ...extra])
  return (value, to) => {
    if (!isRecord(value)) return report(to, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    for (const { key, check, isRequired } of fields) {
      const field = value[key]
      if (field === undefined && !isRequired) continue
      to.path.push(key)
      if (field === undefined) report(to, ...required)
      else check(field, to)
      to.path.pop()
    }
    for (const key in value) {
      if (known.has(key) || value[key] === undefined) continue
      within(to, key, () =>
        report(
          to,
          'UNKNOWN_KEY',
          `Discord's description of this body has no "${key}"; it has ${[...known].join(', ')}`,
        ),
      )
    }
  }
}

function takesUndefined(schema: $ZodType): boolean {
  const definition = definitionOf(schema)
  if (definition.type === 'optional' || definition.type === 'undefined') return true
  if (definition.type === 'nullable') return takesUndefined(definition.innerType)
  if (definition.type === 'union') return definition.options.some(takesUndefined)
  return false
}

function arrayCheck(element: Check, definition: Definition): Check {
  const { minimum, maximum } = lengthsOf(definition)
  return (value, to) => {
    if (!Array.isArray(value)) return report(to, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
    checkLength(value.length, minimum, maximum, to)
    for (let index = 0; index < value.length; index++) {
      to.path.push(index)
      element(value[index], to)
      to.path.pop()
    }
  }
}

function recordCheck(element: Check): Check {
  return (value, to) => {
    if (!isRecord(value)) return report(to, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')
    for (const key in value) within(to, key, () => element(value[key], to))
  }
}

/** A union of objects that differ in `type` is decided by it; of the others, the option that fits best reports. */
function unionCheck(options: readonly $ZodType[], compile: (schema: $ZodType) => Check): Check {
  const byType = new Map<unknown, Check>()
  for (const option of options) for (const value of typesOf(option)) byType.set(value, compile(option))
  if (byType.size > 0 && options.every(option => typesOf(option).length > 0)) {
    const names = [...byType.keys()].join(', ')
    return (value, to) => {
      if (!isRecord(value)) return report(to, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
      const check = byType.get(value['type'])
      if (check !== undefined) return check(value, to)
      within(to, 'type', () => report(to, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${names}).`))
    }
  }
  const checks = options.map(compile)
  return (value, to) => {
    let best: Report['issues'] | undefined
    for (const check of checks) {
      const attempt: Report = { path: to.path, issues: [] }
      check(value, attempt)
      if (attempt.issues.length === 0) return
      if (best === undefined || misfit(attempt) < misfit({ path: to.path, issues: best })) best = attempt.issues
    }
    to.issues.push(...(best ?? []))
  }
}

/** How far a value is from an option: being of another type altogether is farthest. */
function misfit(attempt: Report): number {
  const otherType = attempt.issues.some(
    one => one.path.length === attempt.path.length && /_(CONVERT|COERCE|CHOICES)$/.test(one.code),
  )
  return attempt.issues.length + (otherType ? 1_000 : 0)
}

function typesOf(option: $ZodType): readonly unknown[] {
  let definition = definitionOf(option)
  while (definition.type === 'lazy') definition = definitionOf(definition.getter())
  if (definition.type !== 'object') return []
  const type = definition.shape['type']
  return type === undefined || definitionOf(type).type !== 'literal' ? [] : definitionOf(type).values
}

function choiceCheck(values: readonly unknown[]): Check {
  const known = new Set(values)
  const names = values.map(String).join(', ')
  return (value, to) => {
    if (!known.has(value)) report(to, 'BASE_TYPE_CHOICES', `Value must be one of {${names}}.`)
  }
}

function stringCheck(definition: Definition): Check {
  const { minimum, maximum } = lengthsOf(definition)
  const formats = checksOf(definition).filter(one => one.check === 'string_format')
  return (value, to) => {
    if (typeof value !== 'string')
      return report(to, 'BASE_TYPE_CONVERT', `Could not interpret ${shown(value)} as string.`)
    checkLength(value.length, minimum, maximum, to)
    for (const one of formats) checkFormat(value, one, to)
  }
}

function checkFormat(value: string, one: CheckDefinition, to: Report): void {
  if (one.format === 'url' && !URL.canParse(value)) report(to, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  if (one.format === 'datetime' && !(/^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)))) {
    report(to, 'DATE_TIME_TYPE_PARSE', `Could not parse ${shown(value)}. Should be ISO8601.`)
  }
  if (one.format === 'regex' && one.pattern?.test(value) === false)
    report(to, 'STRING_TYPE_REGEX', `String value did not match validation regex ${one.pattern}.`)
}

/** Discord takes snowflakes as strings and, where they are small (the number of a file), as numbers. */
const snowflakeCheck: Check = (value, to) => {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value
  if (typeof text !== 'string' || !/^(0|[1-9]\d{0,19})$/.test(text))
    report(to, 'NUMBER_TYPE_COERCE', `Value ${shown(value)} is not snowflake.`)
}

function numberCheck(definition: Definition): Check {
  const checks = checksOf(definition)
  const minimum = checks.find(one => one.check === 'greater_than')?.value ?? Number.NEGATIVE_INFINITY
  const maximum = checks.find(one => one.check === 'less_than')?.value ?? Number.POSITIVE_INFINITY
  const whole = definition.format !== undefined || checks.some(one => one.check === 'number_format')
  return (value, to) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
      return report(to, 'NUMBER_TYPE_COERCE', `Value ${shown(value)} is not ${whole ? 'int' : 'a number'}.`)
    }
    if (value < minimum) report(to, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${minimum}.`)
    if (value > maximum) report(to, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${maximum}.`)
  }
}

const booleanCheck: Check = (value, to) => {
  if (typeof value !== 'boolean') report(to, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')
}

function checksOf(definition: Definition): CheckDefinition[] {
  return (definition.checks ?? []).map(one => one['_zod'].def)
}

function lengthsOf(definition: Definition): { minimum: number; maximum: number } {
  const checks = checksOf(definition)
  return {
    minimum: checks.find(one => one.check === 'min_length')?.minimum ?? 0,
    maximum: checks.find(one => one.check === 'max_length')?.maximum ?? Number.POSITIVE_INFINITY,
  }
}

/** Lengths are UTF-16 units as discord.js counts them: never more lenient than Discord, which counts code points. */
function checkLength(length: number, minimum: number, maximum: number, to: Report): void {
  if (length >= minimum && length <= maximum) return
  if (minimum > 0 && length === 0) return report(to, ...required)
  if (minimum > 0 && maximum !== Number.POSITIVE_INFINITY) return report(to, ...badLength(minimum, maximum))
  if (length > maximum) return report(to, ...tooLong(maximum))
  report(to, 'BASE_TYPE_MIN_LENGTH', `Must be ${minimum} or more in length.`)
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
