import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runIn } from './run-in.mjs'

/**
 * A folder outside of this repository, in which npm installs packages as users do: ours from a registry on this machine, and
 * the others from the registry that npm uses.
 *
 * @typedef {object} Workshop
 * @property {string} home an empty folder
 * @property {string} project `project/`, with our packages and the tools that they are compared with
 * @property {string} version of our packages
 * @property {string} jovoCli the folder of Jovo's command
 * @property {NodeJS.ProcessEnv} environment
 * @property {() => Promise<void>} install installs the project, and Jovo's command
 * @property {() => Promise<void>} close
 */

// What plays a release is built without types.
const release = new URL('../../packages/release/dist/', import.meta.url)
const { startLocalRegistry } = await import(`${release}local-registry.mjs`)
const { publishSnapshot } = await import(`${release}release-copy.mjs`)
const { run, usersEnvironment } = await import(`${release}run.mjs`)

/** @returns {Promise<Workshop>} */
export async function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-waits-'))
  const registry = await startLocalRegistry(join(folder, 'registry'))
  const version = await publishSnapshot(join(folder, 'release'), registry)
  const usual = (await run('npm', ['config', 'get', 'registry'], { cwd: '/' })).trim()
  const home = join(folder, 'home')
  const project = join(home, 'project')
  cpSync(new URL('project', import.meta.url), project, { recursive: true })
  const settings = join(home, '.npmrc')
  writeFileSync(
    settings,
    `registry=${usual}\n@alexa-profile:registry=${registry.url}\naudit=false\nfund=false\nprefer-offline=true\n`,
  )
  const environment = { ...usersEnvironment(), npm_config_userconfig: settings, CI: 'true' }
  return {
    home,
    project,
    jovoCli: join(home, 'jovo/bin'),
    version,
    environment,
    async install() {
      await runIn(project, environment, 'npm', 'install')
      // It finds its plugins only in a global installation.
      await runIn(
        home,
        environment,
        'npm',
        'install',
        '--global',
        '--prefix',
        join(home, 'jovo'),
        '@jovotech/cli@4.1.6',
      )
    },
    async close() {
      await registry.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
