/** The pages that somebody came by, short enough to stand in a custom id: what “Back” and “Sources” need, also after a restart. */
import { hash } from '../knowledge/hash.ts'
import { type Knowledge, type Sector, type Stage, sectors, stages, type Topic, topics } from '../knowledge/model.ts'
import { type Shelf, shelves } from '../knowledge/shelves.ts'
import { type Field, word } from './component.ts'

/** What a list is of. Filters are empty where all are meant; only projects have them. */
export interface Listing {
  readonly shelf: Shelf
  readonly page: number
  readonly country: string
  readonly sector: Sector | ''
  readonly stage: Stage | ''
}

/** A year of the timeline. Topic and country are empty where all are meant. */
export interface Period {
  readonly topic: Topic | ''
  readonly country: string
  readonly year: number
  readonly page: number
}

/** An answer in one's own words. */
export interface Answered {
  /** Its first statement; empty where there was none. */
  readonly shown: string
  readonly language: string
  /** The id under which the question is kept; empty where it is not. */
  readonly asked: string
  /** Whether the page is the asker's, who alone can have the question forgotten. */
  readonly own: boolean
}

/** A page, as what draws it again. Pages are counted from 0. */
export type Step =
  | { readonly on: 'entity'; readonly entity: string; readonly section: Topic | ''; readonly page: number }
  | ({ readonly on: 'list' } & Listing)
  | ({ readonly on: 'timeline' } & Period)
  | { readonly on: 'comparison'; readonly first: string; readonly second: string; readonly page: number }
  | { readonly on: 'source'; readonly source: string; readonly page: number }
  | { readonly on: 'sources'; readonly typed: string; readonly page: number }
  | { readonly on: 'fact'; readonly fact: string; readonly topic: Topic | '' }
  | { readonly on: 'mentioned'; readonly entities: readonly string[] }
  | ({ readonly on: 'answer' } & Answered)

const betweenSteps = '.'
const betweenFields = ','
const ownAnswer = 'a'
const othersAnswer = 'b'

/** Leaves room for the rest of any custom id but that of an entity's page, which asks for less (`fitting`). */
const longestWay = 64

/** The way as it is once one has gone on from `step`. */
export const goOn = (from: string, step: Step): string => fitting(join(from, write(step)), longestWay)

/** Who has come far can't go back to where they began: the oldest steps go first. */
export function fitting(way: string, longest: number): string {
  let kept = way
  while (kept.length > longest) {
    const cut = kept.indexOf(betweenSteps)
    if (cut === -1) return ''
    kept = kept.slice(cut + betweenSteps.length)
  }
  return kept
}

/** Of a custom id: the way that one came by. Who presses on somebody else's page goes on from one of their own, without that person's question. */
export const wayBack: Field<string> = { ...word, ofAnother: way => ofAnother(way) }

/** The way for somebody else than who came it: an answer's question is not theirs. */
export const ofAnother = (way: string): string =>
  way
    .split(betweenSteps)
    .map(step => (step.startsWith(ownAnswer) ? `${othersAnswer}${step.slice(ownAnswer.length)}` : step))
    .join(betweenSteps)

/** The last page of the way and the way to it; no step when the way is empty or of another edition or version. */
export function lastStep(
  way: string,
  knowledge: Knowledge,
): { readonly step: Step | undefined; readonly from: string } {
  const at = way.lastIndexOf(betweenSteps)
  return { step: read(way.slice(at + 1), knowledge), from: way.slice(0, Math.max(at, 0)) }
}

const join = (from: string, step: string): string => (from === '' ? step : `${from}${betweenSteps}${step}`)

function write(step: Step): string {
  const fields = (...all: readonly string[]): string => all.join(betweenFields)
  switch (step.on) {
    case 'entity':
      return fields(`e${keyOf(step.entity)}`, place(topics, step.section), whole(step.page))
    case 'list':
      return fields(
        `l${place(shelves, step.shelf)}`,
        whole(step.page),
        step.country && keyOf(step.country),
        place(sectors, step.sector),
        place(stages, step.stage),
      )
    case 'timeline':
      return fields(
        `t${place(topics, step.topic)}`,
        step.country && keyOf(step.country),
        whole(step.year),
        whole(step.page),
      )
    case 'comparison':
      return fields(`c${keyOf(step.first)}`, keyOf(step.second), whole(step.page))
    case 'source':
      return fields(`s${longKeyOf(step.source)}`, whole(step.page))
    case 'sources':
      return fields(`q${step.typed}`, whole(step.page))
    case 'fact':
      return fields(`f${longKeyOf(step.fact)}`, place(topics, step.topic))
    case 'mentioned':
      return fields(`m${step.entities.map(keyOf).join('')}`)
    case 'answer':
      return fields(
        `${step.own ? ownAnswer : othersAnswer}${step.shown && longKeyOf(step.shown)}`,
        step.language,
        step.asked,
      )
  }
}

/** Undefined for what `write` does not write, and for what names an entity that is no longer there. */
function read(text: string, knowledge: Knowledge): Step | undefined {
  const [first = '', second = '', third = '', ...rest] = text.slice(1).split(betweenFields)
  const { entities, sources, statements } = keysOf(knowledge)
  const entity = (key: string): string | undefined => (key === '' ? '' : entities.get(key))
  switch (text.slice(0, 1)) {
    case 'e': {
      const id = entities.get(first)
      const [section, page] = [atPlace(topics, second), readWhole(third)]
      return id !== undefined && section !== undefined && page !== undefined
        ? { on: 'entity', entity: id, section, page }
        : undefined
    }
    case 'l': {
      const [shelf, page, country] = [atPlace(shelves, first), readWhole(second), entity(third)]
      const [sector, stage] = [atPlace(sectors, rest[0] ?? ''), atPlace(stages, rest[1] ?? '')]
      return shelf && page !== undefined && country !== undefined && sector !== undefined && stage !== undefined
        ? { on: 'list', shelf, page, country, sector, stage }
        : undefined
    }
    case 't': {
      const [topic, country] = [atPlace(topics, first), entity(second)]
      const [year, page] = [readWhole(third), readWhole(rest[0] ?? '')]
      return topic !== undefined && country !== undefined && year !== undefined && page !== undefined
        ? { on: 'timeline', topic, country, year, page }
        : undefined
    }
    case 'c': {
      const [one, other, page] = [entities.get(first), entities.get(second), readWhole(third)]
      return one !== undefined && other !== undefined && page !== undefined
        ? { on: 'comparison', first: one, second: other, page }
        : undefined
    }
    case 's': {
      const [source, page] = [sources.get(first), readWhole(second)]
      return source !== undefined && page !== undefined ? { on: 'source', source, page } : undefined
    }
    case 'q': {
      const page = readWhole(second)
      return page === undefined ? undefined : { on: 'sources', typed: first, page }
    }
    case 'f': {
      const [fact, topic] = [statements.get(first), atPlace(topics, second)]
      return fact !== undefined && topic !== undefined ? { on: 'fact', fact, topic } : undefined
    }
    case 'm': {
      const named = (first.match(new RegExp(`.{1,${keyLength}}`, 'gu')) ?? []).flatMap(key => entities.get(key) ?? [])
      return named.length > 0 ? { on: 'mentioned', entities: named } : undefined
    }
    case ownAnswer:
    case othersAnswer: {
      const shown = first === '' ? '' : statements.get(first)
      return shown !== undefined && (shown !== '' || third !== '')
        ? { on: 'answer', shown, language: second, asked: third, own: text.startsWith(ownAnswer) }
        : undefined
    }
    default:
      return undefined
  }
}

const place = (list: readonly string[], one: string): string => (one === '' ? '' : list.indexOf(one).toString(36))
const atPlace = <T>(list: readonly T[], text: string): T | '' | undefined =>
  text === '' ? '' : list[readWhole(text) ?? -1]
const whole = (value: number): string => value.toString(36)
const readWhole = (text: string): number | undefined =>
  /^[0-9a-z]{1,6}$/.test(text) ? Number.parseInt(text, 36) : undefined

const keyLength = 4
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A name for an id that keeps its length: of 14 million for the entities, and 900 million for sources and statements. No two are alike (tests). */
const keyOf = (id: string): string => shortened(id, keyLength)
const longKeyOf = (id: string): string => shortened(id, 5)

function shortened(id: string, length: number): string {
  let rest = hash(id)
  let key = ''
  while (key.length < length) {
    key += digits[rest % digits.length]
    rest = Math.floor(rest / digits.length)
  }
  return key
}

interface Keys {
  readonly entities: ReadonlyMap<string, string>
  readonly sources: ReadonlyMap<string, string>
  readonly statements: ReadonlyMap<string, string>
}

const known = new WeakMap<Knowledge, Keys>()

/** Made at the first way back: the knowledge never changes while the bot runs. */
function keysOf(knowledge: Knowledge): Keys {
  const made = known.get(knowledge)
  if (made) return made
  const by = (ids: Iterable<string>, key: (id: string) => string): ReadonlyMap<string, string> =>
    new Map([...ids].map(id => [key(id), id]))
  const keys = {
    entities: by(knowledge.entities.keys(), keyOf),
    sources: by(knowledge.sources.keys(), longKeyOf),
    statements: by(knowledge.statements.keys(), longKeyOf),
  }
  known.set(knowledge, keys)
  return keys
}
