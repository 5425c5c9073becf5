import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'

/**
 * Every published package is built by this one file, run in the package's own folder: each entry of `exports` in its
 * package.json is one source file (`.` is `src/index.ts`, `./testing` is `src/testing.ts`), built to ESM and CJS.
 */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }
const entry = Object.keys(exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => (subpath === '.' ? 'src/index.ts' : `src/${subpath.slice(2)}.ts`))

export default defineConfig({
  cwd: process.cwd(),
  entry,
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node20.19',
  dts: true,
  sourcemap: true,
  fixedExtension: false,
  clean: true,
})
