import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { chromiumPath } from './tests/page/chromium-path.ts'

if (!existsSync(chromiumPath)) {
  console.error(
    `The page's tests drive a browser, and there is none at ${chromiumPath}: run \`apt-get install chromium\`, or name another in CHROMIUM.`,
  )
  process.exit(1)
}

export default defineConfig({
  test: {
    include: ['tests/page/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // How long something may take to be seen; a machine under load is slow to draw.
    expect: { poll: { timeout: 10_000 } },
    // Browsers share the machine badly with each other.
    fileParallelism: false,
  },
})
