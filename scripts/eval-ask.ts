/** `npm run eval:ask`: how well `/ask` answers the questions of tests/ask, beside the plain search of two libraries over the same sentences. */
import { parseArgs } from 'node:util'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { accountsOf } from '../src/knowledge/accounts.ts'
import { indexForAsking } from '../src/knowledge/ask/ask-index.ts'
import { inLanguage } from '../src/knowledge/language.ts'
import type { Knowledge } from '../src/knowledge/model.ts'
import { readKnowledge } from '../src/read-knowledge.ts'
import { type AskAsPeople, askAsPeople } from '../tests/ask/ask-as-people.ts'
import { hasAll, judge, type Verdict } from '../tests/ask/judge.ts'
import {
  type Half,
  halves,
  type Language,
  languages,
  type Question,
  readClaims,
  readQuestions,
} from '../tests/ask/questions.ts'

const usage = `usage: npm run eval:ask [-- [--half ${halves.join('|')}] [--failures] [--claims]]
  --half      only one half of the questions
  --failures  also what went wrong, of the tuned half; of the one set aside nothing is ever shown
  --claims    the claims of seed-claims.yaml instead of the questions`

const verdicts: Readonly<Record<Verdict, string>> = {
  right: 'right',
  wrong: 'wrong',
  wronglyDeclined: 'wrongly declined',
  rightlyDeclined: 'rightly declined',
  answeredUnheld: 'answered, not held',
}
const heads = ['', ...Object.values(verdicts), 'other language', 'p50 ms', 'p99 ms']

const options = readOptions()
if (options) await evaluate(options)
else {
  console.error(usage)
  process.exitCode = 1
}

interface Options {
  readonly halves: readonly Half[]
  readonly failures: boolean
  readonly claims: boolean
}

function readOptions(): Options | undefined {
  try {
    const { half, failures, claims } = parseArgs({
      options: {
        half: { type: 'string' },
        failures: { type: 'boolean', default: false },
        claims: { type: 'boolean', default: false },
      },
    }).values
    const wanted = halves.filter(each => half === undefined || each === half)
    const isSense = claims ? half === undefined && !failures : !failures || wanted.includes('tuned')
    return wanted.length > 0 && isSense ? { halves: wanted, failures, claims } : undefined
  } catch {
    return undefined
  }
}

async function evaluate({ halves: wanted, failures, claims }: Options): Promise<void> {
  const knowledge = await readKnowledge()
  const caravanserai = await askAsPeople(indexForAsking(knowledge))
  if (claims) for (const language of languages) evaluateClaims(language, caravanserai)
  else
    for (const half of wanted) {
      for (const language of languages) {
        const questions = readQuestions(half, language)
        evaluateQuestions(half, questions, language, {
          Caravanserai: caravanserai,
          ...plainSearches(knowledge, language),
        })
        if (failures && half === 'tuned') listFailures(questions, language, caravanserai)
      }
    }
}

function evaluateClaims(language: Language, ask: AskAsPeople): void {
  const claims = readClaims()
  const failures = claims.flatMap(({ claim, ask: asked, contains }) => {
    const { text } = ask(asked[language], language)
    return text !== undefined && hasAll(text, contains[language])
      ? []
      : [`\n  ${claim}\n${failure(asked[language], JSON.stringify(contains[language]), text)}`]
  })
  console.log(`\nclaims, ${language}: ${claims.length - failures.length} of ${claims.length} answered rightly`)
  for (const each of failures) console.log(each)
}

function evaluateQuestions(
  half: Half,
  questions: readonly Question[],
  language: Language,
  askers: Readonly<Record<string, AskAsPeople>>,
): void {
  const unheld = questions.filter(question => 'decline' in question).length
  const rows = Object.entries(askers).map(([name, ask]) => [name, ...measure(questions, language, ask)])
  console.log(`\n${half}, ${language}: ${questions.length - unheld} questions to answer, ${unheld} to decline\n`)
  console.log(table([heads, ...rows]))
}

function listFailures(questions: readonly Question[], language: Language, ask: AskAsPeople): void {
  for (const question of questions) {
    const { text } = ask(question.ask, language)
    const verdict = judge(question, text)
    if (verdict === 'right' || verdict === 'rightlyDeclined') continue
    const wanted = 'decline' in question ? `to decline: ${question.decline}` : JSON.stringify(question.contains)
    console.log(`\n  ${verdicts[verdict]}\n${failure(question.ask, wanted, text)}`)
  }
}

/** The whole text of every statement, searched as the libraries do when nobody tells them more. */
function plainSearches(knowledge: Knowledge, language: Language): Readonly<Record<string, AskAsPeople>> {
  const documents = [...knowledge.statements.values()].map(statement => ({
    id: statement.id,
    text: accountsOf(statement)
      .map(({ text }) => inLanguage(text, language).text)
      .join(' '),
  }))
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  const miniSearch = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] })
  miniSearch.addAll(documents)
  const fuse = new Fuse(documents, { keys: ['text'] })
  return {
    MiniSearch: question => ({ text: texts.get(String(miniSearch.search(question)[0]?.id)), language }),
    'Fuse.js': question => ({ text: fuse.search(question)[0]?.item.text, language }),
  }
}

function measure(questions: readonly Question[], language: Language, ask: AskAsPeople): readonly string[] {
  const counts: Record<Verdict, number> = {
    right: 0,
    wrong: 0,
    wronglyDeclined: 0,
    rightlyDeclined: 0,
    answeredUnheld: 0,
  }
  // Indexes are made and code is compiled at the first questions.
  for (const question of questions) ask(question.ask, language)
  let otherLanguage = 0
  const times: number[] = []
  for (const question of questions) {
    const before = performance.now()
    const said = ask(question.ask, language)
    times.push(performance.now() - before)
    counts[judge(question, said.text)]++
    if (said.language !== language) otherLanguage++
  }
  const held = counts.right + counts.wrong + counts.wronglyDeclined
  const unheld = counts.rightlyDeclined + counts.answeredUnheld
  return [
    share(counts.right, held),
    share(counts.wrong, held),
    share(counts.wronglyDeclined, held),
    share(counts.rightlyDeclined, unheld),
    share(counts.answeredUnheld, unheld),
    String(otherLanguage),
    ...[0.5, 0.99].map(quantile => atQuantile(times, quantile).toFixed(2)),
  ]
}

function share(count: number, of: number): string {
  return `${count} (${((100 * count) / of).toFixed(1)} %)`
}

function atQuantile(values: readonly number[], quantile: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(quantile * values.length) - 1] ?? Number.NaN
}

function failure(question: string, wanted: string, said: string | undefined): string {
  const answer = said === undefined ? 'declined' : said.replaceAll('\n', '\n            ')
  return `    asked   ${question}\n    wanted  ${wanted}\n    said    ${answer}`
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = heads.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  const line = (row: readonly string[]): string => `| ${row.map(pad).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...body.map(line)].join('\n')
}
