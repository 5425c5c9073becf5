import { readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { CannotRun } from '../cannot-run.js'

const sourceFile = /(?<!\.d)\.[cm]?[jt]sx?$/
const skippedFolders = new Set(['node_modules', 'dist', 'build', 'coverage', 'cdk.out'])

/**
 * The JavaScript and TypeScript files at and below the paths, relative to the folder, in a stable order. Dependencies, builds and
 * folders whose names begin with a dot are skipped unless a path names them.
 *
 * @throws {CannotRun} if a path does not exist
 */
export function sourceFiles(paths: readonly string[], folder: string): string[] {
  const files = paths.flatMap((path) => {
    const absolute = resolve(folder, path)
    const found = statSync(absolute, { throwIfNoEntry: false })
    if (found === undefined) {
      throw new CannotRun(`${path} does not exist. Check the path: it is relative to the current folder.`)
    }
    return found.isDirectory() ? filesBelow(absolute) : [absolute]
  })
  return [...new Set(files)].map((file) => relative(folder, file)).sort()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      return entry.name.startsWith('.') || skippedFolders.has(entry.name) ? [] : filesBelow(path)
    }
    return entry.isFile() && sourceFile.test(entry.name) ? [path] : []
  })
}
