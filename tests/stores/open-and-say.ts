/** A process that opens the preferences and prints how that went. Arguments: url, and `unprivileged` to do it as somebody who may do little. */

import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../src/runtime/log.ts'
import { openPreferences } from '../../src/stores/open-preferences.ts'

const [url = '', who] = process.argv.slice(2)

async function open(at: string): Promise<void> {
  const preferences = await openPreferences({ url: at, log: createLog('silent') })
  await preferences.close()
}

// No mode of a file stops root. 65534 is "nobody" by custom and needs no entry.
if (who === 'unprivileged' && process.geteuid?.() === 0) {
  // Once before, to load every module: nobody may not be able to read the project.
  const scratch = join(tmpdir(), `caravanserai-${process.pid}.sqlite`)
  await open(`sqlite://${scratch}`)
  rmSync(scratch)
  process.seteuid?.(65_534)
}

try {
  await open(url)
  process.stdout.write('it opened')
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error))
}
