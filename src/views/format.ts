/** Writes values in a reader's language: amounts, dates, names, lists. Knows no Discord but its markdown. */
import { escapeMarkdown } from '@discordjs/builders'
import { inLanguage } from '../knowledge/language.ts'
import type {
  Account,
  CalendarDate,
  DateSpan,
  Entity,
  Knowledge,
  Localised,
  Quantity,
  Value,
} from '../knowledge/model.ts'
import type { Words } from '../locales/en.ts'

/** Who reads: everything that decides how a value is written. */
export interface Reader {
  readonly language: string
  readonly words: Words
  readonly knowledge: Knowledge
}

/** A text as it stands in the dataset, safe inside Discord's markdown, with a mark where it had to stay English. */
export function writeText(text: Localised<string>, reader: Reader): string {
  const { text: found, fallback } = inLanguage(text, reader.language)
  return fallback ? `${escapeMarkdown(found)} ${reader.words.page.inEnglish}` : escapeMarkdown(found)
}

/** A name for places without markdown (labels of buttons and selects). */
export const plainName = (entity: Entity, language: string): string => inLanguage(entity.name, language).text

/** What was written for Discord's markdown, as it reads: for labels, and to measure it. */
export const unescaped = (text: string): string => text.replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1')

export function writeName(id: string, reader: Reader): string {
  const entity = reader.knowledge.entities.get(id)
  // The parser refuses references to unknown entities, so this can only be a bug of ours.
  if (!entity) throw new Error(`no entity "${id}" in the dataset`)
  return escapeMarkdown(plainName(entity, reader.language))
}

/** A date as precise as it is known: “2023”, “May 2023”, “18 May 2023”, “18–19 May 2023”. */
export function writeDate({ from, to }: DateSpan, words: Words): string {
  const format = formatsOf(words)[from.length === 4 ? 'year' : from.length === 7 ? 'month' : 'day']
  if (to === undefined) return format.format(startOf(from))
  const { days } = words.page
  if (days) return days(format.format(startOf(from)), format.format(startOf(to)))
  return rangeOf(format, `${from}/${to}`, () => format.formatRange(startOf(from), startOf(to)))
}

export const writeDay = (date: CalendarDate, words: Words): string => writeDate({ from: date }, words)

export function writeQuantity({ amount, upTo, unit, approximation }: Quantity, reader: Reader): string {
  const { words } = reader
  const number = formatsOf(words)[unit.compact ? 'compact' : 'plain']
  const written =
    upTo === undefined
      ? number.format(amount)
      : rangeOf(number, `${amount}/${upTo}`, () => number.formatRange(amount, upTo))
  const withUnit = inLanguage(unit.pattern, reader.language).text.replace('{n}', written)
  return approximation ? words.page.approximations[approximation](withUnit) : withUnit
}

export function writeValue(value: Value, reader: Reader): string {
  switch (value.type) {
    case 'text':
      return writeText(value.text, reader)
    case 'texts': {
      const { text, fallback } = inLanguage(value.texts, reader.language)
      const list = writeList(
        text.map(item => escapeMarkdown(item)),
        reader.words,
      )
      return fallback ? `${list} ${reader.words.page.inEnglish}` : list
    }
    case 'number':
      return writeQuantity(value.quantity, reader)
    case 'date':
      return writeDate(value.date, reader.words)
    case 'entity':
      return writeName(value.entity, reader)
    case 'entities':
      return writeList(
        value.entities.map(id => writeName(id, reader)),
        reader.words,
      )
  }
}

/** The value repeats the sentence: a text property whose statement gave no shorter value. */
export const isSentence = ({ value, text }: Account): boolean => value.type === 'text' && value.text.en === text.en

/** “Russian” for `ru`; a tag that `Intl` cannot read stands as it is. */
export function writeLanguage(tag: string, words: Words): string {
  const [language = tag] = tag.split('-', 1)
  return formatsOf(words).languages.of(language) ?? tag
}

export const writeList = (items: readonly string[], words: Words): string => formatsOf(words).list.format(items)

/** A language's formatters: making one costs a hundred times what using it does. */
interface Formats {
  readonly year: Intl.DateTimeFormat
  readonly month: Intl.DateTimeFormat
  readonly day: Intl.DateTimeFormat
  readonly plain: Intl.NumberFormat
  readonly compact: Intl.NumberFormat
  readonly list: Intl.ListFormat
  readonly languages: Intl.DisplayNames
}

const made = new Map<string, Formats>()

/** Exported to be made ready before the first question: a language takes some 30 ms. */
export function formatsOf({ intl }: Words): Formats {
  const formats = made.get(intl) ?? makeFormats(intl)
  made.set(intl, formats)
  return formats
}

function makeFormats(intl: string): Formats {
  // UTC, because a calendar date has no zone and must not move by one.
  const year = { year: 'numeric', timeZone: 'UTC' } as const
  return {
    year: new Intl.DateTimeFormat(intl, year),
    month: new Intl.DateTimeFormat(intl, { ...year, month: 'long' }),
    day: new Intl.DateTimeFormat(intl, { ...year, month: 'long', day: 'numeric' }),
    plain: new Intl.NumberFormat(intl, { maximumFractionDigits: 3 }),
    compact: new Intl.NumberFormat(intl, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 }),
    list: new Intl.ListFormat(intl, { type: 'conjunction' }),
    languages: new Intl.DisplayNames(intl, { type: 'language' }),
  }
}

const ranges = new WeakMap<object, Map<string, string>>()

/** Every range of the dataset once: ICU builds a new formatter for each call of `formatRange`. */
function rangeOf(format: object, range: string, write: () => string): string {
  const known = ranges.get(format) ?? new Map<string, string>()
  ranges.set(format, known)
  const written = known.get(range) ?? write()
  known.set(range, written)
  return written
}

/** `Date` reads `2023` and `2023-05` as the first day, in UTC. */
const startOf = (date: CalendarDate): Date => new Date(date)
