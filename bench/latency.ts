/** Measures how long people wait: from the dispatch of an interaction until its acknowledgement, alone and when several ask in the same moment. */
import type { PersonScript } from '../local-discord/people.ts'
import { percentile } from './samples.ts'
import { type Bot, openSite, type Site } from './site.ts'
import { ms, type Row, times } from './table.ts'

const slack = 1.25
const crowds = [1, 10, 50] as const
const warmUps = 1_000
const rounds = 20

interface Question {
  readonly bot: Bot
  /** Throws when the answer is not the expected one: a refusal is quick, and would be measured as a success. */
  readonly ask: (person: PersonScript) => Promise<void>
}

const questions = {
  country: command('caravanserai', '/country', { name: 'kazakhstan' }, 'Kazakhstan'),
  project: command('caravanserai', '/project', { name: 'cku-railway' }, 'Uzbekistan'),
  /** The longest page there is. */
  projects: command('caravanserai', '/project', { country: 'china' }, 'China'),
  /** The one that takes the most work: names are sought in three kinds. */
  comparison: command('caravanserai', '/compare', { first: 'xian', second: 'astana' }, 'Astana summit'),
  ask: command('caravanserai', '/ask', { question: 'whats the currency of kazakstan' }, 'tenge'),
  ping: command('bare', '/ping', {}, 'Pong!'),
  questions: autocomplete('caravanserai', '/ask', { question: 'capital of kaz' }, 'What is the capital of Kazakhstan?'),
  suggestions: autocomplete('caravanserai', '/project', { name: 'rail' }, 'cku-railway'),
  words: autocomplete('bare', '/ping', { word: 'pi' }, 'ping'),
} satisfies Record<string, Question>
type Name = keyof typeof questions

const pairs: readonly { what: string; ours: Name; bare: Name }[] = [
  { what: '`/country`', ours: 'country', bare: 'ping' },
  { what: '`/project`', ours: 'project', bare: 'ping' },
  { what: '`/project country`, the longest page', ours: 'projects', bare: 'ping' },
  { what: '`/compare`, the most work', ours: 'comparison', bare: 'ping' },
  { what: '`/ask`', ours: 'ask', bare: 'ping' },
  { what: 'autocomplete', ours: 'suggestions', bare: 'words' },
  { what: 'autocomplete of `/ask`', ours: 'questions', bare: 'words' },
]

function command(bot: Bot, line: string, options: Record<string, string>, expected: string): Question {
  return {
    bot,
    ask: async person => {
      const { text } = await person.slash(line, options)
      if (!text.includes(expected)) throw new Error(`${line} was to be answered with "${expected}", not with: ${text}`)
    },
  }
}

function autocomplete(bot: Bot, line: string, options: Record<string, string>, expected: string): Question {
  return {
    bot,
    ask: async person => {
      const choices = await person.complete(line, options)
      if (!choices.some(({ value }) => value === expected))
        throw new Error(
          `${line} was to offer "${expected}"; it offered ${choices.map(({ value }) => value).join(', ')}`,
        )
    },
  }
}

export async function measureLatency(quick: boolean): Promise<readonly Row[]> {
  await using caravanserai = await openSite('caravanserai', 1)
  await using bare = await openSite('bare', 1)
  const sites = { caravanserai, bare }
  await Promise.all([caravanserai.discord.startBot(), bare.discord.startBot()])
  // Until the engine has compiled what runs often, the first minutes of a bot would be measured instead of its days.
  for (const question of Object.values(questions)) await askInCrowds(sites[question.bot], question, 10, warmUps)

  const rows: Row[] = []
  for (const crowd of crowds) {
    const waitsMs = await waits(sites, crowd, quick ? 200 : 2_000)
    for (const { what, ours, bare: other } of pairs)
      rows.push(row(`${what}, ${crowd} at once`, waitsMs[ours], waitsMs[other]))
  }
  for (const { discord } of [caravanserai, bare]) {
    const [refusal] = discord.refusals()
    if (refusal) throw new Error(`Local Discord refused ${refusal.method} ${refusal.path}: ${refusal.message}`)
  }
  return rows
}

/** Milliseconds by question, the questions by turns in short rounds, so that whatever else the machine does hits all of them. */
async function waits(sites: Record<Bot, Site>, crowd: number, samples: number): Promise<Record<Name, number[]>> {
  const names = Object.keys(questions) as Name[]
  const found = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, number[]>
  for (let round = 0; round < rounds; round++)
    for (const name of names)
      found[name].push(...(await askInCrowds(sites[questions[name].bot], questions[name], crowd, samples / rounds)))
  return found
}

async function askInCrowds(site: Site, question: Question, crowd: number, atLeast: number): Promise<readonly number[]> {
  const { discord } = site
  site.forget()
  const startedAtMs = performance.now()
  for (let asked = 0; asked < atLeast; asked += crowd)
    await Promise.all(Array.from({ length: crowd }, () => question.ask(site.visitor())))
  return discord
    .measured()
    .flatMap(({ times: { dispatchedAtMs, acknowledgedAtMs } }) =>
      dispatchedAtMs < startedAtMs || acknowledgedAtMs === null ? [] : [acknowledgedAtMs - dispatchedAtMs],
    )
}

function row(what: string, ours: readonly number[], bare: readonly number[]): Row {
  const ratio = percentile(ours, 0.99) / percentile(bare, 0.99)
  return {
    what,
    caravanserai: threePoints(ours),
    bare: threePoints(bare),
    target: { says: `p99 ≤ ${slack} × bare (${times(ratio)})`, reached: ratio <= slack },
  }
}

const threePoints = (values: readonly number[]): string =>
  `${[0.5, 0.95, 0.99].map(share => ms(percentile(values, share))).join(' / ')} ms`
