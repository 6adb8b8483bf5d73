/** Reads a question: finds what stands in it and what each place could mean, and decides nothing. */
import type { QuestionWord } from '../model.ts'
import type { AskIndex } from './ask-index.ts'
import { type Cell, cellsOf } from './cells.ts'
import type { Mark } from './cue.ts'
import type { LanguageIndex } from './language-index.ts'
import { placeWeight } from './place-weight.ts'
import {
  type CueSpan,
  covers,
  isInName,
  isWithin,
  lengthOf,
  type Mention,
  overlaps,
  type Reading,
  type Span,
  type SubjectSpan,
} from './reading.ts'
import { simplify } from './simplify.ts'
import { isYear, termsOf, withoutSmall } from './terms.ts'

/** Nothing longer is a question; what comes after it is not read, so that the time is bounded. */
export const longestQuestion = 300
const mostPlaces = 60

const wantable: readonly QuestionWord[] = ['when', 'where', 'who', 'number', 'why']

export function readQuestion(ask: AskIndex, text: string, readersLanguage: string): Reading {
  const read = Array.from(text.slice(0, 2 * longestQuestion))
    .slice(0, longestQuestion)
    .join('')
  const sentences = sentencesOf(simplify(read)).map(sentence => {
    const clauses = sentence.split(/(?<=,)\s+|(?<=，)/u).map(cellsOf)
    return { isQuestion: /[?？]\s*$/u.test(sentence), clauses, cells: clauses.flat() }
  })
  const language = languageOf(
    ask,
    sentences.flatMap(({ cells }) => cells),
    readersLanguage,
  )
  const index = ask.of(language)
  const kept = sentences.map(sentence => ({ ...sentence, cells: withoutSmall(sentence.cells, index.small) }))
  const cells = kept.flatMap(sentence => sentence.cells).slice(0, mostPlaces)
  const bridged = bridgedPlaces(sentences, kept)
  const typed = cells.map(cell => withOthers([cell.stem, ...index.vocabulary.meant(cell)], index.byCase))
  const alternatives = typed.map(stems => withOthers(stems, index.same))
  const find = <T>(at: (from: number) => readonly { what: T; to: number }[]): (Span & { what: T })[] =>
    cells.flatMap((_, from) => distinct(at(from)).map(({ what, to }) => ({ what, from, to })))

  // Names and phrases list all their words themselves: words that only stand for those do not count.
  const mentions: readonly Mention[] = find(from => ask.names.at(typed, from)).map(({ what, from, to }) => ({
    entity: what,
    from,
    to,
  }))
  const cues: readonly CueSpan[] = find(from => index.cues.at(typed, from))
    .map(({ what, from, to }) => ({ cue: what, from, to }))
    .filter(span => span.cue.says !== 'filler' || isFiller(span, cells, index))
    .filter((span, _, all) => !isMarkedInFiller(span, all))
    .filter(span => !framed.has(span.cue.says) || !bridges(span, bridged))
    .filter(span => !isOfOtherName(ask, span, mentions))
    .filter((span, _, all) => !isOfKind(span, all))
  const same = find(from => index.sameGroups.at(typed, from))
  const subjects = longestOf(mentions)
  const asides = asidesOf(kept, cues)
  const before = leadIns(kept, cues, mentions)
  const places = cells.map((cell, place) => {
    const here = cues.filter(span => covers(span, place))
    const names = mentions.filter(span => covers(span, place))
    return {
      cell,
      alternatives: alternatives[place] ?? [],
      pairs: pairsAt(cells, place),
      weight:
        placeWeight(cell, alternatives[place] ?? [], names, here, index) *
        (names.length === 0 && [...asides, ...before].some(span => covers(span, place)) ? ofAside : 1),
      isYear: isYear(cell.word),
      mentions: [...new Set(names.map(({ entity }) => entity))],
      cues: here.map(({ cue }) => cue),
      same: same.filter(span => covers(span, place)).map(({ what }) => what),
    }
  })
  const asked = cues.filter(({ cue }) => cue.says === 'property')
  const wanted = wantable.filter(word => cues.some(span => span.cue.says === word && !isInName(span, subjects)))
  return {
    language,
    index,
    places,
    mentions,
    subjects,
    cues,
    asides,
    years: cells.map(({ word }) => word).filter(isYear),
    wanted,
    strengths: strengthsOf(asked, subjects),
    isNameAlone:
      subjects.length === 1 &&
      wanted.every(word => word === 'who') &&
      asked.every(
        span =>
          isVague(span) ||
          subjects.some(name => isWithin(span, name)) ||
          // The country of “what sort of country is it”.
          asked.some(other => isVague(other) && lengthOf(other) > lengthOf(span) && isWithin(span, other)),
      ) &&
      places.every(({ weight }, at) => weight === 0 || subjects.some(span => covers(span, at))),
    asks: asked.some(
      span =>
        !isVague(span) &&
        !isInName(span, subjects) &&
        places.slice(span.from, span.to).some(({ weight }) => weight > 0),
    ),
  }
}

/** Places before which a Chinese small sign was left out: 国债 does not stand in 中国的债. */
function bridgedPlaces(sentences: readonly Sentence[], kept: readonly Sentence[]): readonly number[] {
  let place = 0
  return sentences.flatMap(({ cells }, nth) => {
    const own = kept[nth]?.cells ?? []
    // What is kept stands in the same order; the same sign may come again.
    let at = 0
    return own.flatMap(({ script, word }, index) => {
      const from = at
      while (at < cells.length && cells[at]?.word !== word) at++
      at++
      place++
      return script === 'Han' && index > 0 && at - 1 > from ? [place - 1] : []
    })
  })
}

const bridges = ({ from, to }: Span, places: readonly number[]): boolean =>
  to - from < 3 && places.some(place => from < place && place < to)

/** The road of the “Belt and Road” is no road. */
const isOfOtherName = ({ knowledge }: AskIndex, span: CueSpan, mentions: readonly Mention[]): boolean => {
  const { cue } = span
  if (cue.says !== 'kind' && cue.says !== 'sector') return false
  const around = mentions.filter(name => lengthOf(name) > lengthOf(span) && isWithin(span, name))
  return (
    around.length > 0 &&
    around.every(({ entity }) => {
      const named = knowledge.entities.get(entity)
      return cue.says === 'kind' ? named?.kind !== cue.kind : named?.sector !== cue.sector
    })
  )
}

/** A power plant has nobody in power, and a foreign ministers' meeting is no minister. */
const isOfKind = (span: CueSpan, cues: readonly CueSpan[]): boolean =>
  span.cue.says === 'property' &&
  cues.some(
    other =>
      (other.cue.says === 'sector' || (other.cue.says === 'kind' && other.cue.kind === 'event')) &&
      lengthOf(other) > lengthOf(span) &&
      isWithin(span, other),
  )

/** “My wife asks”, “my teacher says”: what would decline a question or ask for views does not where it only frames it. */
const framed: ReadonlySet<string> = new Set<Mark>(['must', 'opinion', 'bait', 'says'])

const isMarkedInFiller = (span: CueSpan, cues: readonly CueSpan[]): boolean =>
  framed.has(span.cue.says) &&
  cues.some(other => other.cue.says === 'filler' && lengthOf(other) > lengthOf(span) && isWithin(span, other))

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?:;…]|\p{L}{3}\n)\s+|(?<=[。！？；：])/u)

/** Of what a word weighs in a sentence or clause that asks, so much weighs one beside it: “I'm writing an essay.” */
const ofAside = 0.2

interface Sentence {
  readonly isQuestion: boolean
  readonly clauses: readonly (readonly Cell[])[]
  readonly cells: readonly Cell[]
}

/** Sentences that ask nothing, beside others that do. */
function asidesOf(sentences: readonly Sentence[], cues: readonly CueSpan[]): readonly Span[] {
  let from = 0
  const spans = sentences.map(({ isQuestion, cells }) => {
    const span = { from, to: from + cells.length }
    from = span.to
    return { ...span, isAsking: isQuestion || cues.some(cue => isWithin(cue, span) && isAskedBy(cue, span)) }
  })
  return spans.some(({ isAsking }) => isAsking) ? spans.filter(({ isAsking }) => !isAsking) : []
}

/** Clauses that lead up to the one that asks: “a driver here, is the road open”, and such as name nothing before any that does: “pub quiz: …”. */
function leadIns(sentences: readonly Sentence[], cues: readonly CueSpan[], mentions: readonly Span[]): readonly Span[] {
  let from = 0
  const all = sentences.map(({ clauses, cells }) => {
    const kept = new Set(cells)
    return clauses.map(clause => {
      const span = { from, to: from + clause.filter(cell => kept.has(cell)).length }
      from = span.to
      return span
    })
  })
  const isFrame = (place: number): boolean =>
    cues.some(({ cue, ...span }) => covers(span, place) && framing.has(cue.says))
  // “From when till when” asks of what stands before it.
  const isWhole = ({ from: first, to }: Span): boolean =>
    Array.from({ length: to - first }, (_, nth) => first + nth).filter(place => !isFrame(place)).length >= leastWords
  const asks = (span: Span): boolean => isWhole(span) && cues.some(cue => isWithin(cue, span) && isAskedBy(cue, span))
  const tells = (span: Span): boolean =>
    mentions.some(name => isWithin(name, span)) || cues.some(cue => cue.cue.says === 'property' && isWithin(cue, span))
  const before = (clauses: readonly Span[], isIt: (span: Span) => boolean): readonly Span[] =>
    clauses.slice(0, Math.max(0, clauses.findIndex(isIt)))
  return [...all.flatMap(clauses => before(clauses, asks)), ...before(all.flat(), span => asks(span) || tells(span))]
}

const leastWords = 2
const framing: ReadonlySet<string> = new Set([...wantable, 'filler', 'yes-no', 'count'])

const isAskedBy = ({ cue, from }: CueSpan, sentence: Span): boolean =>
  wantable.some(word => cue.says === word) || cue.says === 'count' || (cue.says === 'yes-no' && from === sentence.from)

function isFiller(span: Span, cells: readonly Cell[], { exactFillers }: LanguageIndex): boolean {
  const cell = cells[span.from]
  const words = lengthOf(span) === 1 && cell ? exactFillers.get(cell.stem) : undefined
  return !cell || !words || words.has(cell.word)
}

function pairsAt(cells: readonly Cell[], place: number): readonly string[] {
  const isHan = (at: number): boolean => cells[at]?.script === 'Han'
  if (!isHan(place)) return []
  return termsOf(cells.slice(isHan(place - 1) ? place - 1 : place, isHan(place + 1) ? place + 2 : place + 1))
}

/** The same phrase may stand in several lists. */
function distinct<T>(found: readonly { what: T; to: number }[]): readonly { what: T; to: number }[] {
  const seen = new Set<string>()
  return found.filter(({ what, to }) => {
    const key = `${to} ${typeof what === 'object' ? JSON.stringify(what) : String(what)}`
    return !seen.has(key) && seen.add(key)
  })
}

/** That of the words around the names, because names stand in any script; the reader's own where there are only names. */
function languageOf(ask: AskIndex, cells: readonly Cell[], readersLanguage: string): string {
  const kept = cells.flatMap(({ stem }, place) => (ask.small.has(stem) ? [] : [{ place, stems: [stem] }]))
  const stems = kept.map(each => each.stems)
  const names = new Set<number>()
  for (const [at, { place: from }] of kept.entries()) {
    const longest = Math.max(at, ...ask.names.at(stems, at).map(found => found.to))
    const to = longest === at ? from : (kept[longest - 1]?.place ?? from) + 1
    // With the small words in it.
    for (let place = from; place < to; place++) names.add(place)
  }
  const counts = new Map<string, number>()
  for (const { script, word } of cells.filter((_, at) => !names.has(at))) {
    const language = script && ask.languageOfScript(script)
    // A Chinese character says about as much as half a word, a letter by itself hardly anything.
    const weight = script === 'Han' ? 0.6 : word.length > 1 ? 1 : 0.2
    if (language) counts.set(language, (counts.get(language) ?? 0) + weight)
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  return most?.[0] ?? ask.languages.find(language => language === readersLanguage) ?? 'en'
}

const withOthers = (stems: readonly string[], others: ReadonlyMap<string, readonly string[]>): readonly string[] => [
  ...new Set([...stems, ...stems.flatMap(stem => others.get(stem) ?? [])]),
]

/** The longest first; of two that overlap the longer, then the earlier. */
function longestOf(mentions: readonly Mention[]): readonly SubjectSpan[] {
  const chosen: (Span & { entities: string[] })[] = []
  for (const { entity, from, to } of mentions.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.from - b.from)) {
    const same = chosen.find(other => other.from === from && other.to === to)
    if (same) same.entities.push(entity)
    else if (!chosen.some(other => overlaps(other, { from, to }))) chosen.push({ from, to, entities: [entity] })
  }
  return chosen.toSorted((a, b) => a.from - b.from)
}

/** It asks for nothing in particular. */
const vague = 'about'
const isVague = ({ cue }: CueSpan): boolean => cue.says === 'property' && cue.property === vague
/** How much the words of a name ask for. */
const inName = 0.5

function strengthsOf(asked: readonly CueSpan[], subjects: readonly Span[]): ReadonlyMap<string, number> {
  const strengths = new Map<string, number>()
  const byPhrase = Map.groupBy(asked, ({ from, to }) => `${from}-${to}`)
  for (const spans of byPhrase.values()) {
    const properties = new Set(spans.flatMap(({ cue }) => (cue.says === 'property' ? [cue.property] : [])))
    for (const property of properties) {
      const [span] = spans
      if (!span || property === vague) continue
      const says = (lengthOf(span) / Math.sqrt(spans.length)) * (isInName(span, subjects) ? inName : 1)
      strengths.set(property, (strengths.get(property) ?? 0) + says)
    }
  }
  return strengths
}
