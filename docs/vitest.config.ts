import { defineConfig } from 'vitest/config'

/** Runs the tests of the pages, in test/, and the tests of their code. */
export default defineConfig({ test: { include: ['snippets/**/*.test.ts'] } })
