/** Reads the value of a statement by the type of its property. */

import { isCalendarDate } from '../calendar.ts'
import type { DateSpan, Localised, Property, Quantity, Value } from '../model.ts'
import { came } from './explain.ts'
import type { Known } from './known.ts'
import type { ValueShape } from './shapes.ts'

type Say = (reason: string) => void

/** One language's words for an account; checked against the English before. */
export interface Translation {
  readonly language: string
  readonly text: string
  readonly value?: string | readonly string[] | undefined
}

function localised<T>(
  en: T,
  translations: readonly Translation[],
  pick: (translation: Translation) => T | undefined,
): Localised<T> {
  const other = new Map<string, T>()
  for (const translation of translations) {
    const words = pick(translation)
    if (words !== undefined) other.set(translation.language, words)
  }
  return { en, other }
}

export function localisedText(en: string, translations: readonly Translation[]): Localised<string> {
  return localised(en, translations, translation => translation.text)
}

export function readSpan(raw: ValueShape | undefined, say: Say): DateSpan | undefined {
  const [from = '', to, ...more] = typeof raw === 'string' || typeof raw === 'number' ? String(raw).split('/') : []
  if (!isCalendarDate(from) || (to !== undefined && !isCalendarDate(to)) || more.length > 0) {
    return fault(say, 'a date that exists (2023, 2023-05, 2023-05-18) or a span (2023-05-18/2023-05-19)', raw)
  }
  if (to === undefined) return { from }
  if (to.length !== from.length || to <= from) {
    return fault(say, 'the second date of a span later than the first and as precise', raw)
  }
  return { from, to }
}

function readQuantity(raw: ValueShape | undefined, property: Property, known: Known, say: Say): Quantity | undefined {
  const draft = typeof raw === 'number' ? { amount: raw } : raw
  if (typeof draft !== 'object' || !('amount' in draft)) {
    return fault(say, 'a number, or { amount, unit, upTo, approximation }', raw)
  }
  if (draft.unit === undefined && property.units.length > 1) {
    return fault(say, `{ amount, unit } with a unit among ${property.units.join(', ')}`, raw)
  }
  const id = draft.unit ?? property.units[0] ?? ''
  const unknown = known.unknownUnit(id)
  if (unknown !== undefined) say(`value: ${unknown}`)
  else if (!property.units.includes(id)) {
    say(`value: expected a unit among ${property.units.join(', ')}, which “${property.id}” takes; came “${id}”`)
  }
  const unit = known.units.get(id)
  if (unit === undefined) return undefined
  return {
    amount: draft.amount,
    unit,
    ...(draft.upTo === undefined ? {} : { upTo: draft.upTo }),
    ...(draft.approximation === undefined ? {} : { approximation: draft.approximation }),
  }
}

function isTexts(raw: unknown): raw is readonly string[] {
  return Array.isArray(raw)
}

/** `text` is the statement's sentence, which is the value of a `text` property that names none. Undefined after a reported fault. */
export function readValue(
  raw: ValueShape | undefined,
  text: Localised<string>,
  translations: readonly Translation[],
  property: Property,
  known: Known,
  say: Say,
): Value | undefined {
  const { type } = property
  if (type === 'text') {
    if (raw === undefined) return { type, text }
    if (typeof raw === 'string') {
      const pick = ({ value }: Translation) => (typeof value === 'string' ? value : undefined)
      return { type, text: localised(raw, translations, pick) }
    }
    return fault(say, 'a text', raw)
  }
  if (type === 'texts') {
    const pick = ({ value }: Translation) => (isTexts(value) ? value : undefined)
    return isTexts(raw) ? { type, texts: localised(raw, translations, pick) } : fault(say, 'a list of texts', raw)
  }
  if (type === 'number') {
    const quantity = readQuantity(raw, property, known, say)
    return quantity && { type, quantity }
  }
  if (type === 'date') {
    const date = readSpan(raw, say)
    return date && { type, date }
  }
  if (type === 'entity') {
    if (typeof raw !== 'string') return fault(say, 'the id of an entity', raw)
    return allFit([raw], property, known, say) ? { type, entity: raw } : undefined
  }
  if (!isTexts(raw)) return fault(say, 'a list of ids of entities', raw)
  return allFit(raw, property, known, say) ? { type, entities: raw } : undefined
}

function fault(say: Say, expected: string, raw: unknown): undefined {
  say(`value: expected ${expected}, came ${came(raw)}`)
}

function allFit(ids: readonly string[], property: Property, known: Known, say: Say): boolean {
  const unfit = ids.map(id => known.unfitEntity(id, property.of)).filter(reason => reason !== undefined)
  for (const reason of unfit) say(`value: ${reason}`)
  return unfit.length === 0
}
