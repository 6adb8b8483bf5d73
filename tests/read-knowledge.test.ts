/** The kept copy of the dataset: the same as what it was made from, and never worse than none. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { readKnowledge } from '../src/read-knowledge.ts'
import { realKnowledge } from './knowledge/real-dataset.ts'

const kept = fileURLToPath(new URL('../node_modules/.cache/caravanserai/knowledge', import.meta.url))
const parsed = await realKnowledge()

afterEach(async () => {
  // Other tests start bots that read it.
  await readKnowledge()
})

test('the copy is what parsing gives, with every statement’s property and source the very one of the dataset', async () => {
  await readKnowledge()
  expect(existsSync(kept)).toBe(true)
  const again = await readKnowledge()
  expect(again).toEqual(parsed)
  for (const { property } of again.statements.values()) expect(again.properties.get(property.id)).toBe(property)
})

test.each([
  ['empty', () => Buffer.alloc(0)],
  ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ['of another dataset', (whole: Buffer) => Buffer.concat([Buffer.from('0'.repeat(64)), whole.subarray(64)])],
  ['no copy at all', () => Buffer.from('nonsense')],
])('a copy that is %s is not believed', async (_, spoil) => {
  await readKnowledge()
  writeFileSync(kept, spoil(readFileSync(kept)))
  expect((await readKnowledge()).statements.size).toBe(parsed.statements.size)
})
