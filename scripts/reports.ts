/** `npm run reports`: what people reported of answers, oldest first; `-- --done <id>` removes one. Reads the database of DATABASE_URL. */

import { accountsOf } from '../src/knowledge/accounts.ts'
import { load } from '../src/knowledge/load.ts'
import type { Statement } from '../src/knowledge/model.ts'
import { parse } from '../src/knowledge/parse.ts'
import en from '../src/locales/en.ts'
import { systemClock } from '../src/runtime/clock.ts'
import { openReports } from '../src/stores/open-asked.ts'
import type { KeptReport } from '../src/stores/reports.ts'
import { defaultDatabaseUrl } from '../src/stores/sqlite-url.ts'

const [option, id, ...more] = process.argv.slice(2)
if (option === undefined) await withReports(list)
else if (option === '--done' && id !== undefined && more.length === 0) await withReports(reports => remove(reports, id))
else fail('usage: npm run reports [-- --done <id>]')

type Reports = Awaited<ReturnType<typeof openReports>>

async function withReports(work: (reports: Reports) => Promise<void>): Promise<void> {
  try {
    const reports = await openReports({ url: process.env.DATABASE_URL || defaultDatabaseUrl, clock: systemClock() })
    try {
      await work(reports)
    } finally {
      await reports.close()
    }
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

async function list(reports: Reports): Promise<void> {
  const all = await reports.all()
  if (all.length === 0) {
    console.log('no reports')
    return
  }
  const parsed = parse(load('src/data'))
  const statements = parsed.ok ? parsed.knowledge.statements : new Map<string, Statement>()
  for (const report of all) console.log(write(report, statements))
  console.log(
    `${all.length} ${all.length === 1 ? 'report' : 'reports'}; \`npm run reports -- --done <id>\` removes one`,
  )
}

async function remove(reports: Reports, done: string): Promise<void> {
  if (await reports.remove(done)) console.log(`removed ${done}`)
  else fail(`there is no report ${done}`)
}

function write(report: KeptReport, statements: ReadonlyMap<string, Statement>): string {
  const answer = report.statements.length === 0 ? `declined (${report.answer ?? ''})` : (report.answer ?? 'statements')
  return [
    `${report.id}  ${report.day}  ${en.ask.reasons[report.reason]}`,
    `  question  ${report.question === undefined ? 'not kept' : JSON.stringify(report.question)} (${report.language})`,
    `  answer    ${answer}, dataset ${report.dataset}`,
    ...report.statements.map(statement => {
      const found = statements.get(statement)
      return `    ${statement}: ${
        found
          ? accountsOf(found)
              .map(({ text }) => text.en)
              .join(' / ')
          : 'no longer there'
      }`
    }),
    '',
  ].join('\n')
}

function fail(reason: string): void {
  console.error(reason)
  process.exitCode = 1
}
