/** What of a question a statement must not pass over: years, entities that are named in full, and what the dataset hardly holds. */
import type { Property } from '../model.ts'
import type { AskIndex } from './ask-index.ts'
import { isAmong, isNear, isSaidOtherwise, leastExplained, standsForCountry } from './explain.ts'
import {
  covers,
  isInName,
  isWithin,
  lengthOf,
  marked,
  type Place,
  type Reading,
  type Span,
  type SubjectSpan,
  weightOf,
} from './reading.ts'
import type { StatementWords } from './statement-words.ts'

/** From here on it is a question that people ask for the statement, put in other words if at all. */
export const sameQuestion = 0.9
/** And from here on one much like it. */
const likeQuestion = 0.33

/** What a statement passes over of a question: nothing, what casts doubt on it, or what makes it no answer. */
export type Missing = 'nothing' | 'some' | 'much'

/** `explanations` are those of `explain`; `near` is how near the question is to those that the statement answers. */
export function missing(
  ask: AskIndex,
  reading: Reading,
  words: StatementWords,
  explanations: readonly number[],
  near: number,
): Missing {
  if (
    reading.places.some(({ isYear }, at) => isYear && (explanations[at] ?? 0) < leastExplained) ||
    missesOrder(reading, explanations) ||
    missesFormer(ask, reading, words) ||
    isOfDenied(reading, words) ||
    missesKind(ask, reading, words) ||
    missesSpeaker(ask, reading, words) ||
    (isWithChina(words.statement.property) && isBetweenOthers(ask, reading))
  )
    return 'much'
  if (near >= sameQuestion) return 'nothing'
  // In passing people say more than they ask: “is the driverless train running, or still a joke”.
  const [isMust, isSubject] = [missesMust(ask, reading, words, near), missesSubject(ask, reading, words, explanations)]
  if (isMust && (isSubject || isAllBesideNames(reading))) return 'much'
  return isMust || isSubject ? 'some' : 'nothing'
}

/** Beside names the question has no other words of weight than those that must be in the answer. */
const isAllBesideNames = (reading: Reading): boolean =>
  reading.places.every(
    ({ weight, mentions }, at) =>
      weight === 0 || mentions.length > 0 || marked(reading, 'must').some(span => covers(span, at)),
  )

const withChina: ReadonlySet<string> = new Set([
  'relations-with-china-since',
  'partnership-with-china',
  'trade-with-china',
  'trade-remark',
])

/** What is told of a country is what it is to China. */
export const isWithChina = ({ id }: Property): boolean => withChina.has(id)

/** Two countries are named, and China is neither of them nor spoken of: what they are to each other is not held. */
export function isBetweenOthers({ knowledge, capitals }: AskIndex, { cues, subjects, mentions }: Reading): boolean {
  const countries = new Set(
    subjects.flatMap(({ entities }) =>
      entities.flatMap(id => {
        const country = capitals.get(id) ?? id
        return knowledge.entities.get(country)?.kind === 'country' ? [country] : []
      }),
    ),
  )
  const isChinaNamed = mentions.some(({ entity }) => (capitals.get(entity) ?? entity) === 'china')
  return countries.size > 1 && !isChinaNamed && !cues.some(({ cue }) => cue.says === 'group')
}

/** “The fifth summit” is no fifth meeting of ministers, and “the 2021 summit” no other event of that year. */
function missesKind(ask: AskIndex, reading: Reading, { entity, values }: StatementWords): boolean {
  const nameWords = ask.nameWords.get(entity.id) ?? new Set<string>()
  const isNumber = (at: number | undefined): boolean =>
    at !== undefined &&
    (reading.places[at]?.isYear === true ||
      reading.places[at]?.cues.some(({ says }) => says === 'must') === true ||
      isAmong(reading, at, nameWords) > 0)
  return reading.cues.some(({ cue, ...span }) => {
    if (cue.says !== 'kind' || cue.kind !== 'summit' || entity.kind === 'summit') return false
    if (isInName(span, reading.subjects)) return false
    if ([...values].some(id => ask.knowledge.entities.get(id)?.kind === cue.kind)) return false
    // “The Xi'an Declaration on summits” is named and counts none.
    const isNamed = (at: number): boolean => reading.subjects.some(subject => covers(subject, at))
    const heavy = reading.places.flatMap(({ weight }, at) =>
      weight > 0 && !covers(span, at) && !isNamed(at) ? [at] : [],
    )
    const after = heavy.find(at => at >= span.to)
    return (
      isNumber(heavy.findLast(at => at < span.from)) || (after !== undefined && reading.places[after]?.isYear === true)
    )
  })
}

/** “Who was minister before her”, and who comes after her, is not answered by what she is. */
function missesFormer({ knowledge }: AskIndex, reading: Reading, words: StatementWords): boolean {
  const isPerson = (id: string): boolean => knowledge.entities.get(id)?.kind === 'person'
  const personsOf = (names: readonly SubjectSpan[]): readonly string[] =>
    names.flatMap(({ entities }) => entities.filter(isPerson))
  const before = personsOf(
    reading.subjects.filter(name =>
      marked(reading, 'before').some(
        ({ from, to }) => to === name.from || (from === name.to && isHan(reading, { from, to })),
      ),
    ),
  )
  const after = personsOf(
    reading.subjects.filter(
      name => reading.wanted.includes('who') && marked(reading, 'after').some(({ to }) => to === name.from),
    ),
  )
  const values = words.statement.property.type === 'entity' ? words.values : []
  const persons = [words.entity.id, ...values].filter(isPerson)
  // What was before may be told of nobody; who comes after is somebody.
  if (after.length > 0 && persons.every(id => after.includes(id))) return true
  return before.length > 0 && persons.length > 0 && persons.every(id => before.includes(id))
}

/** “Who is it now, not Nurtleu any more”: he is not. */
const isOfDenied = (reading: Reading, { entity }: StatementWords): boolean =>
  entity.kind === 'person' &&
  reading.wanted.includes('who') &&
  reading.subjects.some(
    name => name.entities.includes(entity.id) && marked(reading, 'negation').some(({ to }) => to === name.from),
  )

/** “What did Rahmon say in Astana” is answered by what he said, not by his having been there nor by another's words. */
function missesSpeaker({ knowledge }: AskIndex, reading: Reading, words: StatementWords): boolean {
  if (reading.wanted.length > 0) return false
  const speakers = reading.subjects
    .filter(name => marked(reading, 'says').some(({ from, to }) => to === name.from || from === name.to))
    .flatMap(({ entities }) => entities.filter(id => knowledge.entities.get(id)?.kind === 'person'))
  if (speakers.length === 0) return false
  const isText = words.statement.property.type === 'text' || words.statement.property.type === 'texts'
  return words.speaker === undefined
    ? !isText || !speakers.some(id => words.named.has(id) || words.near.has(id) || words.entity.id === id)
    : !speakers.includes(words.speaker)
}

/** “Second by area”: what does not say so tells of the first. */
const missesOrder = (reading: Reading, explanations: readonly number[]): boolean =>
  [...marked(reading, 'second'), ...marked(reading, 'third')].some(
    ({ from, to }) =>
      !isInName({ from, to }, reading.subjects) &&
      reading.places
        .slice(from, to)
        .some(({ weight }, nth) => weight > 0 && (explanations[from + nth] ?? 0) < leastExplained),
  )

/** “I read of it in London. What is …”: it is only told. */
const isAside = ({ asides }: Reading, span: Span): boolean => asides.some(aside => isWithin(span, aside))

/** “Is it in Astana or in Almaty”: of the two one is no answer. What is compared are both. */
function isAlternative(reading: Reading, { from, to }: Span): boolean {
  if (marked(reading, 'most').length > 0 || marked(reading, 'least').length > 0) return false
  return reading.cues.some(({ cue, ...or }) => cue.says === 'or' && (or.from === to || or.to === from))
}

/** What the dataset hardly holds must stand in the text itself, or in a name of the entity. */
function missesMust(ask: AskIndex, reading: Reading, words: StatementWords, near: number): boolean {
  const nameWords = ask.nameWords.get(words.entity.id) ?? new Set<string>()
  const isAbout = reading.subjects.some(({ entities }) =>
    entities.some(id => id === words.entity.id || id === words.speaker),
  )
  return marked(reading, 'must').some(span => {
    if (isInName(span, reading.subjects) || isOfItsProperty(reading, span, words, near)) return false
    if (isAside(reading, span) || isAlternative(reading, span)) return false
    // In passing it is told of many: “a former prime minister”.
    const isNamed = reading.subjects.some(({ entities }) =>
      entities.some(id => words.named.has(id) || words.values.has(id) || isNear(ask, words, id)),
    )
    if (isAskedWith(reading, span, words)) return false
    if (reading.subjects.length > 0 && !isAbout && !isNamed) return true
    if (isHan(reading, span) && lengthOf(span) > 1) return !standsIn(reading, span, words, nameWords)
    return reading.places
      .slice(span.from, span.to)
      .some(
        (place, nth) =>
          !isAsking(place) &&
          isAmong(reading, span.from + nth, words.terms) === 0 &&
          isAmong(reading, span.from + nth, nameWords) === 0 &&
          !isSaidOtherwise(place, words),
      )
  })
}

const isHan = ({ places }: Reading, { from }: Span): boolean => places[from]?.cell.script === 'Han'

/** A Chinese word stands where all its neighbours do, or what stands for it. */
function standsIn(
  { places }: Reading,
  { from, to }: Span,
  words: StatementWords,
  nameWords: ReadonlySet<string>,
): boolean {
  const word = places.slice(from, to)
  const pairs = word.slice(1).map((place, nth) => (word[nth]?.cell.stem ?? '') + place.cell.stem)
  const isThere = [words.terms, nameWords].some(terms => pairs.every(pair => terms.has(pair)))
  return isThere || word.every(place => isSaidOtherwise(place, words))
}

/** “Minutes does it take”: what asks need not stand in the answer. */
const isAsking = ({ cues, weight }: Place): boolean => weight === 0 && cues.some(({ says }) => says === 'yes-no')

/** Of a question's weight the share that one which people ask must have, for its words to be those of the statement. */
const mostOfIt = 0.4

/** People ask for the statement with just these words. */
function isAskedWith(reading: Reading, { from, to }: Span, { statement }: StatementWords): boolean {
  const { places, index } = reading
  const total = weightOf(reading, { from: 0, to: places.length })
  return index.asked.of(statement.id).some(question => {
    // Most questions have not even the first of the words.
    const [first] = places.slice(from, to)
    const ways = first?.cell.script === 'Han' ? first.pairs : (first?.alternatives ?? [])
    if (!ways.some(term => question.has(term))) return false
    if (places.slice(from, to).some((_, nth) => isAmong(reading, from + nth, question) === 0)) return false
    const shared = places.reduce((sum, { weight }, at) => sum + weight * isAmong(reading, at, question), 0)
    return shared >= mostOfIt * total
  })
}

/** The word is a part of a phrase that asks for the property: “exchange ambassadors”; where nobody asks like that, of a longer one. */
const isOfItsProperty = ({ cues }: Reading, span: Span, { statement }: StatementWords, near: number): boolean =>
  cues.some(
    other =>
      other.cue.says === 'property' &&
      other.cue.property === statement.property.id &&
      (near >= likeQuestion || lengthOf(other) > lengthOf(span)) &&
      isWithin(span, other),
  )

/** What is named in full must have to do with the statement, unless its words are explained otherwise. */
function missesSubject(
  ask: AskIndex,
  reading: Reading,
  words: StatementWords,
  explanations: readonly number[],
): boolean {
  const { entity, values, named, speaker } = words
  const isSubject = reading.subjects.some(({ entities }) => entities.includes(entity.id))
  const isMet = (id: string): boolean =>
    id === entity.id ||
    id === speaker ||
    values.has(id) ||
    named.has(id) ||
    isNear(ask, words, id) ||
    standsForCountry(ask, words, id)
  return reading.subjects.some(name => {
    // “In Xi'an and not in Beijing”.
    const isDenied = marked(reading, 'negation').some(({ to }) => to === name.from)
    if (isDenied || isAside(reading, name) || isAlternative(reading, name)) return false
    if (name.entities.some(isMet) || isAskedWith(reading, name, words)) return false
    // Another of its kind, named in full, shares words with it and is not it.
    const isOther = name.entities.every(id => ask.knowledge.entities.get(id)?.kind === entity.kind)
    if (!isSubject && isOther && lengthOf(name) > 1) return true
    return reading.places
      .slice(name.from, name.to)
      .some(({ weight }, nth) => weight > 0 && (explanations[name.from + nth] ?? 0) < leastExplained)
  })
}
