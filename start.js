// Starts the bot. Plain JavaScript, because a Node too old for TypeScript must be able to read this and say so.

// Whole, for an old Node lacks some of the names in it and would stop at the first.
import module from 'node:module'

const oldest = 24
if (Number(process.versions.node.split('.', 1)[0]) < oldest) {
  console.error(
    `Caravanserai needs Node ${oldest} or later, and this is ${process.version}. Run \`npm ci\` first, which brings one on Linux and Windows, and then \`npm start\`; elsewhere install Node ${oldest}.`,
  )
  process.exit(1)
}
module.enableCompileCache?.()
// npm gives a signal only to the shell between it and this process, and not every shell passes one on: then its death is the signal.
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250).unref()
}
await import('./src/index.ts')
