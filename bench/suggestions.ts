/** Measures the ranking of suggestions by itself, without Discord: every beginning of every spelling in the dataset, and each with a slip, in every language; of those every fourth. */
import { findEntities } from '../src/knowledge/lookup.ts'
import { indexNames } from '../src/knowledge/name-index.ts'
import { loadLanguages } from '../src/locales/load.ts'
import { readKnowledge } from '../src/read-knowledge.ts'
import { percentile } from './samples.ts'
import { count, type Row } from './table.ts'

const longestMs = 5
/** As many as Discord shows. */
const limit = 25

export async function measureSuggestions(quick: boolean): Promise<readonly Row[]> {
  const names = indexNames(await readKnowledge())
  const beginnings = [...new Set(names.spellings.flatMap(({ text }) => beginningsOf(text)))]
  const typed = beginnings.flatMap(text => [text, withSlip(text)]).filter((_, nth) => nth % (quick ? 40 : 4) === 0)
  const languages = [...(await loadLanguages()).keys()]
  const waitsMs: number[] = []
  for (const warm of [true, false]) {
    for (const language of languages) {
      for (const text of warm ? typed.slice(0, 2_000) : typed) {
        const startedAtMs = performance.now()
        findEntities(names, text, { language, limit })
        if (!warm) waitsMs.push(performance.now() - startedAtMs)
      }
    }
  }
  const p99 = percentile(waitsMs, 0.99)
  return [
    {
      what: `suggestions in-process, ${count(waitsMs.length)} times`,
      caravanserai: `${[0.5, 0.95, 0.99].map(share => percentile(waitsMs, share).toFixed(2)).join(' / ')} ms`,
      bare: '–',
      target: { says: `p99 < ${longestMs} ms (${p99.toFixed(2)} ms)`, reached: p99 < longestMs },
    },
  ]
}

function beginningsOf(text: string): readonly string[] {
  const letters = Array.from(text)
  return letters.map((_, nth) => letters.slice(0, nth + 1).join(''))
}

/** The last letter but one left out. */
const withSlip = (text: string): string => text.slice(0, -2) + text.slice(-1)
