/** A process that holds a database for itself, for `heldForMs` or until its parent says anything or goes. Arguments: file, heldForMs. */

import { DatabaseSync } from 'node:sqlite'

const [file = '', heldForMs] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec('BEGIN EXCLUSIVE')
process.send?.('held')
for (const end of ['message', 'disconnect']) process.once(end, () => process.exit())
if (heldForMs !== undefined) {
  setTimeout(() => {
    database.exec('COMMIT')
    process.exit()
  }, Number(heldForMs))
}
