import { build } from 'esbuild'

/**
 * As a Lambda function's build makes it: one minified file.
 *
 * @param {{ contents: string, resolveDir: string, external?: string[], format?: 'cjs' | 'esm' }} options
 */
export async function bundle({ contents, resolveDir, external = [], format = 'cjs' }) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format,
    external,
    write: false,
    logLevel: 'error',
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error('esbuild has written nothing.')
  return file.contents
}
