/** Asked questions over a Keyv, as `{ v, question, language, until }`. Counts the day by the bot's clock, not by Keyv's, so that both end at once. */

import type { Keyv } from 'keyv'
import { z } from 'zod'
import type { Clock } from '../runtime/clock.ts'
import { type Asked, askedLivesMs } from './asked.ts'
import { newShortId, workOn } from './keyv-work.ts'

const record = z.strictObject({
  v: z.literal(1),
  question: z.string().max(300),
  language: z.string(),
  /** Milliseconds since 1970. */
  until: z.int(),
})

/** `keyv` must throw when its store fails (`openKeyv` sees to that), and belongs to the asked questions from here on. */
export function keyvAsked(keyv: Keyv<unknown>, clock: Clock): Asked {
  const { run, close } = workOn(keyv, 'asked questions')
  const living = (stored: unknown): z.infer<typeof record> | undefined => {
    const { data } = record.safeParse(stored)
    return data && data.until > clock.now() ? data : undefined
  }

  return {
    keep: ({ question, language }) =>
      run(async () => {
        const id = newShortId()
        const kept = { v: 1, question, language, until: clock.now() + askedLivesMs }
        await keyv.set(id, record.parse(kept))
        return id
      }),

    read: id =>
      run(async () => {
        const found = living(await keyv.get(id))
        return found && { question: found.question, language: found.language }
      }),

    forget: id => run(async () => void (await keyv.delete(id))),

    sweep: () =>
      run(async () => {
        const over: string[] = []
        for await (const [id, stored] of keyv.iterator() as AsyncIterable<[string, unknown]>)
          if (!living(stored)) over.push(id)
        if (over.length > 0) await keyv.deleteMany(over)
      }),

    close,
  }
}
