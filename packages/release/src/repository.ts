import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder that this repository is checked out in; the same from `src/` as from `dist/`. */
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

/** What `changeset publish` would publish of a checkout: each folder of packages/ that is not private. */
export function publishedPackages(root = repositoryRoot): WorkspacePackage[] {
  return readdirSync(`${root}/packages`)
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(`${root}/${folder}/package.json`))
    .map((folder) => ({ folder, manifest: readManifest(`${root}/${folder}/package.json`) }))
    .filter(({ manifest }) => !manifest.private)
}

/** The one version that all packages have: they are released as a group. */
export function commonVersion(packages: readonly WorkspacePackage[]): string {
  const [version, ...others] = new Set(packages.map(({ manifest }) => manifest.version))
  if (version === undefined || others.length > 0) throw new Error(`Versions differ: ${[version, ...others].join(', ')}`)
  return version
}

export function readManifest(file: string): PackageManifest {
  return JSON.parse(readFileSync(file, 'utf8'))
}
