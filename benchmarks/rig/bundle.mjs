import { build } from 'esbuild'

/** As a Lambda function's build makes it: one minified file. */
export async function bundle({ contents, resolveDir, external = [] }) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external,
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0].contents
}
