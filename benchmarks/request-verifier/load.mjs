import autocannon from 'autocannon'
import { median, startProcess } from './processes.mjs'

/** The servers, with what each one checks in a request with a known certificate. */
export const servers = {
  plain: 'Express without a verifier',
  signature: 'Express, `crypto.verify` alone',
  express: 'Express, `createExpressMiddleware`',
  fastify: 'Fastify, `createFastifyHook`',
  nestExpress: 'Nest on Express, `AlexaRequestGuard`',
  nestFastify: 'Nest on Fastify, `AlexaRequestGuard`',
  ask: 'Express, ask-sdk-express-adapter 2.14.0',
  alexaVerifier: 'Express, alexa-verifier-middleware 2.1.0 (checks no chain)',
}

/**
 * Measures requests per second and CPU per request of servers in separate processes, one at a time under load, in alternating
 * rounds.
 *
 * @param {{ setup: object, env: Record<string, string>, sign: () => { headers: object, body: Buffer }, rounds: number, seconds: number }} options
 */
export async function measureLoad({ setup, env, sign, rounds, seconds }) {
  const kinds = Object.keys(servers)
  const started = Object.fromEntries(
    await Promise.all(
      kinds.map(async (kind) => [kind, await startProcess('./skill-server.mjs', { ...setup, kind }, env)]),
    ),
  )
  const measured = []
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const results = {}
      // Verifiers accept a request for 150 s.
      const request = sign()
      for (const kind of kinds) results[kind] = await load(started[kind], request, seconds)
      if (round > 0) measured.push(results) // the first round is a warm-up
    }
  } finally {
    for (const server of Object.values(started)) server.stop()
  }
  return kinds.map((kind) => {
    const ratios = measured.map((round) => round[kind].perSecond / round.ask.perSecond)
    return {
      kind,
      perSecond: median(measured.map((round) => round[kind].perSecond)),
      cpuUs: median(measured.map((round) => round[kind].cpuUs)),
      ratio: median(ratios),
      lowest: Math.min(...ratios),
      highest: Math.max(...ratios),
    }
  })
}

async function load({ port, ask }, { headers, body }, duration) {
  const before = await cpuUs(ask)
  const url = `http://127.0.0.1:${port}/alexa`
  const result = await autocannon({ url, method: 'POST', headers, body, connections: 20, duration })
  const { requests, non2xx, errors } = result
  if (non2xx > 0 || errors > 0)
    throw new Error(`${non2xx} rejected, ${errors} failed: ${JSON.stringify(result.statusCodeStats)}`)
  return { perSecond: requests.total / result.duration, cpuUs: ((await cpuUs(ask)) - before) / requests.total }
}

async function cpuUs(ask) {
  const { user, system } = (await ask()).cpu
  return user + system
}
