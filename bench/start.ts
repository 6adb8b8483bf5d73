/** Measures how long a start takes: from spawning the process until its commands are registered and every shard is connected. */
import { median } from './samples.ts'
import { type Bot, bots, openSite, type Site } from './site.ts'
import { count, ms, type Row } from './table.ts'

const oneServerSlackMs = 300

export async function measureStart(quick: boolean): Promise<readonly Row[]> {
  const few = await startsAt(1, quick ? 3 : 11)
  const many = await startsAt(10_000, quick ? 1 : 5)
  return [
    {
      what: 'start to ready, 1 server',
      caravanserai: spread(few.caravanserai),
      bare: spread(few.bare),
      target: {
        says: `≤ bare + ${oneServerSlackMs} ms`,
        reached: median(few.caravanserai) <= median(few.bare) + oneServerSlackMs,
      },
    },
    {
      what: `start to ready, ${count(10_000)} servers`,
      caravanserai: spread(many.caravanserai),
      bare: spread(many.bare),
      target: { says: '< bare', reached: median(many.caravanserai) < median(many.bare) },
    },
  ]
}

/**
 * In milliseconds, the bots by turns. Local Discord lets all shards identify at once, where Discord lets a small bot wait 5 s between two.
 * The first start of each only fills the compile cache and registers the commands.
 */
async function startsAt(servers: number, starts: number): Promise<Record<Bot, readonly number[]>> {
  await using caravanserai = await openSite('caravanserai', servers)
  await using bare = await openSite('bare', servers)
  const sites = { caravanserai, bare }
  const tookMs: Record<Bot, number[]> = { caravanserai: [], bare: [] }
  for (const bot of bots) await startOnce(sites[bot])
  for (let round = 0; round < starts; round++) for (const bot of bots) tookMs[bot].push(await startOnce(sites[bot]))
  return tookMs
}

async function startOnce({ discord }: Site): Promise<number> {
  const startedAtMs = performance.now()
  await discord.startBot()
  const tookMs = performance.now() - startedAtMs
  await discord.stopBot()
  return tookMs
}

const spread = (values: readonly number[]): string =>
  `${ms(median(values))} ms (${ms(Math.min(...values))}–${ms(Math.max(...values))})`
