import { defineConfig } from 'vitest/config'
import { findChromium } from './browser/find-chromium.js'

const chromium = findChromium(process.env)
if (chromium === undefined) {
  process.stdout.write(
    'The browser tests did not run: there is no Chromium. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n',
  )
}

/** For `pnpm test browser`. The unit tests of the root configuration need no browser. */
export default defineConfig({
  test: {
    name: 'console',
    include: chromium === undefined ? [] : ['browser/**/*.test.ts'],
    passWithNoTests: true,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
  },
})
