import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/demo.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // The demo imports the built packages, and does not bundle copies of them.
  deps: { neverBundle: [/^[^./]/] },
})
