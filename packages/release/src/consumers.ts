import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { checkConsumer } from './consumers/check-consumer.js'
import { consumers } from './consumers/consumer-list.js'
import { openJournal } from './consumers/journal.js'
import { Results } from './consumers/results.js'
import { prepareTools } from './consumers/tools.js'
import { startLocalRegistry } from './local-registry.js'
import { print } from './print.js'
import { publishSnapshot } from './release-copy.js'

/**
 * `pnpm consumers`: publishes every package to a registry on this machine, installs them as users do, and reads a
 * customer's address with each. `--quick` runs the part that breaks most often. `--only NAME` runs one consumer, and
 * `--with NAME` one column of the table; both may be repeated. `--resume` skips the consumers that have passed in an earlier
 * run with the same packages. With `KEEP=1` in the environment, the folders are kept.
 */
const {
  quick,
  resume,
  only,
  with: columns,
} = parseArgs({
  options: {
    quick: { type: 'boolean' },
    resume: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    with: { type: 'string', multiple: true },
  },
}).values

const unknown = only?.filter((name) => !consumers.some((each) => each.name === name)) ?? []
if (unknown.length > 0) {
  print(`Unknown consumer: ${unknown.join(', ')}. Known consumers: ${consumers.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

/** Whether to run the column with this name. */
const isWanted = (name: string, isQuick = false) => columns?.includes(name) ?? (!quick || isQuick)

const wanted = consumers.filter(({ name, quick: isQuick }) => only?.includes(name) ?? (!quick || isQuick))
const isWhole = !quick && columns === undefined
const journal = openJournal()
const earlier = resume && isWhole ? wanted.flatMap(({ name }) => journal.read(name) ?? []) : []

const startedAt = performance.now()
const folder = await mkdtemp(`${tmpdir()}/alexa-profile-consumers-`)
const registry = await startLocalRegistry(`${folder}/registry`)
const results = new Results()
results.add(earlier)
try {
  const [version, tools] = await Promise.all([
    publishSnapshot(`${folder}/release`, registry),
    prepareTools(folder, registry, isWanted),
  ])

  const waiting = wanted.filter(({ name }) => results.of(name).length === 0)
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const begin = performance.now()
      await checkConsumer(next, version, `${folder}/${next.name.replaceAll(/\W+/g, '-')}`, tools, results)
      const given = results.of(next.name)
      const failed = given.filter(({ failure }) => failure !== undefined).map(({ what }) => what)
      if (failed.length === 0 && isWhole) journal.write(next.name, given)
      const outcome = failed.length > 0 ? `, failed: ${failed.join(', ')}` : ''
      print(`${next.name}: ${duration(performance.now() - begin)}${outcome}`)
    }
  }
  await Promise.all([lane(), lane()])
} finally {
  await registry.close()
  if (!process.env.KEEP) await rm(folder, { recursive: true, force: true })
}

for (const { consumer, what, failure } of results.failures) print(`\n${consumer}, ${what}:\n${failure}`)
print(`\n${results.table()}\n`)
for (const reason of results.reasons()) print(reason)
const tookOver = earlier.length > 0 ? `, ${earlier.length} of them in an earlier run` : ''
print(`\n${results.figure()}, in ${duration(performance.now() - startedAt)}${tookOver}`)
process.exit(results.failures.length === 0 ? 0 : 1)

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
