import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The site's path on its host. */
export const base = process.env.SITE_BASE ?? '/'

const folder = fileURLToPath(new URL('../.vitepress/dist/', import.meta.url))

/** The site's files, relative to its root. */
export const siteFiles: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  statSync(`${folder}${file}`).isFile(),
)

export const readSiteFile = (file: string): Buffer => readFileSync(`${folder}${file}`)

/** Returns the file that a host without further settings serves for a path: `/guide/time` is `guide/time.html`. */
export function fileAt(path: string): string | undefined {
  if (!path.startsWith(base)) return undefined
  const file = decodeURIComponent(path.slice(base.length))
  return [file, `${file}.html`, `${file.replace(/\/?$/, '/')}index.html`.replace(/^\//, '')].find(
    (name) => existsSync(`${folder}${name}`) && statSync(`${folder}${name}`).isFile(),
  )
}
