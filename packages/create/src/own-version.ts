import { readFileSync } from 'node:fs'

/** The version of this package, which all packages share; read when it runs, because a release is built before it has one. */
export function ownVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version
}
