/** A process that opens the preferences at its parent's word and writes `count` people from `first` on. Arguments: url, first, count. */

import { createLog } from '../../src/runtime/log.ts'
import { openPreferences } from '../../src/stores/open-preferences.ts'

const [url = '', first = '', count = ''] = process.argv.slice(2)
process.once('message', () => void write())
process.send?.('ready')

async function write(): Promise<void> {
  const preferences = await openPreferences({ url, log: createLog('silent') })
  for (let at = 0n; at < BigInt(count); at++) {
    await preferences.update('person', String(BigInt(first) + at), current => ({ ...current, detail: 'full' }))
  }
  await preferences.close()
  process.disconnect()
}
