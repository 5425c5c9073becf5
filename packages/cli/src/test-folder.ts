import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder with a project's tests: the first of the usual folders that exists, or else `test`. */
export function testFolder(folder: string): string {
  const usual = ['test', 'tests', '__tests__'].map((name) => join(folder, name))
  return usual.find((path) => existsSync(path)) ?? join(folder, 'test')
}
