import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/page/**', '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // How long something may take to happen; a machine under load is slow.
    expect: { poll: { timeout: 20_000 } },
  },
})
