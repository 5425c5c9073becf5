import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** Jovo and nodemailer are CommonJS, which asks for `require` where an ES module has none. */
const require =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** What Jovo loads in its command line and its tests only. */
const jovoTools = ['@alexa/acdl', '@jest/globals', '@jovotech/cli-core', '@jovotech/filebuilder']

await rm('dist', { recursive: true, force: true }) // ask-cli uploads the whole folder
await build({
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true, // Jovo finds components and handlers by the names of classes
  external: jovoTools,
  banner: { js: require },
})
