import { defineConfig } from 'vitest/config'

/** Besides the tests of the pages, in test/: those of the code on them. */
export default defineConfig({ test: { include: ['snippets/**/*.test.ts'] } })
