/**
 * The test command. `pnpm test` runs every task below, `pnpm test unit types` some of them. Most tests wait most of the time, so tasks that do not
 * need each other run beside each other. The browser has one task at a time, since it takes all the processor that it gets.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const reporters = (name) =>
  `--reporter=default --reporter=json --outputFile.json=${process.cwd()}/test-results${name}.json`
const docs = 'pnpm --filter @alexa-profile/docs'

/** A task starts when the task that it needs has passed, and when the one that it comes after has ended. */
const tasks = {
  build: { command: 'turbo run build --output-logs=errors-only' },
  lint: { command: 'biome check --error-on-warnings' },
  dependencies: { command: 'node .ci/check-dependencies.mjs' },
  unit: { needs: 'build', command: `vitest run ${reporters('')}` },
  types: { needs: 'build', command: 'node .ci/typecheck.mjs' },
  size: { needs: 'build', command: 'node benchmarks/size.mjs' },
  browser: {
    needs: 'build',
    after: 'types',
    command: `pnpm --filter @alexa-profile/console-tests test ${reporters('-browser')}`,
  },
  docs: { needs: 'build', after: 'browser', command: `${docs} site && ${docs} test ${reporters('-docs')}` },
}

const named = process.argv.slice(2)
const unknown = named.find((name) => !(name in tasks))
if (unknown !== undefined) {
  process.stderr.write(`Unknown task "${unknown}". Known tasks: ${Object.keys(tasks).join(', ')}\n`)
  process.exit(2)
}
const chosen = named.length > 0 ? named : Object.keys(tasks)
for (const name of ['', '-browser', '-docs']) rmSync(`test-results${name}.json`, { force: true })

/** Whether each task that was started passed. */
const started = new Map()

function start(name) {
  if (!started.has(name)) started.set(name, run(name))
  return started.get(name)
}

async function run(name) {
  const { command, needs, after } = tasks[name]
  if (needs !== undefined && !(await start(needs))) return false
  if (chosen.includes(after)) await start(after)
  const startedAt = performance.now()
  // The unit tests report as they go. What the others print is shown when they end, in one piece.
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', ...Array(2).fill(name === 'unit' ? 'inherit' : 'pipe')],
  })
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
