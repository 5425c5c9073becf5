/**
 * The test command. `pnpm test` runs every task in `tasks`, and `pnpm test unit types` runs two of them. Most tests wait most of the time, so
 * independent tasks run in parallel.
 */
import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

const reporters = (name) =>
  `--reporter=default --reporter=json --outputFile.json=${process.cwd()}/test-results${name}.json`
const docs = 'pnpm --filter @alexa-profile/docs'

/** A task starts when the task that it needs has passed. */
const tasks = {
  build: { command: 'turbo run build --output-logs=errors-only' },
  lint: { command: 'biome check --error-on-warnings && node .ci/check-prose.mjs' },
  dependencies: { command: 'node .ci/check-dependencies.mjs' },
  unit: { needs: 'build', command: `vitest run --project '!nestjs-starter' ${reporters('')}` },
  // Its files run one after another, because they share an embedded database.
  starter: { needs: 'build', command: `vitest run --project nestjs-starter ${reporters('-starter')}` },
  types: { needs: 'build', command: 'node .ci/typecheck.mjs' },
  size: { needs: 'build', command: 'node benchmarks/size.mjs' },
}

/** Slow tasks that rarely fail first. They run only if they are named, as in `.ci/run`. */
const slowTasks = {
  browser: {
    needs: 'build',
    command: `pnpm --filter @alexa-profile/console-tests test ${reporters('-browser')}`,
  },
  slow: { needs: 'build', command: `vitest run --mode slow ${reporters('-slow')}` },
  packages: { needs: 'build', command: 'turbo run typecheck check-package --output-logs=errors-only' },
  docs: { needs: 'build', command: `${docs} site && ${docs} test ${reporters('-docs')}` },
  postgres: {
    needs: 'build',
    command: `.ci/with-postgres pnpm --filter @alexa-profile/nestjs-starter test:postgres ${reporters('-postgres')}`,
  },
}

/** The longest tasks, some of which measure time. The other tasks get a lower priority. */
const longest = ['unit', 'starter']

const allTasks = { ...tasks, ...slowTasks }
const named = process.argv.slice(2)
const unknown = named.find((name) => !Object.hasOwn(allTasks, name))
if (unknown !== undefined) {
  process.stderr.write(`Unknown task "${unknown}". Known tasks: ${Object.keys(allTasks).join(', ')}\n`)
  process.exit(2)
}
const chosen = named.length > 0 ? named : Object.keys(tasks)

/** The started tasks, with a promise of whether each passed. */
const started = new Map()

function start(name) {
  if (!started.has(name)) started.set(name, run(name))
  return started.get(name)
}

async function run(name) {
  const { command, needs } = allTasks[name]
  if (needs !== undefined && !(await start(needs))) return false
  const startedAt = performance.now()
  // The unit tests print at once. The output of the others is shown when they end, in one piece.
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', ...Array(2).fill(name === 'unit' ? 'inherit' : 'pipe')],
  })
  if (needs !== undefined && !longest.includes(name)) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const code = await new Promise((resolve) => child.on('close', resolve))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(`${output}${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)\n`)
  return code === 0
}

const results = await Promise.all(chosen.map(async (name) => ({ name, passed: await start(name) })))
const failed = results.filter(({ passed }) => !passed).map(({ name }) => name)
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}\n`)
  process.exitCode = 1
}
