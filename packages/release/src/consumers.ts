import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { bundlers } from './consumers/bundlers.js'
import { checkConsumer } from './consumers/check-consumer.js'
import { consumers } from './consumers/consumer-list.js'
import { installFresh, npm, packageManagers, usualRegistry } from './consumers/package-managers.js'
import { Results } from './consumers/results.js'
import { typescripts } from './consumers/typescripts.js'
import { startLocalRegistry } from './local-registry.js'
import { print } from './print.js'
import { createReleaseCopy } from './release-copy.js'
import { run } from './run.js'

/**
 * `pnpm consumers`: publishes every package to a registry on this machine, installs them as users do, and reads a
 * customer's address with each. `--quick` does the part that most often breaks; `--only NAME` one consumer.
 */
const { quick, only } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } }).values

const nodeVersions = quick ? [] : ['20', '22', '24', '26']
const isWanted = (each: { readonly quick?: boolean }) => !quick || each.quick === true

const folder = await mkdtemp(`${tmpdir()}/alexa-profile-consumers-`)
const registry = await startLocalRegistry(`${folder}/registry`)
const results = new Results()
try {
  const copy = await createReleaseCopy(`${folder}/release`)
  await copy.pnpm('exec', 'changeset', 'version')
  await copy.pnpmTo(registry, 'exec', 'changeset', 'publish', '--no-git-tag')
  const [
    {
      manifest: { version },
    } = { manifest: { version: '' } },
  ] = copy.packages()
  print(`Published ${copy.packages().length} packages as ${version}, on this machine only.`)

  const registries = { own: registry.url, rest: await usualRegistry() }
  const wantedBundlers = bundlers.filter(isWanted)
  const bundlerFolder = `${folder}/bundlers`
  await installFresh(
    bundlerFolder,
    npm,
    Object.assign({}, ...wantedBundlers.map((each) => each.dependencies)),
    registries,
  )
  const tools = {
    registries,
    version,
    managers: quick ? [npm] : packageManagers,
    nodes: await Promise.all(
      nodeVersions.map(async (name) => ({ name: `Node ${name}`, executable: await fetchNode(name) })),
    ),
    bundlers: wantedBundlers,
    bundlerFolder,
    typescripts: await Promise.all(
      typescripts.filter(isWanted).map(async (typescript) => {
        const home = `${folder}/typescript-${typescript.name}`
        const dependencies = { typescript: typescript.version, '@types/node': typescript.nodeTypes }
        await installFresh(home, npm, dependencies, registries)
        return { ...typescript, folder: home }
      }),
    ),
  }

  const waiting = consumers.filter((each) => (only === undefined ? isWanted(each) : each.name === only))
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const startedAt = performance.now()
      await checkConsumer(next, `${folder}/${next.name.replaceAll(/\W+/g, '-')}`, tools, results)
      print(`${next.name}: ${Math.round((performance.now() - startedAt) / 1000)} s`)
    }
  }
  await Promise.all([lane(), lane()])
} finally {
  await registry.close()
  if (!process.env.KEEP) await rm(folder, { recursive: true, force: true })
}

for (const { consumer, what, failure } of results.failures) print(`\n${consumer}, ${what}:\n${failure}`)
print(`\n${results.table()}\n\n${results.figure()}`)
process.exit(results.failures.length === 0 ? 0 : 1)

/** The path of a Node of this major version, which npx brings from the registry. */
async function fetchNode(major: string): Promise<string> {
  const print = ['--yes', '-p', `node@${major}`, 'node', '--print', 'process.execPath']
  return (await run('npx', print, { cwd: tmpdir() })).trim()
}
