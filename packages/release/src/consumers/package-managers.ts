import { mkdir, writeFile } from 'node:fs/promises'
import { run } from '../run.js'

export interface PackageManager {
  /** The name in the table. */
  readonly name: string
  readonly install: readonly string[]
  /** Runs `node`, for a manager that requires its own command for that. */
  readonly node: readonly string[]
  /** A settings file for a manager that does not read `.npmrc`. */
  readonly settings?: (registry: Registries) => { readonly file: string; readonly text: string }
}

export interface Registries {
  /** The registry of our scope. */
  readonly own: string
  /** The registry of all other packages, as npm is configured. */
  readonly rest: string
}

export const npm: PackageManager = {
  name: 'npm',
  install: ['npm', 'install', '--no-audit', '--no-fund', '--prefer-offline'],
  node: ['node'],
}

const yarn1 = ['npx', '--yes', 'yarn@1.22.22']

/** Yarn 4, strict: a module that a package uses and does not declare cannot be found. */
const yarnPnp = ['npx', '--yes', '--package=@yarnpkg/cli-dist@4.18.1', 'yarn']

export const packageManagers: readonly PackageManager[] = [
  npm,
  { name: 'pnpm', install: ['pnpm', 'install', '--ignore-workspace', '--prefer-offline'], node: ['node'] },
  {
    name: 'yarn 1',
    install: [...yarn1, 'install', '--no-lockfile', '--non-interactive'],
    node: ['node'],
  },
  {
    name: 'yarn PnP',
    install: [...yarnPnp, 'install'],
    node: [...yarnPnp, 'node'],
    settings: ({ own, rest }) => ({
      file: '.yarnrc.yml',
      text: [
        `npmRegistryServer: '${rest}'`,
        `npmScopes: { alexa-profile: { npmRegistryServer: '${own}' } }`,
        `unsafeHttpWhitelist: ['127.0.0.1']`,
        'enableTelemetry: false',
        'enableImmutableInstalls: false',
        'enableScripts: false',
        "npmPreapprovedPackages: ['@alexa-profile/*']", // other packages must be some days old
        'nodeLinker: pnp',
        '',
      ].join('\n'),
    }),
  },
]

/** Creates a folder and installs these dependencies in it, as users do. */
export async function installFresh(
  folder: string,
  manager: PackageManager,
  dependencies: Readonly<Record<string, string>>,
  registries: Registries,
  resolutions?: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const manifest = { name: 'consumer', private: true, version: '1.0.0', dependencies, resolutions }
  await writeFile(`${folder}/package.json`, JSON.stringify(manifest, null, 2))
  await writeFile(`${folder}/.npmrc`, `registry=${registries.rest}\n@alexa-profile:registry=${registries.own}\n`)
  if (manager.name.startsWith('yarn')) await writeFile(`${folder}/yarn.lock`, '') // otherwise yarn looks for a project in parent folders
  const settings = manager.settings?.(registries)
  if (settings) await writeFile(`${folder}/${settings.file}`, settings.text)
  const [command = '', ...args] = manager.install
  await run(command, args, { cwd: folder })
}

/** The registry that npm uses on this machine. */
export async function usualRegistry(): Promise<string> {
  return (await run('npm', ['config', 'get', 'registry'], { cwd: '/' })).trim()
}
