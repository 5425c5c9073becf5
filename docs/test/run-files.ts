import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

const root = new URL('../../', import.meta.url)
const testFolders = (group: string) => readdirSync(new URL(`${group}/`, root)).map((name) => `${group}/${name}/test`)
const folders = ['docs/snippets', ...testFolders('packages'), ...testFolders('apps')]

function filesOf(folder: string): string[] {
  if (!existsSync(new URL(folder, root))) return []
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
}

/** What a file imports from files beside it, as vitest finds it, a `.js` being a `.ts`, and what it reads. */
function importsOf(file: string): string[] {
  const source = readFileSync(new URL(file, root), 'utf8')
  return [...source.matchAll(/(?:from |import |import\(|new URL\()'(\.[^']+)'/g)].map(([, path = '']) =>
    posix.join(posix.dirname(file), path.replace(/\.js$/, '.ts')),
  )
}

function runFrom(tests: readonly string[]): Set<string> {
  const found = new Set<string>()
  const open = [...tests]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file) || !existsSync(new URL(file, root))) continue
    found.add(file)
    if (file.endsWith('.ts')) open.push(...importsOf(file))
  }
  return found
}

/** Every file that a test of docs/snippets, of a package or of an app loads, the tests themselves included. */
export const runFiles: ReadonlySet<string> = runFrom(
  folders.flatMap(filesOf).filter((file) => file.endsWith('.test.ts')),
)
