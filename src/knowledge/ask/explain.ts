/** How far a statement explains each place of a question: by whom it is about, what it is worth, what it says. */
import { accountsOf } from '../accounts.ts'
import { lastDay } from '../calendar.ts'
import type { Account, Property, Statement } from '../model.ts'
import type { AskIndex } from './ask-index.ts'
import { type Nearest, ofOther } from './asked-questions.ts'
import type { Place, Reading } from './reading.ts'
import type { StatementWords } from './statement-words.ts'

/** Less than this explains nothing. */
export const leastExplained = 0.55

/** How much each kind of explanation explains. Tuned on tests/ask/tuned.yaml. */
const by = {
  subject: 1,
  year: 1,
  speaker: 0.95,
  cue: 0.95,
  value: 0.9,
  text: 0.9,
  named: 0.85,
  nameWords: 0.85,
  same: 0.85,
  said: 0.8,
  told: 0.75,
  group: 0.7,
  groupOfOne: 0.4,
  near: 0.65,
  nameWord: 0.6,
  kind: 0.6,
  asked: 0.8,
  likewise: 0.7,
  propertyWord: 0.6,
  cueOfMany: 0.5,
} as const

const none: ReadonlySet<string> = new Set()

/** From here on a question asks the same of somebody else. */
const leastLike = 0.4
const mostlyLike = 0.6

/** 0 to 1, place by place. */
export function explain(
  ask: AskIndex,
  reading: Reading,
  words: StatementWords,
  nearest: Nearest,
  likewise: Nearest,
): readonly number[] {
  const askedLikewise = likewise.near >= leastLike ? likewise.terms : none
  const inNames = placesAmong(reading, ask.nameWords.get(words.entity.id) ?? none).map(
    (isIn, place) => isIn > 0 && (reading.places[place]?.weight ?? 0) > 0,
  )
  const inText = placesAmong(reading, words.terms)
  const inNearest = placesAmong(reading, nearest.terms)
  const inLikewise = placesAmong(reading, askedLikewise)
  const inProperty = placesAmong(reading, reading.index.propertyWords.get(words.statement.property.id) ?? none)
  const inName = inNames.filter(isIn => isIn).length > 1 ? by.nameWords : by.nameWord
  return reading.places.map((place, at) => {
    // What weighs nothing needs no explanation.
    if (place.weight === 0) return 0
    const isName = inNames[at] === true
    if (place.isYear)
      return yearExplained(ask, words, place.cell.word, isName || isAskedOf(nearest, place), reading.years)
    return Math.max(
      byMentions(ask, place, words),
      byCues(reading, at, place, words),
      isName ? inName : 0,
      isSaidOtherwise(place, words) ? by.same : 0,
      by.propertyWord * (inProperty[at] ?? 0),
      by.text * (inText[at] ?? 0),
      by.asked * (inNearest[at] ?? 0),
      place.mentions.length === 0 ? by.likewise * (inLikewise[at] ?? 0) : 0,
    )
  })
}

/** People ask for it with the year, and with most of the other words. */
const isAskedOf = ({ near, terms }: Nearest, { cell }: Place): boolean => near >= mostlyLike && terms.has(cell.stem)

function yearExplained(
  { knowledge }: AskIndex,
  words: StatementWords,
  year: string,
  isName: boolean,
  asked: readonly string[],
): number {
  // What holds today is not known to hold in years to come.
  if (isName || holdsIn(words, year, knowledge.date.slice(0, 4), asked)) return by.year
  return words.said.has(year) ? by.said : 0
}

function byMentions(ask: AskIndex, { mentions }: Place, words: StatementWords): number {
  const { entity, speaker, values, named } = words
  let most = 0
  for (const id of mentions) {
    if (id === entity.id) return by.subject
    if (id === speaker) most = Math.max(most, by.speaker)
    else if (values.has(id)) most = Math.max(most, by.value)
    else if (named.has(id)) most = Math.max(most, by.named)
    else if (isNear(ask, words, id) || standsForCountry(ask, words, id)) most = Math.max(most, by.near)
  }
  return most
}

function byCues(reading: Reading, at: number, { cues }: Place, words: StatementWords): number {
  const { statement, entity } = words
  let most = 0
  for (const cue of cues) {
    if (cue.says === 'property' && cue.property === statement.property.id)
      most = Math.max(most, isManySaid(statement) && !isOwnName(reading, statement, at) ? by.cueOfMany : by.cue)
    else if (cue.says === 'property' && isTold(reading, cue.property, words)) most = Math.max(most, by.told)
    else if (cue.says === 'kind' && words.kinds.has(cue.kind)) most = Math.max(most, by.kind)
    else if (cue.says === 'sector' && cue.sector === entity.sector) most = Math.max(most, by.kind)
    else if (cue.says === 'stage' && cue.stage === entity.stage) most = Math.max(most, by.kind)
    else if (cue.says === 'group') most = Math.max(most, isOfOne(cue.entities, words) ? by.groupOfOne : by.group)
    else if (cue.says === 'says' && statement.standing === 'viewpoint') most = Math.max(most, by.cue)
  }
  return most
}

/** A figure of one of the five is none of the five. */
const isOfOne = (group: readonly string[], { statement, entity }: StatementWords): boolean =>
  group.includes(entity.id) && statement.property.type === 'number'

/** Its entity has to do with it elsewhere, and the statement itself with no other of the kind. */
export function isNear({ knowledge }: AskIndex, { entity, near, values, named }: StatementWords, id: string): boolean {
  const kind = knowledge.entities.get(id)?.kind
  if (!near.has(id) || kind === entity.kind) return false
  // China takes part in every project, whoever else is named.
  if (id === 'china' && entity.kind === 'project') return true
  const isOther = (other: string): boolean => other !== entity.id && knowledge.entities.get(other)?.kind === kind
  return ![...values].some(isOther) && ![...named].some(isOther)
}

/** What a country has all over: it is paid with, spoken and needed in each of its places. */
const everywhere: ReadonlySet<string> = new Set(['currency', 'languages', 'visa-regime'])

/** “Beijing's trade with Bishkek”: a capital stands for its country in what is between countries, and in what is told of something else; any place where it is as all over the country. */
export function standsForCountry({ capitals, countryOf }: AskIndex, words: StatementWords, id: string): boolean {
  const { entity, statement, values, named, speaker } = words
  const country = countryOf.get(id) ?? capitals.get(id)
  if (country === undefined) return false
  const has = entity.id === country || values.has(country) || named.has(country)
  if (everywhere.has(statement.property.id) && has) return true
  if (!capitals.has(id)) return false
  const isBetween = statement.property.topic === 'relations' || statement.property.topic === 'trade'
  return (isBetween && has) || (entity.kind !== 'country' && has) || speaker === country
}

/** Of words that stand for each other one is in the question and one in the text. */
export const isSaidOtherwise = ({ same }: Place, { groups }: StatementWords): boolean =>
  same.some(group => groups.has(group))

/** The name of another property that is asked for stands in the text: “with a population of …”. */
function isTold({ index }: Reading, property: string, { terms }: StatementWords): boolean {
  const name = index.propertyNames.get(property)
  if (name?.size !== 1) return false
  const [stem = ''] = name
  return terms.has(stem)
}

/** Of texts on many things the words that ask for such say little: “what happened”. */
const isManySaid = (statement: Statement): boolean =>
  statement.property.many && statement.property.type === 'text' && accountsOf(statement).every(isSentence)

/** No shorter value was given: the property's value is the sentence. */
const isSentence = ({ value, text }: Account): boolean => value.type === 'text' && value.text.en === text.en

function isOwnName(reading: Reading, { property }: Statement, at: number): boolean {
  const own = reading.index.propertyNames.get(property.id)
  return own !== undefined && isAmong(reading, at, own) > 0
}

/** 1 where the word of the place is among them, a little less for one that stands for it; Chinese characters together with a neighbour. */
export function isAmong({ places }: Reading, at: number, terms: ReadonlySet<string>): number {
  const place = places[at]
  if (!place || terms.size === 0) return 0
  // Asked of every place for every candidate: loops, because a function made each time costs more than the look-up.
  if (place.cell.script === 'Han') {
    for (const pair of place.pairs) if (terms.has(pair)) return 1
    return 0
  }
  let found = 1
  for (const stem of place.alternatives) {
    if (terms.has(stem)) return found
    found = ofOther
  }
  return 0
}

const compared = new WeakMap<Reading, Map<ReadonlySet<string>, readonly number[]>>()

/** `isAmong` of every place; the same names, properties and statements come again and again while one question is weighed. */
export function placesAmong(reading: Reading, terms: ReadonlySet<string>): readonly number[] {
  const before = compared.get(reading) ?? new Map<ReadonlySet<string>, readonly number[]>()
  compared.set(reading, before)
  const found = before.get(terms) ?? reading.places.map((_, at) => isAmong(reading, at, terms))
  before.set(terms, found)
  return found
}

/** What a year's trade is compared with is no answer for that other year. */
const isOfOneYear = ({ topic, type }: Property): boolean => topic === 'trade' && type === 'number'

/** The year stands in it, is that of its knowledge, or lies while it held. */
function holdsIn(
  { statement, years }: StatementWords,
  year: string,
  thisYear: string,
  asked: readonly string[],
): boolean {
  const { since, until, asOf, property } = statement
  if (asOf?.startsWith(year)) return true
  if (years.has(year)) return !isOfOneYear(property) || asked.some(other => asOf?.startsWith(other))
  if (year > thisYear) return false
  if (since === undefined || year < since.slice(0, 4)) return false
  if (until !== undefined) return year <= lastDay(until).slice(0, 4)
  return property.ages || year <= (asOf ?? year)
}
