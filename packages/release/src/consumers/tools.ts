import { tmpdir } from 'node:os'
import type { LocalRegistry } from '../local-registry.js'
import { run } from '../run.js'
import { type Bundler, bundlers } from './bundlers.js'
import {
  installFresh,
  npm,
  type PackageManager,
  packageManagers,
  type Registries,
  usualRegistry,
} from './package-managers.js'
import { type TypeScript, typescripts } from './typescripts.js'

/** The installed tools with which consumers are checked. */
export interface Tools {
  readonly registries: Registries
  readonly managers: readonly PackageManager[]
  readonly nodes: readonly { readonly name: string; readonly executable: string }[]
  readonly typescripts: readonly (TypeScript & { readonly folder: string })[]
  readonly bundlers: readonly Bundler[]
  /** The folder in which the bundlers are installed. */
  readonly bundlerFolder: string
}

const nodeVersions = ['20', '22', '24', '26']

/**
 * Installs the tools for consumers below `folder`.
 *
 * @param isWanted whether to run the column with this name; `isQuick` if `--quick` also runs it
 */
export async function prepareTools(
  folder: string,
  { url }: LocalRegistry,
  isWanted: (name: string, isQuick?: boolean) => boolean,
): Promise<Tools> {
  const registries = { own: url, rest: await usualRegistry() }

  const wantedBundlers = bundlers.filter(({ name, quick }) => isWanted(name, quick))
  const bundlerFolder = `${folder}/bundlers`
  const dependencies = Object.assign({}, ...wantedBundlers.map((each) => each.dependencies))
  await installFresh(bundlerFolder, npm, dependencies, registries)

  const installTypeScript = async (typescript: TypeScript) => {
    const home = `${folder}/typescript-${typescript.name}`
    const versions = { typescript: typescript.version, '@types/node': typescript.nodeTypes }
    await installFresh(home, npm, versions, registries)
    return { ...typescript, folder: home }
  }
  const fetchNode = async (major: string) => {
    const print = ['--yes', '-p', `node@${major}`, 'node', '--print', 'process.execPath']
    return { name: `Node ${major}`, executable: (await run('npx', print, { cwd: tmpdir() })).trim() }
  }
  return {
    registries,
    managers: packageManagers.filter((manager) => manager === npm || isWanted(manager.name)), // the other columns use npm's installation
    nodes: await Promise.all(nodeVersions.filter((major) => isWanted(`Node ${major}`)).map(fetchNode)),
    typescripts: await Promise.all(
      typescripts.filter(({ name, quick }) => isWanted(`TS ${name}`, quick)).map(installTypeScript),
    ),
    bundlers: wantedBundlers,
    bundlerFolder,
  }
}
