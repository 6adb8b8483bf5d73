/** Writes the missing marks into the overlays of the dataset. It changes no mark that is there: a stale one is deleted by hand first. */

import { writeFile } from 'node:fs/promises'
import { load } from '../src/knowledge/load.ts'
import { stamp } from '../src/knowledge/stamp.ts'

const stamped = stamp(load('src/data'))
for (const [file, text] of stamped) {
  await writeFile(`src/data/${file}`, text)
  console.log(`stamped ${file}`)
}
if (stamped.size === 0) console.log('no translation lacks a mark')
