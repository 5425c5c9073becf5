import { defineConfig } from 'vitest/config'

/** For `pnpm screenshots`, which takes new pictures for docs/console. */
export default defineConfig({
  test: { include: ['browser/screenshots.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
})
