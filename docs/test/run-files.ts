import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'

const root = new URL('../../', import.meta.url)
const testFolders = (group: string) => readdirSync(new URL(`${group}/`, root)).map((name) => `${group}/${name}/test`)
const folders = ['docs/snippets', ...testFolders('packages'), ...testFolders('apps')]

function filesOf(folder: string): string[] {
  if (!existsSync(new URL(folder, root))) return []
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
}

/** Returns the files that a file imports, requires or reads. In TypeScript, a `.js` in an import is a `.ts`. */
function importsOf(file: string): string[] {
  const source = readFileSync(new URL(file, root), 'utf8')
  const found = source.matchAll(/(?:from |import |import\(|require\(|new URL\()'(\.[^']+)'/g)
  return [...found].flatMap(([, path = '']) => {
    const named = posix.join(posix.dirname(file), path)
    return [named.replace(/\.js$/, '.ts'), named, `${named}.js`].find(isFile) ?? []
  })
}

function isFile(path: string): boolean {
  return statSync(new URL(path, root), { throwIfNoEntry: false })?.isFile() ?? false
}

function runFrom(tests: readonly string[]): Set<string> {
  const found = new Set<string>()
  const open = [...tests]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue
    found.add(file)
    if (/\.[jt]s$/.test(file)) open.push(...importsOf(file))
  }
  return found
}

/** All files that the tests of docs/snippets, of the packages and of the apps load, including the tests. */
export const runFiles: ReadonlySet<string> = runFrom(
  folders.flatMap(filesOf).filter((file) => file.endsWith('.test.ts')),
)
