import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LocalRegistry } from './local-registry.js'
import { print } from './print.js'
import { commonVersion, publishedPackages, repositoryRoot, type WorkspacePackage } from './repository.js'
import { run } from './run.js'

export interface ReleaseCopy {
  readonly folder: string
  readonly git: (...args: string[]) => Promise<string>
  /** Adds a changeset for every package. */
  readonly addChangeset: (name: string) => Promise<void>
  /** The packages that are published from it, with their current versions. */
  readonly packages: () => WorkspacePackage[]
  readonly pnpm: (...args: string[]) => Promise<string>
  /** Runs `pnpm …` with a registry on this machine as the target. */
  readonly pnpmTo: (registry: LocalRegistry, ...args: string[]) => Promise<string>
}

/**
 * A copy of the working tree with its uncommitted changes and a new git history, in which a release can be played. It is
 * installed and contains the built packages (run `pnpm build` first).
 */
export async function createReleaseCopy(folder: string): Promise<ReleaseCopy> {
  const git = (...args: string[]) => run('git', args, { cwd: folder })
  const pnpm = (...args: string[]) => run('pnpm', args, { cwd: folder, env: { CI: 'true' } })

  const listed = await run('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: repositoryRoot })
  const built = publishedPackages().map((each) => `${each.folder}/dist`)
  for (const path of [...listed.split('\0').filter(Boolean), ...built]) {
    await mkdir(dirname(`${folder}/${path}`), { recursive: true })
    await cp(`${repositoryRoot}/${path}`, `${folder}/${path}`, { recursive: true }).catch(unlessRemoved)
  }
  await git('init', '--quiet', '--initial-branch=main')
  await git('config', 'user.name', 'Release') // changesets also creates tags
  await git('config', 'user.email', 'release@example.com')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'The working tree')
  await pnpm('install', '--frozen-lockfile', '--prefer-offline')

  return {
    folder,
    git,
    packages: () => publishedPackages(folder),
    pnpm,
    pnpmTo: (registry, ...args) =>
      run('pnpm', args, {
        cwd: folder,
        env: { CI: 'true', NPM_CONFIG_USERCONFIG: registry.publisherConfig, npm_config_registry: registry.url },
      }),
    addChangeset(name) {
      const bumps = publishedPackages(folder).map(({ manifest }) => `'${manifest.name}': patch\n`)
      return writeFile(`${folder}/.changeset/${name}.md`, `---\n${bumps.join('')}---\n\nA change to be published.\n`)
    },
  }
}

/**
 * Publishes the working tree as a snapshot. Its version is different each time, because yarn caches packages by name and
 * version.
 *
 * @returns the version
 */
export async function publishSnapshot(folder: string, registry: LocalRegistry): Promise<string> {
  const copy = await createReleaseCopy(folder)
  await copy.addChangeset('snapshot')
  await copy.pnpm('exec', 'changeset', 'version', '--snapshot', 'local')
  // the same as `changeset publish`, but for all packages in parallel
  await copy.pnpmTo(registry, '--recursive', '--filter', './packages/*', 'publish', '--no-git-checks')
  const packages = copy.packages()
  const version = commonVersion(packages)
  print(`Published ${packages.length} packages as ${version}, on this machine only.`)
  return version
}

/** A file that was deleted in the working tree is not part of the copy. */
function unlessRemoved(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
