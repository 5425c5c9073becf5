import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** Jovo and nodemailer are CommonJS and need `require`, which an ES module does not have. */
const require =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** Modules that only Jovo's command line and tests load. */
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
  keepNames: true, // Jovo finds components and handlers by class names
  external: jovoTools,
  banner: { js: require },
})
