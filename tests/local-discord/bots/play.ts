/** Runs the playground for its tests: which bot, which state file and which options come in as arguments. */
import { openPlayground } from '../../../local-discord/playground.ts'

const [bot, stateFile, fresh] = process.argv.slice(2)
if (bot === undefined || stateFile === undefined) throw new Error('a bot and a state file are expected')
await openPlayground({ botArgs: [bot], stateFile, port: 0, fresh: fresh === 'fresh' })
