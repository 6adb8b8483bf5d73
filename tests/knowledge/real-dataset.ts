/** The dataset as it stands in src/data, for tests of what holds over all of it. */
import { fileURLToPath } from 'node:url'
import { load } from '../../src/knowledge/load.ts'
import type { Knowledge } from '../../src/knowledge/model.ts'
import { parse } from '../../src/knowledge/parse.ts'

export async function realKnowledge(): Promise<Knowledge> {
  const parsed = parse(load(fileURLToPath(new URL('../../src/data', import.meta.url))))
  if (parsed.ok) return parsed.knowledge
  throw new Error(parsed.faults.map(({ file, entry, reason }) => `${file} › ${entry}: ${reason}`).join('\n'))
}
