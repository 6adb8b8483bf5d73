/** A text as the cells in which questions are compared: a word each, in Chinese a character each. Knows scripts and stems, and no dataset. */
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as russian } from '@orama/stemmers/russian'
import { foldWords } from '../fold.ts'
import type { Script, Stemmer } from '../model.ts'

export interface Cell {
  /** Lower case, without diacritics. */
  readonly word: string
  /** What is compared: a word without its ending, a Chinese character as it is. */
  readonly stem: string
  readonly script: Script | undefined
}

const stemmers: Readonly<Record<Stemmer, (word: string) => string>> = { english, russian }
/** Stems need not be of the question's language: names of every script stand in every question. */
const stemmerOfScript: Readonly<Partial<Record<Script, Stemmer>>> = { Latin: 'english', Cyrillic: 'russian' }

const runs =
  /\p{Script=Han}|[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\d+]+|[^\p{Script=Han}\p{Script=Latin}\p{Script=Cyrillic}\p{M}\d+\s]+/gu
/** “Bukhara+Kashkadarya”, but “C+C5”. */
const plusBetweenWords = /(?<=\p{L}{2})\+|\+(?=\p{L}{3})|(?<![\p{L}\d])\+|\+(?![\p{L}\d])/gu
const possessive = /(?<=\p{L})['’`´]s(?!\p{L})/gu

/** `fold` takes й for и, as people type names; Russian endings need the difference. Ј has no parts that folding could take. */
const guarded = (text: string): string =>
  text
    .replaceAll(plusBetweenWords, ' ')
    .replaceAll('%', ' percent ')
    .normalize('NFC')
    .replaceAll('й', 'ј')
    .replaceAll('Й', 'Ј')

export function cellsOf(text: string): readonly Cell[] {
  const folded = foldWords(
    guarded(
      text
        .replace(possessive, '')
        .replaceAll(thousands, '')
        .replaceAll(amount, (_, figure: string, unit: string) => `${figure} ${units[unit.toLowerCase()] ?? unit}`)
        .replaceAll(yearCut, century)
        .replaceAll(shortYear, century)
        .replaceAll(yearAlone, century)
        .replaceAll(yearWithEnding, '$1 '),
    ),
  ).replaceAll('ј', 'й')
  return (folded.match(runs) ?? []).map(cell)
}

/** Shorter Russian words have no ending to lose, and stems of longer ones would become them. */
const longestBare = 3

/** “1,435” and «1 435» are 1435. */
const thousands = /(?<=(?<![\d.,])\d{1,3}(?:[,\s]\d{3})*)[,\s](?=\d{3}(?![\d.]))/gu
/** “70bn” is 70 billion. */
const amount =
  /(?<![\p{L}\d])(\d+(?:\.\d+)?)(bn|bln|mn|mln|m|tn|trn|km|mw|gw|kv|mm|mt|usd|млрд|млн|км|мвт|квт|кв|мм)(?![\p{L}\d])/giu
const units: Readonly<Record<string, string>> = {
  bn: 'billion',
  bln: 'billion',
  mn: 'million',
  mln: 'million',
  m: 'million',
  tn: 'trillion',
  trn: 'trillion',
}
/** “In ’92”, “between 22 and 25?”, “in 23?”. */
const yearCut =
  /(?<=(?<![\p{L}\d])['’‘])(?:9\d|[0-2]\d)(?![\d\p{L}])|(?<=(?<!\p{L})(?:in|since|by|from|between|until|till) (?:(?:9\d|[0-2]\d) (?:to|and|till|until|or|-|–) )?)(?:9\d|[0-2]\d)(?=\s*(?:[?!.;,]|$)|\s+(?:to|and|till|until|or|-|–)\s+'?(?:9\d|[0-2]\d)(?:\s*(?:[?!.;,]|$)))/giu
const century = (year: string): string => (year < '50' ? '20' : '19') + year
/** 25年, «в 25 году» and «в 25-м» are 2025. */
const shortYear = /(?<![\d.,])(?:9\d|[0-3]\d)(?=年|-?(?:м|го|ом|ого)(?!\p{L})| ?(?:году?а?|годом|г\.)(?!\p{L}))/gu
/** «В марте 24», «в 92?». */
const yearAlone =
  /(?<=(?<!\p{L})(?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре) )[0-3]\d(?![\d.,:]\d|\d)|(?<=(?<!\p{L})в )(?:9\d|2\d)(?=\s*(?:[?!.;]|$))/giu
/** «2025-м», «2018го»: a year with the ending of its case. */
const yearWithEnding = /(?<!\d)((?:19|20)\d\d)-?(?:й|м|го|ом|ого|ый)(?!\p{L})/gu

const known = new Map<string, Cell>()
/** Words of names and statements come again and again; what people type does not, and must not fill the memory. */
const mostKnown = 20_000

function cell(word: string): Cell {
  const before = known.get(word)
  if (before) return before
  const script = scriptOf(word)
  const stemmer = script && stemmerOfScript[script]
  const made = {
    word,
    stem: stemmer && (script !== 'Cyrillic' || word.length > longestBare) ? stemmers[stemmer](word) : word,
    script,
  }
  if (known.size < mostKnown) known.set(word, made)
  return made
}

function scriptOf(word: string): Script | undefined {
  if (/\p{Script=Han}/u.test(word)) return 'Han'
  if (/\p{Script=Cyrillic}/u.test(word)) return 'Cyrillic'
  return /\p{Script=Latin}/u.test(word) ? 'Latin' : undefined
}
