import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root folder of this repository; the same from `src/` and from `dist/`. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url))

export interface PackageManifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, unknown>>
}

export interface WorkspacePackage {
  /** Relative to the repository: `packages/core`. */
  readonly folder: string
  readonly manifest: PackageManifest
}

/** The packages of a checkout that `changeset publish` publishes: each folder of packages/ that is not private. */
export function publishedPackages(root = repositoryRoot): WorkspacePackage[] {
  return readdirSync(`${root}/packages`)
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(`${root}/${folder}/package.json`))
    .map((folder) => ({ folder, manifest: readManifest(`${root}/${folder}/package.json`) }))
    .filter(({ manifest }) => !manifest.private)
}

/** The version that all packages share, because they are released as a group. */
export function commonVersion(packages: readonly WorkspacePackage[]): string {
  const [version, ...others] = new Set(packages.map(({ manifest }) => manifest.version))
  if (version === undefined || others.length > 0) throw new Error(`Versions differ: ${[version, ...others].join(', ')}`)
  return version
}

export function readManifest(file: string): PackageManifest {
  return JSON.parse(readFileSync(file, 'utf8'))
}
