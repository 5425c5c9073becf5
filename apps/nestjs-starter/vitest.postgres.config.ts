import { defineConfig } from 'vitest/config'

/** The tests that use the database, on a server: `DATABASE_URL=postgres://… npm run test:postgres`. */
const { DATABASE_URL } = process.env
if (!DATABASE_URL)
  throw new Error('DATABASE_URL is not set. Set it to a database for tests: postgres://user:password@host/name.')

export default defineConfig({
  test: {
    include: ['test/{booking,database,skill-events,text-confirmation}.test.ts', 'test/*.postgres.ts'],
    env: { TEST_DATABASE_URL: DATABASE_URL },
    isolate: false,
    fileParallelism: false,
    setupFiles: ['test/warm-up.ts'],
    testTimeout: 60_000,
  },
})
