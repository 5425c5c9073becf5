import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One process for all files: opening the embedded database is what takes longest, and they share it.
    isolate: false,
    fileParallelism: false,
    setupFiles: ['test/warm-up.ts'],
  },
})
