import { defineConfig } from 'tsdown'

/** ES modules only, unlike the libraries: no code imports this package, and the package that asks the questions is an ES module. */
export default defineConfig({
  entry: ['src/cli.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  clean: true,
})
