import { defineConfig } from 'vitest/config'

/** The tests of the package that mutants.mjs mutates, except fuzz tests: they are slow, and notice a change by chance. */
const folder = `packages/${process.env.MUTATED_PACKAGE}`

export default defineConfig({
  test: {
    include: [`${folder}/test/**/*.test.ts`],
    exclude: ['**/fuzz/**', '**/fuzz.test.ts', '**/*.slow.test.ts'],
    isolate: false,
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 10 } },
  },
})
