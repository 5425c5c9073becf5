import { readFileSync } from 'node:fs'
import { satisfies } from 'semver'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../src/repository.js'
import { starterFrameworks } from '../src/starter-frameworks.js'

type Versions = Readonly<Record<string, string>>

interface Lockfile {
  readonly importers: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, { version: string }>>>>>>
  readonly snapshots: Readonly<Record<string, { dependencies?: Versions; optionalDependencies?: Versions }>>
  readonly packages: Readonly<Record<string, { engines?: { node?: string } }>>
}

const oldestNode = '20.19.0'
const lockfile: Lockfile = parse(readFileSync(`${repositoryRoot}/pnpm-lock.yaml`, 'utf8'))

/** The packages that npm installs for a folder of this repository, as `name@version`, including those of our packages. */
function installedFor(folder: string, kinds: readonly string[], found = new Set<string>()): Set<string> {
  for (const kind of kinds) {
    for (const [name, { version }] of Object.entries(lockfile.importers[folder]?.[kind] ?? {})) {
      if (version.startsWith('link:')) installedFor(`packages/${version.split('/').at(-1)}`, ['dependencies'], found)
      else follow(name, version, found)
    }
  }
  return found
}

function follow(name: string, version: string, found: Set<string>): void {
  const key = version.startsWith(`${name}@`) ? version : `${name}@${version}`
  const snapshot = lockfile.snapshots[key] ?? lockfile.snapshots[version]
  if (snapshot === undefined) throw new Error(`The lockfile has no ${key}.`)
  if (found.has(key)) return
  found.add(key)
  for (const each of Object.entries({ ...snapshot.dependencies, ...snapshot.optionalDependencies }))
    follow(...each, found)
}

it.each(starterFrameworks())(
  `the starter for %s has no dependency that npm warns about on Node ${oldestNode}`,
  (framework) => {
    const installed = installedFor(`apps/${framework}-starter`, ['dependencies', 'devDependencies'])
    expect(installed.size).toBeGreaterThan(50)
    const strange = [...installed].filter((key) => {
      const { engines } = lockfile.packages[key.replace(/\(.*$/, '')] ?? {}
      return engines?.node !== undefined && !satisfies(oldestNode, engines.node)
    })
    expect(strange).toEqual([])
  },
)
