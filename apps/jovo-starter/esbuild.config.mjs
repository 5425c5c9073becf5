import { rm } from 'node:fs/promises'
import { build } from 'esbuild'

/** `node esbuild.config.mjs` builds what goes to AWS Lambda; with `dev`, the tool of `pnpm dev`. */
const isDev = process.argv[2] === 'dev'

/** Jovo and nodemailer are CommonJS, which asks for `require` where an ES module has none. */
const require =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

/** What Jovo loads in its command line and its tests only. */
const jovoTools = ['@alexa/acdl', '@jest/globals', '@jovotech/cli-core', '@jovotech/filebuilder']

/** Jovo finds components and handlers by the names of classes. */
const forNode = { bundle: true, platform: 'node', format: 'esm', target: 'node20', keepNames: true }

if (isDev) {
  // below node_modules, so that packages are found and nothing new has to be ignored by git
  await build({ ...forNode, entryPoints: ['dev/talk.ts'], outfile: 'node_modules/.dev/talk.mjs', packages: 'external' })
} else {
  await rm('dist', { recursive: true, force: true }) // ask-cli uploads the whole folder
  await build({
    ...forNode,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.mjs',
    minify: true,
    external: jovoTools,
    banner: { js: require },
  })
}
