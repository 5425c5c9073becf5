import { randomBytes } from 'node:crypto'
import { Agent, request as httpRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { startProcess } from './processes.mjs'

const forgedPerSecond = 1000
const genuinePerSecond = 100

/** Invented URLs, from easy to hard to tell from Amazon's. Nothing in them is repeated. */
const names = {
  'names of their own': (index) => `forged-${index}.pem`,
  'numbers as Amazon has': (index) => `echo-api-cert-${1000 + index}.pem`,
}

/**
 * Genuine requests with a known certificate, and one with a new one, while forged ones come whose certificate URLs are
 * invented. The file that a URL names is 20 ms away.
 *
 * @param {{ setup: object, env: Record<string, string>, store: object, sign: (body: Buffer) => object, body: () => Buffer, seconds: number }} options
 */
export async function measureFlood({ setup, env, store, sign, body, seconds }) {
  const rows = []
  for (const [what, name] of [['none', undefined], ...Object.entries(names)]) {
    const bucket = await startProcess('./store-server.mjs', { ...store, delayMs: 20 })
    const server = await startProcess(
      './skill-server.mjs',
      { ...setup, kind: 'express', store: `https://127.0.0.1:${bucket.port}` },
      env,
    )
    try {
      rows.push({ what, ...(await flood({ port: server.port, ask: server.ask, bucket, name, sign, body, seconds })) })
    } finally {
      server.stop()
      bucket.stop()
    }
  }
  return rows
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
  const sendKnown = () => {
    const answer = genuine('echo-api-cert-12.pem')
    answer.then(({ status, ms }) => (status === 200 ? tookMs.push(ms) : failed.push(status)))
    forgedCosts.push(answer)
  }

  // In a process that has not verified anything, and is under attack.
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
  tookMs.sort((a, b) => a - b)
  return {
    forgedPerSecond: (sent / lastedMs) * 1000,
    known: tookMs.length,
    failed: failed.length,
    p50: tookMs[Math.floor(tookMs.length * 0.5)],
    p99: tookMs[Math.floor(tookMs.length * 0.99)],
    firstMs: first.status === 200 ? first.ms : Number.NaN,
    nextMs: next.status === 200 ? next.ms : Number.NaN,
    cpuShare: (cpu.user + cpu.system - cpuBefore.user - cpuBefore.system) / 1000 / lastedMs,
    connections,
    requests,
  }
}

const urlOf = (file) => `https://s3.amazonaws.com/echo.api/${file}`

/** Calls so often a second, whatever the timers of this process do. */
function every(perSecond, call) {
  const began = performance.now()
  let count = 0
  const timer = setInterval(() => {
    for (const due = ((performance.now() - began) / 1000) * perSecond; count < due; count += 1) call()
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
