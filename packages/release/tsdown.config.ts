import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/api.ts',
    'src/consumers.ts',
    'src/local-registry.ts',
    'src/release-copy.ts',
    'src/rehearse.ts',
    'src/run.ts',
    'src/starters.ts',
  ],
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  deps: { neverBundle: [/^[^./]/] },
})
