/**
 * What verifying a request costs, as ratios of one run: the CPU time of `verify` beside one bare `crypto.verify` of the same
 * body, and the requests per second of an Express server with and without it, on rounds that take turns. The same server with
 * nothing but `crypto.verify`, in the hook of `express.json`, shows what the signature alone costs there. The certificate is
 * known, as it is but once a day. Run it after a build: `pnpm bench verifier`.
 */
import { fork } from 'node:child_process'
import { verify as bareVerify, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@alexa-profile/emulator'
import { createRequestVerifier } from '@alexa-profile/request-verifier'
import autocannon from 'autocannon'

const cpuBudget = 3
const throughputBudget = 0.75

const emulator = await startEmulator()
const { root, certificateChain, headersFor } = await emulator.signer()
const skillId = 'amzn1.ask.skill.table-talk'
const request = { type: 'IntentRequest', dialogState: 'COMPLETED', intent: { name: 'BookTableIntent', slots: {} } }
const body = Buffer.from(JSON.stringify(emulator.envelope({ request })))
const headers = { 'content-type': 'application/json', ...headersFor(body) }

const cpu = await measureCpu()
const throughput = await measureThroughput()
await emulator.close()

console.log(`${body.length} bytes of body, Node ${process.version}`)
console.table([
  { what: 'crypto.verify alone', 'CPU, µs': cpu.bareUs.toFixed(0), ratio: '1.00' },
  { what: 'verifier.verify', 'CPU, µs': cpu.verifierUs.toFixed(0), ratio: cpu.ratio.toFixed(2) },
])
console.table([
  express('Express', throughput.plain),
  express('Express, crypto.verify alone', throughput.bare),
  express('Express, verified', throughput.verified),
])
console.log(
  `CPU: ${cpu.ratio.toFixed(2)} times crypto.verify, of at most ${cpuBudget}. ` +
    `Express keeps ${(throughput.verified.ratio * 100).toFixed(0)} % of its requests per second, of at least ${throughputBudget * 100} %.`,
)
if (cpu.ratio > cpuBudget || throughput.verified.ratio < throughputBudget) process.exitCode = 1

function express(what, { perSecond, cpuUs, ratio, cpuRatio }) {
  const row = { what, 'requests/s': perSecond.toFixed(0), ratio: ratio.toFixed(2) }
  return { ...row, "server's CPU, µs": cpuUs.toFixed(0), 'CPU ratio': cpuRatio.toFixed(2) }
}

async function measureCpu() {
  const key = new X509Certificate(certificateChain).publicKey
  const signature = Buffer.from(headers['signature-256'], 'base64')
  const verifier = createRequestVerifier({
    skillIds: skillId,
    trustedRoots: root,
    fetchCertificate: () => certificateChain,
  })
  const batch = 500
  const rounds = { bare: [], verifier: [] }
  for (let round = 0; round < 24; round += 1) {
    const bareUs = await cpuUs(batch, () => bareVerify('sha256', body, key, signature))
    const verifierUs = await cpuUs(batch, () => verifier.verify({ headers, rawBody: body }))
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

/** Of one call, in microseconds, garbage collection included. */
async function cpuUs(batch, call) {
  const before = process.cpuUsage()
  for (let index = 0; index < batch; index += 1) {
    const result = await call()
    if (result !== true && result.status !== 'verified') throw new Error(`Not verified: ${result.reason}`)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / batch
}

/** Servers in processes of their own, of which one at a time is under load. */
async function measureThroughput() {
  const kinds = ['plain', 'bare', 'verified']
  const servers = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await startServer(kind)])))
  const rounds = []
  try {
    for (let round = 0; round < 13; round += 1) {
      const measured = {}
      for (const kind of kinds) measured[kind] = await load(servers[kind])
      if (round > 0) rounds.push(measured) // until then the code gets warm
    }
  } finally {
    for (const server of Object.values(servers)) server.process.kill()
  }
  const summary = (kind) => ({
    perSecond: median(rounds.map((round) => round[kind].perSecond)),
    cpuUs: median(rounds.map((round) => round[kind].cpuUs)),
    ratio: median(rounds.map((round) => round[kind].perSecond / round.plain.perSecond)),
    cpuRatio: median(rounds.map((round) => round[kind].cpuUs / round.plain.cpuUs)),
  })
  return Object.fromEntries(kinds.map((kind) => [kind, summary(kind)]))
}

async function startServer(kind) {
  const script = fileURLToPath(new URL('./request-verifier/express-server.mjs', import.meta.url))
  const server = fork(script, { env: { ...process.env, NODE_ENV: 'production' } })
  server.send({ kind, skillId, root, certificateChain })
  const [{ port }] = await once(server, 'message')
  return {
    process: server,
    url: `http://127.0.0.1:${port}/alexa`,
    async cpuUs() {
      server.send('cpu?')
      const [{ cpu }] = await once(server, 'message')
      return cpu.user + cpu.system
    },
  }
}

async function load({ url, cpuUs }) {
  const before = await cpuUs()
  const { requests, duration, non2xx, errors } = await autocannon({
    url,
    method: 'POST',
    headers,
    body,
    connections: 20,
    duration: 1.5,
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} refused, ${errors} failed`)
  return { perSecond: requests.total / duration, cpuUs: ((await cpuUs()) - before) / requests.total }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
