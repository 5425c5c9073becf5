import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** Jovo and nodemailer's dependencies are CommonJS and need `require`, which an ES module does not have. */
const require =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

await rm('dist', { recursive: true, force: true }) // ask-cli uploads the whole folder
await build({
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true, // Jovo knows its platforms by the names of their classes
  banner: { js: require },
})
