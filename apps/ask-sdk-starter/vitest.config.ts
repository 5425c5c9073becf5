import { defineConfig } from 'vitest/config'

export default defineConfig({
  // A bundle is tested as it is deployed, and loading one takes seconds on a busy machine.
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
