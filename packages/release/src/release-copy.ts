import { cp, mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LocalRegistry } from './local-registry.js'
import { print } from './print.js'
import { commonVersion, publishedPackages, repositoryRoot, type WorkspacePackage } from './repository.js'
import { run } from './run.js'

export interface ReleaseCopy {
  readonly folder: string
  readonly git: (...args: string[]) => Promise<string>
  /** Adds a changeset, as a change of every package would bring it along. */
  readonly addChangeset: (name: string) => Promise<void>
  /** What is published from it, with the versions that it has now. */
  readonly packages: () => WorkspacePackage[]
  readonly pnpm: (...args: string[]) => Promise<string>
  /** `pnpm …` with a registry on this machine as the one to publish to. */
  readonly pnpmTo: (registry: LocalRegistry, ...args: string[]) => Promise<string>
}

/**
 * A copy of the working tree, changes and all, with a git history of its own, where a release can be played without a
 * trace. It is installed, and holds what the packages are built to (`pnpm build` comes first).
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
  await git('config', 'user.name', 'Release') // changesets tags, too
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
 * Publishes the working tree as a snapshot. Its version is another one each time, because yarn keeps what it has once
 * installed by name and version alone.
 *
 * @returns the version
 */
export async function publishSnapshot(folder: string, registry: LocalRegistry): Promise<string> {
  const copy = await createReleaseCopy(folder)
  await copy.addChangeset('snapshot')
  await copy.pnpm('exec', 'changeset', 'version', '--snapshot', 'local')
  // what `changeset publish` does for each package on its own, in one go
  await copy.pnpmTo(registry, '--recursive', '--filter', './packages/*', 'publish', '--no-git-checks')
  const packages = copy.packages()
  const version = commonVersion(packages)
  print(`Published ${packages.length} packages as ${version}, on this machine only.`)
  return version
}

/** A file that git knows and the working tree has lost is no part of the copy. */
function unlessRemoved(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
