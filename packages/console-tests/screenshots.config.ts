import { defineConfig } from 'vitest/config'

/** Run by `pnpm screenshots`: makes the pictures in docs/console anew. */
export default defineConfig({
  test: { include: ['browser/screenshots.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
})
