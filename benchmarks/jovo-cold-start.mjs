/**
 * Measures what the Jovo plugin adds to the load time of Jovo, for both versions, in alternating new processes.
 * Run it after a build: `pnpm bench jovo`.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const runs = 15
const jovoPackage = fileURLToPath(new URL('../packages/jovo/', import.meta.url))

const generations = {
  'Jovo 4': { own: ['@jovotech/framework', '@jovotech/platform-alexa'], plugin: './dist/index.js' },
  'Jovo 3': { own: ['jovo-framework', 'jovo-platform-alexa'], plugin: './dist/v3.js' },
}

/** Milliseconds to load the first modules and then the plugin, in a separate process. */
function loadMs({ own, plugin }) {
  const script = `
    const now = () => Number(process.hrtime.bigint()) / 1e6
    const start = now()
    for (const name of ${JSON.stringify(own)}) require(name)
    const middle = now()
    require(${JSON.stringify(plugin)})
    process.stdout.write('\\n' + JSON.stringify([middle - start, now() - middle]))`
  const output = execFileSync(process.execPath, ['-e', script], { cwd: jovoPackage, encoding: 'utf8' })
  return JSON.parse(output.trim().split('\n').at(-1))
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

const measured = Object.fromEntries(Object.keys(generations).map((name) => [name, []]))
for (let run = 0; run < runs; run += 1) {
  for (const [name, generation] of Object.entries(generations)) measured[name].push(loadMs(generation))
}

const rows = Object.entries(measured).map(([name, times]) => ({
  generation: name,
  'Jovo alone, ms': median(times.map(([own]) => own)).toFixed(0),
  'plugin on top, ms': median(times.map(([, plugin]) => plugin)).toFixed(1),
}))
console.table(rows)
console.log(rows.map((row) => `${row.generation}: ${row['plugin on top, ms']} ms`).join(', '))
