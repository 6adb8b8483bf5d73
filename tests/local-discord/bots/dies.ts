/** A bot for the tests of Local Discord that is ready and soon dies; it says which start it is of those that share its file. */
import { appendFileSync, readFileSync } from 'node:fs'

const file = process.env['STARTS_FILE']
if (file === undefined) throw new Error('STARTS_FILE is expected')
appendFileSync(file, 'x')
process.send?.({ type: 'ready' })
const starts = readFileSync(file, 'utf8').length
if (starts < 3) setTimeout(() => process.exit(7), 50)
else setInterval(() => undefined, 1_000)
