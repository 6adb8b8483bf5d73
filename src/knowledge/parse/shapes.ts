/** The shape of each kind of file, entry by entry. What one entry can't know (other entries, properties, dates of others) is not looked at here. */

import { z } from 'zod'
import { isCalendarDate } from '../calendar.ts'
import {
  approximations,
  kinds,
  questionWords,
  scripts,
  sectors,
  sourceKinds,
  stages,
  stemmers,
  topics,
} from '../model.ts'
import { idPattern, languagePattern } from './file-role.ts'

export const longestText = 250
/** Russian needs about a fifth more letters than English for the same. */
export const longestTranslation = 300
const longestName = 100

/** Control characters, line and paragraph separators, and marks that turn the direction of writing: invisible, so never meant. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

/** A map that takes no other keys, and names those that it takes. */
function closed<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `unknown key ${issue.keys.map(key => `“${key}”`).join(', ')}; those known here are ${known}`
        : undefined,
  })
}

function line(longest: number) {
  return z
    .string()
    .superRefine((text, ctx) => {
      const length = Array.from(text).length
      if (text.trim() === '') ctx.addIssue('expected words, came nothing but blanks')
      else if (text !== text.trim())
        ctx.addIssue('expected no blanks or line breaks at either end (in YAML, `>-` leaves out the last one)')
      else if (unprintable.test(text))
        ctx.addIssue('expected one line of visible characters, came a line break or another control character')
      if (length > longest) ctx.addIssue(`expected at most ${longest} characters, came ${length}`)
    })
    .meta({ minLength: 1, maxLength: longest })
}

const name = line(longestName)
const words = line(longestText)
/** An id that stands for something elsewhere: whether it is there is asked later. */
const reference = z.string()
export const propertyReference = z.string()
export const unitReference = z.string()

const datePattern = /^\d{4}(-\d{2}(-\d{2})?)?$/
const date = z
  .union([z.string().meta({ pattern: datePattern.source }), z.int()], {
    error: 'expected a date: 2023, 2023-05 or 2023-05-18',
  })
  .refine(value => isCalendarDate(String(value)), {
    error: issue => `expected a day that exists, as 2023, 2023-05 or 2023-05-18; came “${String(issue.input)}”`,
  })

function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .min(1, 'expected at least one entry; an empty list is left out')
    .refine(items => new Set(items.map(entry => JSON.stringify(entry))).size === items.length, {
      error: issue => `expected each entry once, came twice: ${twice(issue.input)}`,
    })
}

function twice(items: unknown): string {
  if (!Array.isArray(items)) return ''
  const seen = items.map(item => JSON.stringify(item))
  return [...new Set(seen.filter((item, index) => seen.indexOf(item) !== index))].join(', ')
}

const amount = closed({
  amount: z.number(),
  upTo: z.number().optional(),
  unit: unitReference.optional(),
  approximation: z.enum(approximations).optional(),
}).refine(value => value.upTo === undefined || value.upTo > value.amount, {
  error: 'expected upTo above amount: it is the upper end of the range',
})
const value = z.union([words, z.number(), list(words), amount], {
  error: 'expected a text, a number, a list of texts, or { amount, unit, upTo, approximation }',
})
export type ValueShape = z.infer<typeof value>

const citation = z.union([reference, closed({ id: reference, at: words })], {
  error: 'expected the id of a source, or { id, at }',
})
const account = { value: value.optional(), text: words, sources: list(citation) }
const accountShape = closed(account)
export type AccountShape = z.infer<typeof accountShape>

export const standings = ['settled', 'viewpoint', 'disputed', 'expected'] as const

export const statementShape = closed({
  property: propertyReference.optional(),
  ...account,
  since: date.optional(),
  until: date.optional(),
  asOf: date.optional(),
  standing: z.enum(standings).optional(),
  speaker: reference.optional(),
  alternatives: list(accountShape).optional(),
})
export type StatementShape = z.infer<typeof statementShape>

const statementId = z.string().regex(idPattern)

export const entityShape = closed({
  name,
  sign: line(16).optional(),
  aliases: list(name).optional(),
  related: list(reference).optional(),
  place: closed({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  sector: z.enum(sectors).optional(),
  stage: z.enum(stages).optional(),
  statements: z.record(z.string(), z.unknown()),
})
export type EntityShape = z.infer<typeof entityShape>
export const entityFileShape = entityShape.extend({ statements: z.record(statementId, statementShape) })

const mark = z.string().regex(/^[0-9a-f]{8}$/, {
  error: issue =>
    `expected a mark of eight hexadecimal digits (\`npm run data:stamp\` writes it), came “${String(issue.input)}”`,
})
const translation = line(longestTranslation)
const translatedValue = z.union([translation, list(translation)], { error: 'expected a text or a list of texts' })
const translatedAccount = { text: translation, value: translatedValue.optional() }
export const translatedStatementShape = closed({
  of: mark.optional(),
  ...translatedAccount,
  alternatives: list(closed(translatedAccount)).optional(),
})
export type TranslatedStatementShape = z.infer<typeof translatedStatementShape>

export const overlayShape = closed({
  name: name.optional(),
  of: mark.optional(),
  aliases: list(name).optional(),
  statements: z.record(z.string(), z.unknown()).optional(),
})
export type OverlayShape = z.infer<typeof overlayShape>
export const overlayFileShape = overlayShape.extend({
  statements: z.record(statementId, translatedStatementShape).optional(),
})

export const sourceShape = closed({
  title: line(300),
  publisher: name.nullable(),
  date: date.nullable(),
  url: z
    .string()
    .refine(isWebAddress, {
      error: issue =>
        `expected an address that begins with http:// or https:// and has no blanks, came “${String(issue.input)}”`,
    })
    .nullable(),
  language: z.string().regex(languagePattern, {
    error: issue => `expected a language tag such as en, ru or zh-CN, came “${String(issue.input)}”`,
  }),
  kind: z.enum(sourceKinds),
  note: line(300).optional(),
}).superRefine((source, ctx) => {
  const unknown = [source.url, source.publisher, source.date].includes(null)
  if (unknown && source.note === undefined) {
    ctx.addIssue('expected a note that says why url, publisher or date is null')
  }
})
export type SourceShape = z.infer<typeof sourceShape>
export const sourcesFileShape = z.record(statementId, sourceShape)

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/u.test(text) && URL.canParse(text)
}

function withPlaceholder(placeholder: string) {
  return words.refine(text => text.match(/\{[^}]*\}/g)?.join() === placeholder, {
    error: issue => `expected ${placeholder} once and no other braces, came “${String(issue.input)}”`,
  })
}

export const unitShape = closed({ pattern: withPlaceholder('{n}'), compact: z.boolean().optional() })
export const translatedUnitShape = closed({ of: mark.optional(), pattern: withPlaceholder('{n}') })

export const propertyShape = closed({
  type: z.enum(['text', 'texts', 'number', 'date', 'entity', 'entities']),
  on: list(z.enum(kinds)),
  of: list(z.enum(kinds)).optional(),
  units: list(unitReference).optional(),
  ages: z.boolean().optional(),
  many: z.boolean().optional(),
  topic: z.enum(topics).optional(),
  name,
  question: withPlaceholder('{entity}'),
}).superRefine((property, ctx) => {
  const namesEntities = property.type === 'entity' || property.type === 'entities'
  if (namesEntities !== (property.of !== undefined)) {
    ctx.addIssue(
      `expected \`of\` (the kinds a value may be) with type entity or entities and nowhere else; the type is ${property.type}`,
    )
  }
  if ((property.type === 'number') !== (property.units !== undefined)) {
    ctx.addIssue(`expected \`units\` with type number and nowhere else; the type is ${property.type}`)
  }
})
export type PropertyShape = z.infer<typeof propertyShape>
export const translatedPropertyShape = closed({ of: mark.optional(), name, question: withPlaceholder('{entity}') })

export const datasetShape = closed({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 1.4.0'),
  date,
})
export type DatasetShape = z.infer<typeof datasetShape>

const phrases = list(line(60))
const asked = closed({ asked: phrases, most: phrases.optional(), least: phrases.optional() })

/** How people ask in one language; of the properties only the words, whether they exist is asked later. */
export const askingShape = closed({
  script: z.enum(scripts),
  stemmer: z.enum(stemmers).optional(),
  small: phrases.optional(),
  filler: phrases,
  questions: closed(shapeOf(questionWords, phrases.optional())),
  count: phrases,
  list: phrases.optional(),
  difference: phrases,
  negation: phrases,
  future: phrases,
  says: phrases,
  must: phrases,
  because: phrases,
  compare: phrases,
  most: phrases,
  least: phrases,
  second: phrases.optional(),
  third: phrases.optional(),
  total: phrases.optional(),
  or: phrases.optional(),
  before: phrases.optional(),
  after: phrases.optional(),
  opinion: phrases,
  'opinion-start': phrases.optional(),
  bait: phrases,
  kinds: closed(shapeOf(kinds, phrases.optional())),
  sectors: closed(shapeOf(sectors, phrases.optional())),
  stages: closed(shapeOf(stages, phrases.optional())).optional(),
  groups: z.array(closed({ words: phrases, entities: list(reference) })),
  same: z.array(list(line(60))),
  properties: z.record(
    propertyReference,
    z.union([phrases, asked], { error: 'expected a list of words, or { asked, most, least }' }),
  ),
})
export type AskingShape = z.infer<typeof askingShape>

/** Questions by the id of the statement that answers them. */
export const askedShape = z.record(z.string(), list(line(100)))

/** Questions that no statement answers. */
export const unansweredShape = list(line(100))

function shapeOf<const Key extends string, Shape extends z.ZodType>(keys: readonly Key[], shape: Shape) {
  return Object.fromEntries(keys.map(key => [key, shape])) as Record<Key, Shape>
}

/** How a term is to be translated; read by translators and by the check, not by the bot. */
export const glossaryTermShape = z.record(
  z.string().refine(key => key === 'note' || (key !== 'en' && languagePattern.test(key)), {
    error: 'expected a language tag such as ru or zh-CN, or note',
  }),
  translation,
)
