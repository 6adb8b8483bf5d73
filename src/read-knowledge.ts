/** Reads the dataset at the start: from the copy that an earlier start kept if nothing has changed since, else by parsing it. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { load } from './knowledge/load.ts'
import type { Knowledge } from './knowledge/model.ts'

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const keptIn = pathOf('../node_modules/.cache/caravanserai/')
const keptAs = `${keptIn}knowledge`

/** Rejects with a sentence when the dataset has a fault. */
export async function readKnowledge(): Promise<Knowledge> {
  const files = load(pathOf('./data'))
  const key = keyOf(files, load(pathOf('./knowledge')))
  const kept = readKept(key)
  if (kept) return kept

  // Only here: the parser and what it stands on are a third of a start.
  const { parse } = await import('./knowledge/parse.ts')
  const parsed = parse(files)
  if (!parsed.ok) {
    const [first] = parsed.faults
    throw new Error(
      `The dataset has ${parsed.faults.length} fault(s); \`npm run data:check\` names them all. The first: ${first?.file}, ${first?.entry}: ${first?.reason}`,
    )
  }
  keep(key, parsed.knowledge)
  return parsed.knowledge
}

/** Of every byte that the knowledge is made from: the dataset, the code that reads it, and the Node whose format the copy has. */
function keyOf(...folders: readonly ReadonlyMap<string, string>[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const files of folders) {
    for (const path of [...files.keys()].toSorted()) hash.update(`\n${path}\n`).update(files.get(path) ?? '')
  }
  return hash.digest('hex')
}

function readKept(key: string): Knowledge | undefined {
  try {
    const kept = readFileSync(keptAs)
    return kept.toString('latin1', 0, key.length) === key
      ? (deserialize(kept.subarray(key.length)) as Knowledge)
      : undefined
  } catch {
    // There is none, or it is broken: parsing gives the same, only later.
    return undefined
  }
}

function keep(key: string, knowledge: Knowledge): void {
  const own = `${keptAs}.${process.pid}`
  try {
    mkdirSync(keptIn, { recursive: true })
    writeFileSync(own, Buffer.concat([Buffer.from(key, 'latin1'), serialize(knowledge)]))
    // Whole or not at all, also when two start at once.
    renameSync(own, keptAs)
  } catch {
    // Where nothing can be written every start parses.
  }
}
