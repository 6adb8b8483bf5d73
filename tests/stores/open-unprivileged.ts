/** A process that may do no more than anybody when it opens the preferences, and prints why it could not. Argument: url. */

import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../src/runtime/log.ts'
import { openPreferences } from '../../src/stores/open-preferences.ts'

const [url = ''] = process.argv.slice(2)
const log = createLog('silent')

// First, to load every module: the user below may not be able to read the project.
const scratch = join(tmpdir(), `caravanserai-${process.pid}.sqlite`)
await (await openPreferences({ url: `sqlite://${scratch}`, log })).close()
rmSync(scratch)

// No mode stops root. 65534 is "nobody" by custom; it needs no entry.
if (process.geteuid?.() === 0) process.seteuid?.(65_534)
try {
  await (await openPreferences({ url, log })).close()
  process.stdout.write('opened')
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error))
}
