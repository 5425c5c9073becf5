import { build } from 'esbuild'

/**
 * As a Lambda function's build makes it: one minified file.
 *
 * @param {{ contents: string, resolveDir: string, external?: string[] }} options
 */
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
  const [file] = outputFiles
  if (file === undefined) throw new Error('esbuild has written nothing.')
  return file.contents
}
