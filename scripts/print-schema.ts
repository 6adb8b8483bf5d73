/** Prints the JSON Schemas of the dataset's files into src/data/schema. `--check` writes nothing and exits with 1 when one is stale. */

import { mkdir, writeFile } from 'node:fs/promises'
import { load } from '../src/knowledge/load.ts'
import { schemas } from '../src/knowledge/schema.ts'

const files = load('src/data')
const stale = [...schemas(files)].filter(([name, text]) => files.get(`schema/${name}`) !== text)
if (process.argv.includes('--check')) {
  for (const [name] of stale) console.log(`src/data/schema/${name} is stale; \`npm run data:schema\` prints it anew`)
  if (stale.length > 0) process.exitCode = 1
} else {
  await mkdir('src/data/schema', { recursive: true })
  for (const [name, text] of stale) await writeFile(`src/data/schema/${name}`, text)
  console.log(stale.length === 0 ? 'the schemas are up to date' : `printed ${stale.map(([name]) => name).join(', ')}`)
}
