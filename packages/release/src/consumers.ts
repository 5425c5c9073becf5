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
import { publishSnapshot } from './release-copy.js'
import { run } from './run.js'

/**
 * `pnpm consumers`: publishes every package to a registry on this machine, installs them as users do, and reads a
 * customer's address with each. `--quick` does the part that most often breaks; `--only NAME` one consumer,
 * `--with NAME` one of the things that it is tried with, as the table names them; both may be repeated. With
 * `KEEP=1` in the environment the folders stay, to look into.
 */
const {
  quick,
  only,
  with: columns,
} = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    with: { type: 'string', multiple: true },
  },
}).values

const nodeVersions = ['20', '22', '24', '26']

/** Whether to try with what has this name in the table. */
const isWanted = (name: string, isQuick = false) => columns?.includes(name) ?? (!quick || isQuick)

const folder = await mkdtemp(`${tmpdir()}/alexa-profile-consumers-`)
const registry = await startLocalRegistry(`${folder}/registry`)
const results = new Results()
try {
  const version = await publishSnapshot(`${folder}/release`, registry)

  const registries = { own: registry.url, rest: await usualRegistry() }
  const wantedBundlers = bundlers.filter(({ name, quick }) => isWanted(name, quick))
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
    managers: packageManagers.filter((manager) => manager === npm || isWanted(manager.name)), // the rest is tried where npm installed
    nodes: await Promise.all(
      nodeVersions
        .filter((major) => isWanted(`Node ${major}`))
        .map(async (major) => ({ name: `Node ${major}`, executable: await fetchNode(major) })),
    ),
    bundlers: wantedBundlers,
    bundlerFolder,
    typescripts: await Promise.all(
      typescripts
        .filter(({ name, quick }) => isWanted(`TS ${name}`, quick))
        .map(async (typescript) => {
          const home = `${folder}/typescript-${typescript.name}`
          const dependencies = { typescript: typescript.version, '@types/node': typescript.nodeTypes }
          await installFresh(home, npm, dependencies, registries)
          return { ...typescript, folder: home }
        }),
    ),
  }

  const waiting = consumers.filter(({ name, quick: isQuick }) => only?.includes(name) ?? (!quick || isQuick))
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
print(`\n${results.table()}\n`)
for (const { name, without = {} } of consumers) {
  for (const [what, reason] of Object.entries(without)) print(`${name} without ${what}: ${reason}.`)
}
print(`\n${results.figure()}`)
process.exit(results.failures.length === 0 ? 0 : 1)

/** The path of a Node of this major version, which npx brings from the registry. */
async function fetchNode(major: string): Promise<string> {
  const print = ['--yes', '-p', `node@${major}`, 'node', '--print', 'process.execPath']
  return (await run('npx', print, { cwd: tmpdir() })).trim()
}
