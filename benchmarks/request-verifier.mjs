/**
 * Measures the cost of verifying a request, as ratios of one run: the CPU time of `verify` against one `crypto.verify` of the
 * same body, the requests per second of servers with this and with other verifiers in alternating rounds, and the effect of
 * 1,000 forged requests per second on genuine requests. Run it after a build: `pnpm bench verifier`. It writes its sections of
 * docs/reliability.md. With `--quick` it prints them. `load` or `flood` measures one of the two.
 */
import { verify as bareVerify, X509Certificate } from 'node:crypto'
import { startEmulator } from '@alexa-profile/emulator'
import { createRequestVerifier } from '@alexa-profile/request-verifier'
import { createCertificate } from './lab/certificate.mjs'
import { writeSection } from './lab/docs-section.mjs'
import { markdownTable } from './lab/markdown-table.mjs'
import { genuinePerSecond, measureFlood } from './request-verifier/flood.mjs'
import { measureLoad, servers } from './request-verifier/load.mjs'
import { median, startProcess } from './request-verifier/processes.mjs'
import { createRsaChain } from './request-verifier/rsa-chain.mjs'

const quick = process.argv.includes('--quick')
const only = ['load', 'flood'].find((name) => process.argv.includes(name))
const cpuBudget = 3

const emulator = await startEmulator()
const { root, certificateChain, headersFor } = createRsaChain()
const skillId = 'amzn1.ask.skill.table-talk'
const request = { type: 'IntentRequest', dialogState: 'COMPLETED', intent: { name: 'BookTableIntent', slots: {} } }
const body = () => Buffer.from(JSON.stringify(emulator.envelope({ request })))

const tls = createCertificate()
const env = { NODE_EXTRA_CA_CERTS: tls.file }
const store = { cert: tls.cert, key: tls.key, certificateChain }
const setup = { skillId, root, certificateChain }

const problems = []
if (only !== 'flood') await reportLoad(await measureCpu(), await loadServers())
if (only !== 'load') await reportFlood()
await emulator.close()
for (const problem of problems) process.stderr.write(`${problem}\n`)
if (problems.length > 0) process.exitCode = 1

async function reportLoad(cpu, load) {
  const ofAsk = Object.fromEntries(load.map(({ kind, ratio }) => [kind, ratio]))
  if (cpu.ratio > cpuBudget) problems.push(`verify takes ${cpu.ratio.toFixed(2)} times the CPU of crypto.verify.`)
  for (const kind of ['express', 'fastify', 'nestExpress', 'nestFastify']) {
    if (ofAsk[kind] < 1) problems.push(`${servers[kind]} is slower than ask-sdk-express-adapter.`)
  }
  report('verifier-load', describeLoad(cpu, load))
}

async function reportFlood() {
  const [rounds, seconds] = quick ? [1, 4] : [3, 6]
  const flood = await measureFlood({ setup, env, store, body, sign: headersFor, rounds, seconds })
  for (const { what, failed, firstMs, nextMs } of flood) {
    if (failed > 0) problems.push(`${failed} genuine requests failed during ${what}.`)
    const worst = Math.max(firstMs, nextMs)
    if (worst >= 2000) problems.push(`A new certificate took ${worst.toFixed(0)} ms during ${what}.`)
  }
  report('verifier-flood', describeFlood(flood))
}

function report(section, text) {
  if (quick) process.stdout.write(`${text}\n\n`)
  else writeSection(section, text)
}

function describeLoad(cpu, load) {
  const rows = load.map(({ kind, perSecond, cpuUs, ratio, lowest, highest }) => ({
    server: servers[kind],
    'requests/s': perSecond.toFixed(0),
    'server CPU per request, µs': cpuUs.toFixed(0),
    'requests/s ÷ ask-sdk-express-adapter': ratio.toFixed(2),
    'range of the rounds': `${lowest.toFixed(2)} to ${highest.toFixed(2)}`,
  }))
  return `${markdownTable(rows)}

\`verifier.verify\` takes ${cpu.verifierUs.toFixed(0)} µs of CPU, \`crypto.verify\` alone ${cpu.bareUs.toFixed(0)} µs: ${cpu.ratio.toFixed(2)} times as much.`
}

function describeFlood(flood) {
  const [none] = flood
  const cpuUs = ({ what, cpuShare, forgedPerSecond }) =>
    what === 'none' ? '' : (((cpuShare - none.cpuShare) / forgedPerSecond) * 1e6).toFixed(0)
  const rows = flood.map((row) => ({
    'invented URLs': row.what,
    'forged requests/s': row.forgedPerSecond.toFixed(0),
    'genuine, known certificate': `${row.known} of ${row.known + row.failed}`,
    'median, ms': row.p50.toFixed(1),
    'p99, ms': row.p99.toFixed(1),
    'sent late, p99, ms': row.late.toFixed(1),
    'first certificate of the process, ms': row.firstMs.toFixed(0),
    'new certificate, ms': row.nextMs.toFixed(0),
    'CPU, of one core': `${(row.cpuShare * 100).toFixed(0)} %`,
    'CPU of a forged request, µs': cpuUs(row),
    connections: row.connections,
    downloads: row.requests,
  }))
  const genuineUs = (none.cpuShare / genuinePerSecond) * 1e6
  return `${markdownTable(rows)}

Medians of three rounds. Times for certificates, connections and downloads are the worst. A genuine request takes ${genuineUs.toFixed(0)} µs of CPU at this rate.`
}

async function loadServers() {
  const bucket = await startProcess('./store-server.mjs', { ...store, delayMs: 0 })
  const sign = () => {
    const signed = body()
    return { headers: headersFor(signed), body: signed }
  }
  const options = { rounds: quick ? 3 : 12, seconds: 1.5, env, sign }
  try {
    return await measureLoad({ ...options, setup: { ...setup, store: `https://127.0.0.1:${bucket.port}` } })
  } finally {
    bucket.stop()
  }
}

async function measureCpu() {
  const bytes = body()
  const headers = headersFor(bytes)
  const key = new X509Certificate(certificateChain).publicKey
  const signature = Buffer.from(headers['signature-256'], 'base64')
  const fetchCertificate = () => certificateChain
  const verifier = createRequestVerifier({ skillIds: skillId, trustedRoots: root, fetchCertificate })
  const batch = 500
  const rounds = { bare: [], verifier: [] }
  for (let round = 0; round < 24; round += 1) {
    const bareUs = await cpuUs(batch, () => bareVerify('sha256', bytes, key, signature))
    const verifierUs = await cpuUs(batch, () => verifier.verify({ headers, rawBody: bytes }))
    if (round < 4) continue // until the code is warm
    rounds.bare.push(bareUs)
    rounds.verifier.push(verifierUs)
  }
  return {
    bareUs: median(rounds.bare),
    verifierUs: median(rounds.verifier),
    ratio: median(rounds.bare.map((bareUs, round) => rounds.verifier[round] / bareUs)),
  }
}

/** CPU time of one call in microseconds, including garbage collection. */
async function cpuUs(batch, call) {
  const before = process.cpuUsage()
  for (let index = 0; index < batch; index += 1) {
    const result = await call()
    if (result !== true && result.status !== 'verified') throw new Error(`Not verified: ${result.reason}`)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / batch
}
