/** Runs the playground for its tests: which bot, which state file and which options come in as arguments. */
import { openPlayground } from '../../../local-discord/playground.ts'

const [bot, stateFile, fresh] = process.argv.slice(2)
if (bot === undefined || stateFile === undefined) throw new Error('a bot and a state file are expected')
const port = Number(process.env['PLAY_PORT'] ?? 0)
await openPlayground({ botArgs: [bot], stateFile, port, fresh: fresh === 'fresh' })
