/**
 * 256 turns of four fields at once against a TLS server, two million reads: no error, no value of another customer, memory
 * that stays flat, connections that stay bounded. Run it after a build: `pnpm bench soak`, with `--quick` for 20,000 reads.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createProfileClient } from '@alexa-profile/core'
import { createCertificate } from '../lab/certificate.mjs'
import { envelopeFor, fields, fieldValue } from '../lab/customer.mjs'
import { writeSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'

const quick = process.argv.includes('--quick')
const reads = quick ? 20_000 : 2_000_000
const atOnce = 256
const samples = quick ? 10 : 50
/** What a million reads may leave on the heap; noise of a garbage collector is of this size. */
const mostBytesPerMillion = 1_000_000

setFlagsFromString('--expose-gc')
/** @type {() => void} */
const collectGarbage = runInNewContext('gc')

const certificate = createCertificate()
const api = fork(fileURLToPath(new URL('api.mjs', import.meta.url)))
api.send(certificate)
const [{ port }] = await once(api, 'message')
const origin = `https://127.0.0.1:${port}`
// Limits that a busy machine does not reach: what is looked for are errors.
const client = createProfileClient({
  allowedEndpoints: [origin],
  ca: certificate.cert,
  deadlineMs: 60_000,
  attemptTimeoutMs: 30_000,
})

/** @type {{ reads: number, heap: number, rss: number }[]} */
const memory = []
/** @type {number[]} */
const turnsMs = []
/** @type {Map<string, number>} */
const errors = new Map()
let begun = 0
let retries = 0

async function worker() {
  while (begun < reads) {
    begun += fields.length
    if (begun % (reads / samples) < fields.length) sample()
    const customer = `customer-${begun}`
    const startedAt = performance.now()
    const results = await client.forRequest(envelopeFor(origin, customer)).read(fields)
    turnsMs.push(performance.now() - startedAt)
    for (const field of fields) check(results[field], JSON.stringify(fieldValue(field, customer)))
  }
}

/**
 * @param {import('@alexa-profile/core').ProfileResult} result
 * @param {string} expected
 */
function check(result, expected) {
  retries += result.attempts - 1
  const isRight = result.status === 'available' && JSON.stringify(result.value) === expected
  if (isRight) return
  const what = result.status === 'available' ? "another customer's value" : nameOf(result)
  errors.set(what, (errors.get(what) ?? 0) + 1)
}

/** @param {import('@alexa-profile/core').ProfileResult} result */
function nameOf(result) {
  return result.status === 'failed' ? `${result.failure} ${result.code ?? result.httpStatus ?? ''}` : result.status
}

function sample() {
  collectGarbage()
  const { heapUsed, rss } = process.memoryUsage()
  // The list of durations is ours, not the library's.
  memory.push({ reads: begun, heap: heapUsed - turnsMs.length * 8, rss })
}

const startedAt = performance.now()
await Promise.all(Array.from({ length: atOnce }, worker))
const seconds = (performance.now() - startedAt) / 1000
api.send({})
const [{ connections }] = await once(api, 'message')
client.close()
api.kill()

/** Bytes for each million reads, by the method of least squares, once the first fifth has warmed everything up. */
function slope() {
  const points = memory.slice(Math.floor(memory.length / 5))
  const mean = (/** @type {number[]} */ list) => list.reduce((sum, one) => sum + one, 0) / list.length
  const [x, y] = [mean(points.map((point) => point.reads)), mean(points.map((point) => point.heap))]
  const top = points.reduce((sum, point) => sum + (point.reads - x) * (point.heap - y), 0)
  return (top / points.reduce((sum, point) => sum + (point.reads - x) ** 2, 0)) * 1e6
}

const sorted = Float64Array.from(turnsMs).sort()
const at = (/** @type {number} */ share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0)
const wrong = [...errors.values()].reduce((sum, count) => sum + count, 0)
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2)
const heapSlope = slope()
const table = markdownTable([
  {
    reads: begun,
    errors: wrong,
    retries,
    'reads per second': Math.round(begun / seconds),
    'turn p50, ms': at(0.5),
    'turn p99, ms': at(0.99),
    'most connections': connections,
    'heap after GC, MB': `${megabytes(memory[0]?.heap ?? 0)} → ${megabytes(memory.at(-1)?.heap ?? 0)}`,
    'heap slope, MB per million reads': megabytes(heapSlope),
    'resident, MB': `${megabytes(memory[Math.floor(memory.length / 5)]?.rss ?? 0)} → ${megabytes(memory.at(-1)?.rss ?? 0)}`,
  },
])
for (const [what, count] of errors) console.log(`${count} × ${what}`)
console.log(`${table}\n`)
if (!quick) writeSection('soak', table)
console.log(
  `soak: ${begun} reads, ${wrong} errors, heap slope ${megabytes(heapSlope)} MB per million reads, ${connections} connections`,
)
const isFlat = quick || heapSlope <= mostBytesPerMillion
process.exit(wrong === 0 && isFlat && connections <= atOnce ? 0 : 1)
