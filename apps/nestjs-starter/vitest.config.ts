import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One process for all files, so that they share the embedded database, which takes long to open.
    isolate: false,
    fileParallelism: false,
    setupFiles: ['test/warm-up.ts'],
    testTimeout: 60_000,
  },
})
