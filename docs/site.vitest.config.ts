import { defineConfig } from 'vitest/config'
import { findChromium } from '../packages/console-tests/browser/find-chromium.js'

const chromium = findChromium(process.env)
if (chromium === undefined) {
  process.stdout.write(
    'The browser tests of the site were skipped: Chromium was not found. Install it or set CHROMIUM_PATH.\n',
  )
}

/** `pnpm test docs` builds the site and runs these tests. */
export default defineConfig({
  test: {
    name: 'site',
    include: ['site-tests/**/*.test.ts'],
    exclude: chromium === undefined ? ['site-tests/browser/**'] : [],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
})
