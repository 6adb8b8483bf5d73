/** Reads and parses the dataset in a thread of its own, while the main one loads discord.js: together they take half a start. */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { Knowledge } from './knowledge/model.ts'
import type { Parsed } from './knowledge/parse.ts'

if (!isMainThread) {
  enableCompileCache()
  // Only here: the main thread has no use for the parser.
  const [{ load }, { parse }] = await Promise.all([import('./knowledge/load.ts'), import('./knowledge/parse.ts')])
  parentPort?.postMessage(parse(load(fileURLToPath(new URL('./data', import.meta.url)))))
}

/** Rejects with a sentence when the dataset has a fault. */
export async function readKnowledge(): Promise<Knowledge> {
  const parsed = await new Promise<Parsed>((resolve, reject) => {
    new Worker(new URL(import.meta.url)).once('message', resolve).once('error', reject)
  })
  if (parsed.ok) return parsed.knowledge
  const [first] = parsed.faults
  throw new Error(
    `The dataset has ${parsed.faults.length} fault(s); \`npm run data:check\` names them all. The first: ${first?.file}, ${first?.entry}: ${first?.reason}`,
  )
}
