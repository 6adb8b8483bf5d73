/** Measures the resident memory of a bot's process: with few and many servers, and after many different people have asked. Linux only: it reads /proc. */
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonScript } from '../local-discord/people.ts'
import { median } from './samples.ts'
import { type Bot, bots, openSite, type Site } from './site.ts'
import { count, type Row, times } from './table.ts'

const largestShare = 1 / 3
const largestCrowd = 10_000

export async function measureMemory(quick: boolean): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const servers of [1, 1_000, largestCrowd]) {
    const mib = await eachBot(async bot => {
      const starts = []
      for (let start = 0; start < (quick ? 1 : 3); start++) starts.push(await atRest(bot, servers))
      return median(starts)
    })
    rows.push(row(`memory, ${count(servers)} server${servers === 1 ? '' : 's'}`, mib, servers === largestCrowd))
  }
  const people = quick ? 10_000 : 100_000
  rows.push(row(`memory after ${count(people)} people`, await eachBot(bot => afterVisits(bot, people)), false))
  return rows
}

async function eachBot(measure: (bot: Bot) => Promise<number>): Promise<Record<Bot, number>> {
  const found: Record<Bot, number> = { caravanserai: 0, bare: 0 }
  for (const bot of bots) found[bot] = await measure(bot)
  return found
}

async function atRest(bot: Bot, servers: number): Promise<number> {
  await using site = await openSite(bot, servers)
  await site.discord.startBot()
  return await settledMib(site)
}

const questions: Record<Bot, (person: PersonScript) => Promise<unknown>> = {
  caravanserai: person => person.slash('/country', { name: 'kazakhstan' }),
  bare: person => person.slash('/ping'),
}

async function afterVisits(bot: Bot, people: number): Promise<number> {
  await using site = await openSite(bot, 1)
  await site.discord.startBot()
  const atOnce = 10
  for (let asked = 0; asked < people; asked += atOnce) {
    if (asked % 500 === 0) site.forget()
    await Promise.all(Array.from({ length: atOnce }, () => questions[bot](site.visitor())))
  }
  return await settledMib(site)
}

/** MiB, once five readings a second apart lie within one per cent, or after half a minute. */
async function settledMib({ discord }: Site): Promise<number> {
  const pid = discord.bot.process()?.pid
  if (pid === undefined) throw new Error('there is no process to read the memory of')
  let last: readonly number[] = []
  for (let second = 0; second < 30; second++) {
    await sleep(1_000)
    last = [...last.slice(-4), await residentMib(pid)]
    if (last.length === 5 && Math.max(...last) <= Math.min(...last) * 1.01) break
  }
  return median(last)
}

async function residentMib(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kib === undefined) throw new Error(`/proc/${pid}/status has no line "VmRSS: … kB"; it has:\n${status}`)
  return Number(kib) / 1024
}

function row(what: string, { caravanserai, bare }: Record<Bot, number>, promised: boolean): Row {
  const share = caravanserai / bare
  return {
    what,
    caravanserai: `${Math.round(caravanserai)} MiB`,
    bare: `${Math.round(bare)} MiB`,
    ...(promised ? { target: { says: `≤ ⅓ of bare (${times(share)})`, reached: share <= largestShare } } : {}),
  }
}
