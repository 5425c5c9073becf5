/**
 * The starters as Lambda functions: each bundle, as its own build made it, runs under AWS's runtime interface client against a
 * Runtime API on this machine, once for each runtime of Lambda's. Run it after a build: `pnpm lambda`.
 *
 * `--quick` leaves the cold starts out and docs/lambda.md alone; `--only ask-sdk` one starter, `--runtime nodejs24.x` one
 * runtime; both may be repeated.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { concurrently } from '../lab/concurrently.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'
import { runCallbackSkill } from './callback-skill.mjs'
import { folderOf, measureColdStarts } from './cold-starts.mjs'
import { measureFirstReadings } from './first-readings.mjs'
import { prepareRuntimes } from './runtimes.mjs'
import { skillChecks } from './skill-checks.mjs'
import { startStage } from './stage.mjs'

/** @import { Runtime } from './runtimes.mjs' */

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

/** Functions at once; most of the time they are frozen. */
const atOnce = 2
const page = 'docs/lambda.md'

const starters = ['ask-sdk', 'jovo', 'jovo-v3'].filter((name) => only.length === 0 || only.includes(name))
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

/** @param {{ starter: string, runtime: Runtime }} function_ */
async function checkSkill({ starter, runtime }) {
  const what = `${starter} on ${runtime.name}`
  /** @type {Record<string, string>} */
  const cells = {}
  await check(what, async () => {
    const stage = await startStage({ runtime, folder: join(folderOf(starter), 'dist'), handler: 'index.handler' })
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
  'the turn, ms': name,
  ...Object.fromEntries(
    functions.map(({ starter, runtime }, index) => [`${starter}, ${runtime.name}`, cells[index]?.[name] ?? '**no**']),
  ),
}))
const turns = markdownTable(rows)
console.log(`${turns}\n`)

const callbacks = []
for (const runtime of runtimes) {
  const outcome = await runCallbackSkill(runtime)
  callbacks.push({ runtime: runtime.name, 'aws-lambda-ric': runtime.clientVersion, 'what comes of it': outcome })
  await check(`a handler that takes a callback, on ${runtime.name}`, async () => {
    const expected = runtime.name === 'nodejs22.x' ? 'Welcome.' : 'Runtime.CallbackHandlerDeprecated'
    if (!outcome.startsWith(expected)) throw new Error(outcome)
    return ''
  })
}
console.log(`${markdownTable(callbacks)}\n`)

if (!quick) {
  const starts = []
  for (const { starter, runtime } of functions) starts.push(await measureColdStarts(starter, runtime))
  console.log(`${markdownTable(starts)}\n`)
  const readings = []
  for (const { starter, runtime } of functions) readings.push(await measureFirstReadings(starter, runtime))
  console.log(`${markdownTable(readings)}\n`)
  if (only.length === 0 && wanted.length === 0) {
    writeSection('turns', turns, page)
    writeSection('callbacks', markdownTable(callbacks), page)
    writeSection('cold-starts', markdownTable(starts), page)
    writeSection('first-readings', markdownTable(readings), page)
  }
}

for (const failure of failures) console.log(failure)
console.log(`lambda: ${passed} of ${passed + failures.length} checks hold`)
process.exit(failures.length === 0 ? 0 : 1)
