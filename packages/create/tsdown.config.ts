import { defineConfig } from 'tsdown'

/** ES modules only, other than the libraries: nobody imports it, and what it asks questions with is one. */
export default defineConfig({
  entry: ['src/cli.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  clean: true,
})
