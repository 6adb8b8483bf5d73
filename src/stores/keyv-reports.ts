/** Reports over a Keyv, each as `{ v, day, report }`. */

import type { Keyv } from 'keyv'
import { z } from 'zod'
import type { Clock } from '../runtime/clock.ts'
import { newShortId, workOn } from './keyv-work.ts'
import { type KeptReport, type Report, type Reports, reportReasons } from './reports.ts'

const shape: z.ZodType<Report> = z.strictObject({
  reason: z.enum(reportReasons),
  question: z.string().exactOptional(),
  statements: z.array(z.string()),
  answer: z.string().exactOptional(),
  language: z.string(),
  dataset: z.string(),
})
const record = z.strictObject({ v: z.literal(1), at: z.int(), report: shape })

/** `keyv` must throw when its store fails (`openKeyv` sees to that), and belongs to the reports from here on. */
export function keyvReports(keyv: Keyv<unknown>, clock: Clock): Reports {
  const { run, close } = workOn(keyv, 'reports')
  return {
    add: report =>
      run(async () => {
        await keyv.set(newShortId(), record.parse({ v: 1, at: clock.now(), report }))
      }),

    all: () =>
      run(async () => {
        const found: { readonly at: number; readonly report: KeptReport }[] = []
        for await (const [id, stored] of keyv.iterator() as AsyncIterable<[string, unknown]>) {
          const { at, report } = read(id, stored)
          found.push({ at, report: { id, day: new Date(at).toISOString().slice(0, 10), ...report } })
        }
        return found.toSorted((one, other) => one.at - other.at).map(({ report }) => report)
      }),

    remove: id => run(() => keyv.delete(id)),
    close,
  }
}

function read(id: string, stored: unknown): z.infer<typeof record> {
  const parsed = record.safeParse(stored)
  if (parsed.success) return parsed.data
  throw new Error(`Report ${id} cannot be read and was left as it was:\n${z.prettifyError(parsed.error)}`)
}
