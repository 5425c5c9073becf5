import { defineConfig } from 'vitest/config'
import { findChromium } from '../packages/console-tests/browser/find-chromium.js'

const chromium = findChromium(process.env)
if (chromium === undefined) {
  process.stdout.write(
    'The site was not looked at in a browser: there is no Chromium. Install one or set CHROMIUM_PATH.\n',
  )
}

/** Run by `pnpm test docs`, which builds the site first. */
export default defineConfig({
  test: {
    name: 'site',
    include: ['site-tests/**/*.test.ts'],
    exclude: chromium === undefined ? ['site-tests/browser/**'] : [],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
