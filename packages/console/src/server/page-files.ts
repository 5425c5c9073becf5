import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'

export interface PageFile {
  readonly contentType: string
  readonly body: Uint8Array<ArrayBuffer>
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * Reads the files that Vite has built from `page/`, by the path at which they are served. They are read once and looked
 * up by name, so that no request reaches the file system.
 *
 * @throws {Error} if the page was not built
 */
export async function readPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  // Found by the package's name, because this file is bundled, except in tests.
  const packageJson = createRequire(import.meta.url).resolve('@alexa-profile/console/package.json')
  const folder = join(dirname(packageJson), 'dist/page')
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new Error(`The console's page is missing from ${folder}. Build the package, or install it again.`, { cause })
  })
  const files = await Promise.all(
    names
      .filter((name) => Object.hasOwn(contentTypes, extname(name)))
      .map(async (name): Promise<[string, PageFile]> => {
        const contentType = contentTypes[extname(name)] ?? 'application/octet-stream'
        return [
          name === 'index.html' ? '/' : `/console/${name}`,
          { contentType, body: new Uint8Array(await readFile(join(folder, name))) },
        ]
      }),
  )
  return new Map(files)
}
