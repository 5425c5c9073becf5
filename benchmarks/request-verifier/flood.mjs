import { randomBytes } from 'node:crypto'
import { Agent, request as httpRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { median, startProcess } from './processes.mjs'

const forgedPerSecond = 1000
export const genuinePerSecond = 100

/** Invented URLs, from obviously invented to similar to Amazon's. No URL is repeated. */
const names = {
  'other names': (index) => `forged-${index}.pem`,
  'Amazon-like numbers': (index) => `echo-api-cert-${1000 + index}.pem`,
}

/**
 * Sends genuine requests with a known certificate, and one with a new certificate, during a flood of forged requests with
 * invented certificate URLs. The rounds alternate, each with new processes. A certificate file is 20 ms away.
 *
 * @param {{ setup: object, env: Record<string, string>, store: object, sign: (body: Buffer, file: string) => object, body: () => Buffer, rounds: number, seconds: number }} options
 */
export async function measureFlood({ setup, env, store, rounds, ...options }) {
  const kinds = [['none', undefined], ...Object.entries(names)]
  const measured = kinds.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, name]] of kinds.entries()) {
      const bucket = await startProcess('./store-server.mjs', { ...store, delayMs: 20 })
      const origin = `https://127.0.0.1:${bucket.port}`
      const server = await startProcess('./skill-server.mjs', { ...setup, kind: 'express', store: origin }, env)
      try {
        measured[index].push(await flood({ ...options, port: server.port, ask: server.ask, bucket, name }))
      } finally {
        server.stop()
        bucket.stop()
      }
    }
  }
  return kinds.map(([what], index) => {
    const rows = measured[index]
    const of = (name, pick = median) => pick(rows.map((row) => row[name]))
    const sum = (values) => values.reduce((a, b) => a + b, 0)
    const worst = (values) => Math.max(...values)
    const names = ['forgedPerSecond', 'p50', 'p99', 'late', 'cpuShare']
    return {
      what,
      ...Object.fromEntries(names.map((name) => [name, of(name)])),
      ...Object.fromEntries(['known', 'failed'].map((name) => [name, of(name, sum)])),
      ...Object.fromEntries(['firstMs', 'nextMs', 'connections', 'requests'].map((name) => [name, of(name, worst)])),
    }
  })
}

async function flood({ port, ask, bucket, name, sign, body, seconds }) {
  const genuine = (file) => {
    const bytes = body()
    return post(port, bytes, sign(bytes, file))
  }
  const forgedBody = body()
  const forgedSignature = { 'signature-256': randomBytes(256).toString('base64') }
  const forgedCosts = []
  let forged = 0
  const sendForged = () => {
    if (!name) return
    forged += 1
    const headers = { ...forgedSignature, signaturecertchainurl: urlOf(name(forged)) }
    forgedCosts.push(post(port, forgedBody, headers))
  }
  const tookMs = []
  const failed = []
  const lateMs = []
  const sendKnown = (late) => {
    lateMs.push(late)
    const answer = genuine('echo-api-cert-12.pem')
    answer.then(({ status, ms }) => (status === 200 ? tookMs.push(ms) : failed.push(status)))
    forgedCosts.push(answer)
  }

  // In a new process under attack.
  const stopFlood = every(forgedPerSecond, sendForged)
  await wait(500)
  const first = await genuine('echo-api-cert-12.pem')
  for (let count = 0; count < 200; count += 1) await genuine('echo-api-cert-12.pem') // until the code is warm
  const cpuBefore = (await ask()).cpu
  const forgedBefore = forged
  const began = performance.now()
  const stopKnown = every(genuinePerSecond, sendKnown)
  await wait(seconds * 500)
  const next = await genuine('echo-api-cert-13.pem')
  await wait(seconds * 500)
  stopKnown()
  const lastedMs = performance.now() - began
  const { cpu } = await ask()
  const sent = forged - forgedBefore
  stopFlood()
  await Promise.all(forgedCosts)
  const { connections, requests } = await bucket.ask()
  for (const values of [tookMs, lateMs]) values.sort((a, b) => a - b)
  return {
    forgedPerSecond: (sent / lastedMs) * 1000,
    known: tookMs.length,
    failed: failed.length,
    p50: tookMs[Math.floor(tookMs.length * 0.5)],
    p99: tookMs[Math.floor(tookMs.length * 0.99)],
    late: lateMs[Math.floor(lateMs.length * 0.99)],
    firstMs: first.status === 200 ? first.ms : Number.POSITIVE_INFINITY,
    nextMs: next.status === 200 ? next.ms : Number.POSITIVE_INFINITY,
    cpuShare: (cpu.user + cpu.system - cpuBefore.user - cpuBefore.system) / 1000 / lastedMs,
    connections,
    requests,
  }
}

const urlOf = (file) => `https://s3.amazonaws.com/echo.api/${file}`

/** Calls a function at a fixed rate, and passes how many milliseconds this process is late. */
function every(perSecond, call) {
  const began = performance.now()
  let count = 0
  const timer = setInterval(() => {
    const now = performance.now() - began
    for (; (count * 1000) / perSecond < now; count += 1) call(now - (count * 1000) / perSecond)
  }, 2)
  return () => clearInterval(timer)
}

const agent = new Agent({ keepAlive: true, maxSockets: 512 })

function post(port, body, headers) {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/alexa', method: 'POST', agent }
    const all = { 'content-type': 'application/json', 'content-length': body.length, ...headers }
    const sent = httpRequest({ ...options, headers: all }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode, ms: performance.now() - began }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
