/** A process that holds a database for itself, for `heldForMs` or until its parent says anything or goes. Arguments: file, kind of lock, heldForMs. */

import { DatabaseSync } from 'node:sqlite'

const [file = '', kind = '', heldForMs] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec(`BEGIN ${kind}`)
process.send?.('held')
for (const end of ['message', 'disconnect']) process.once(end, () => process.exit())
if (heldForMs !== undefined) {
  setTimeout(() => {
    database.exec('COMMIT')
    process.exit()
  }, Number(heldForMs))
}
