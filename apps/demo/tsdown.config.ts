import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/demo.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // The demo plays with the packages as they are built, not with copies of them in its own file.
  deps: { neverBundle: [/^[^./]/] },
})
