/** `npm run bench`: Caravanserai beside a bare discord.js bot, in one run on one machine. A missed target is reported and fails nothing. */
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { version as discordJs } from 'discord.js'
import { measureLatency } from './latency.ts'
import { measureMemory } from './memory.ts'
import { measureStart } from './start.ts'
import { measureSuggestions } from './suggestions.ts'
import { table } from './table.ts'

const parts = {
  start: measureStart,
  suggestions: measureSuggestions,
  latency: measureLatency,
  memory: measureMemory,
}

const { quick, only } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', multiple: true, default: [] } },
}).values
const unknown = only.find(name => !Object.hasOwn(parts, name))
if (unknown !== undefined)
  throw new Error(`--only: expected ${Object.keys(parts).join(', ')}; it is ${JSON.stringify(unknown)}.`)

const [processor] = cpus()
process.stdout.write(`${availableParallelism()} cores (${processor?.model ?? 'unknown'}), Node ${process.version}, \
discord.js ${discordJs}, load before ${load()}${quick ? ', quick: few samples' : ''}
Local Discord runs on the same machine. Starts are medians (with the range), waits are p50 / p95 / p99 from dispatch to acknowledgement.\n\n`)

const rows = []
for (const [name, measure] of Object.entries(parts)) {
  if (only.length > 0 && !only.includes(name)) continue
  process.stderr.write(`measuring ${name} …\n`)
  rows.push(...(await measure(quick)))
}
process.stdout.write(`${table(rows)}\n\nload after ${load()}\n`)

function load(): string {
  return loadavg()
    .map(each => each.toFixed(2))
    .join(' ')
}
