import { build } from 'esbuild'

/**
 * Bundles into one minified file, as the build of a Lambda function does.
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
  if (file === undefined) throw new Error('esbuild wrote no file.')
  return file.contents
}
