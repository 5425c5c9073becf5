import { readFileSync } from 'node:fs'

/** The version of this package, which all packages share. It is read at run time, because a release is built before it has a version. */
export function ownVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}
