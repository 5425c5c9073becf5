/**
 * Runs the starters as Lambda functions. Each starter's own bundle runs under AWS's runtime interface client against a
 * Runtime API on this machine, once per Lambda runtime. Run it after a build: `pnpm bench lambda`.
 *
 * The Nest starter keeps its bookings on a PostgreSQL server: `.ci/with-postgres pnpm bench lambda` runs one meanwhile,
 * and without DATABASE_URL it is left out.
 *
 * `--quick` leaves the cold starts out and docs/guide/lambda.md alone; `--only ask-sdk` one starter, `--runtime nodejs24.x` one
 * runtime; both may be repeated.
 */
import { parseArgs } from 'node:util'
import { concurrently } from '../lab/concurrently.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'
import { deployWithAskCli } from './ask-deploy.mjs'
import { runCallbackSkill } from './callback-skill.mjs'
import { measureColdStarts } from './cold-starts.mjs'
import { measureFirstReadings } from './first-readings.mjs'
import { prepareRuntimes } from './runtimes.mjs'
import { skillChecks } from './skill-checks.mjs'
import { startStage } from './stage.mjs'
import { prepareStarters } from './starters.mjs'

/**
 * @import { Runtime } from './runtimes.mjs'
 * @import { Starter } from './starters.mjs'
 */

const {
  quick,
  only,
  runtime: wanted,
} = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    runtime: { type: 'string', multiple: true, default: [] },
  },
}).values

/** Concurrent functions. Most of the time they are frozen. */
const atOnce = 2
const page = 'docs/guide/lambda.md'

const starters = prepareStarters(only, process.env.DATABASE_URL)
const runtimes = prepareRuntimes(wanted)
/** @type {string[]} */
const failures = []
let passed = 0

/**
 * @param {string} what
 * @param {() => Promise<string>} work
 */
async function check(what, work) {
  try {
    const cell = await work()
    passed += 1
    return cell
  } catch (error) {
    failures.push(`${what}: ${error instanceof Error ? error.message : error}`)
    return '**no**'
  }
}

/** @param {{ starter: Starter, runtime: Runtime }} function_ */
async function checkSkill({ starter, runtime }) {
  const what = `${starter.name} on ${runtime.name}`
  /** @type {Record<string, string>} */
  const cells = {}
  await check(what, async () => {
    const stage = await startStage({ starter, runtime })
    for (const [name, work] of Object.entries(skillChecks)) {
      cells[name] = await check(`${what}, ${name}`, async () => (await work(stage)).toFixed(0))
    }
    await stage.stop()
    return ''
  })
  return cells
}

const functions = starters.flatMap((starter) => runtimes.map((runtime) => ({ starter, runtime })))
const cells = await concurrently(functions, atOnce, checkSkill)
const rows = Object.keys(skillChecks).map((name) => ({
  'turn, ms': name,
  ...Object.fromEntries(
    functions.map(({ starter, runtime }, index) => [
      `${starter.name}, ${runtime.name}`,
      cells[index]?.[name] ?? '**no**',
    ]),
  ),
}))
const turns = markdownTable(rows)
console.log(`${turns}\n`)

const callbacks = []
for (const runtime of runtimes) {
  const outcome = await runCallbackSkill(runtime)
  callbacks.push({ runtime: runtime.name, 'aws-lambda-ric': runtime.clientVersion, result: outcome })
  await check(`a handler that takes a callback, on ${runtime.name}`, async () => {
    const expected = runtime.name === 'nodejs22.x' ? 'Welcome.' : 'Runtime.CallbackHandlerDeprecated'
    if (!outcome.startsWith(expected)) throw new Error(outcome)
    return ''
  })
}
console.log(`${markdownTable(callbacks)}\n`)

for (const starter of starters.filter(({ isHttp }) => !isHttp)) {
  const made = await check(`ask deploy of ${starter.name}`, () => deployWithAskCli(starter))
  console.log(`ask deploy of ${starter.name}: ${made}`)
}
console.log()

if (!quick) {
  const starts = []
  // without its package, the Nest starter is not a skill
  const comparable = functions.filter(({ starter }) => !starter.isHttp)
  for (const { starter, runtime } of comparable) starts.push(await measureColdStarts(starter, runtime))
  console.log(`${markdownTable(starts)}\n`)
  const readings = []
  for (const { starter, runtime } of comparable) readings.push(await measureFirstReadings(starter, runtime))
  console.log(`${markdownTable(readings)}\n`)
  if (failures.length === 0 && starters.length === 4 && wanted.length === 0) {
    const what = `aws-lambda-ric ${runtimes.map(({ clientVersion }) => clientVersion).join(' and ')}`
    const tables = { turns, callbacks: markdownTable(callbacks), 'cold-starts': markdownTable(starts) }
    for (const [section, table] of Object.entries({ ...tables, 'first-readings': markdownTable(readings) })) {
      writeSection(section, table, page, what)
    }
  }
}

for (const failure of failures) console.log(failure)
console.log(`lambda: ${passed} of ${passed + failures.length} checks passed`)
process.exit(failures.length === 0 ? 0 : 1)
