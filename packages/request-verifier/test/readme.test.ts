import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { rejectionReasons } from '../src/index.js'
import { createAlexa, envelopeOf, signedRequest, skillId } from './support/alexa.js'
import { post, serve } from './support/local-server.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Replaces the emulator, which serves the root certificate that a verifier in another process trusts. */
const emulator = createServer()
afterAll(() => emulator.close())

let leaf: Awaited<ReturnType<typeof createAlexa>>['leaf']
beforeAll(async () => {
  // The README examples use the real time.
  const alexa = await createAlexa({ from: new Date('2020-01-01'), until: new Date('2099-01-01') })
  leaf = alexa.leaf
  const served: Record<string, string> = {
    '/signing/root.pem': alexa.root.pem,
    '/signing/certificate-chain.pem': alexa.chain,
  }
  emulator.on('request', ({ url = '' }, response) => response.end(served[url]))
  await new Promise<void>((resolve) => emulator.listen(0, '127.0.0.1', resolve))
  process.env.SKILL_ID = skillId
  process.env.ALEXA_PROFILE_ENDPOINT = `http://127.0.0.1:${(emulator.address() as AddressInfo).port}`
})

const signed = () => signedRequest(leaf, envelopeOf({ timestamp: new Date().toISOString() }))
const unsigned = () => ({ headers: { 'content-type': 'application/json' }, rawBody: signed().rawBody })

beforeEach(async () => {
  const { lines } = await import('./readme/log.js')
  lines.length = 0
})

async function expectToVerify(url: string): Promise<void> {
  const { lines } = await import('./readme/log.js')
  const answered = await post(url, signed())
  expect([answered.status, answered.body]).toEqual([200, expect.stringContaining('You said LaunchRequest.')])
  expect(lines).toEqual([])
  expect((await post(url, unsigned())).status).toBe(400)
  expect(lines).toEqual([`signature-missing: ${rejectionReasons['signature-missing']}`])
}

it.each(['verifier', 'express', 'fastify', 'fetch'])('README shows the tested code of %s.ts', (name) => {
  const blocks = [...read('../README.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code)
  expect(blocks).toContain(read(`./readme/${name}.ts`))
})

it('README says what to do about each reason', () => {
  const rows = [...read('../README.md').matchAll(/^\| (`.*?`) +\|/gm)].map(([, cell]) => cell ?? '')
  const named = rows.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name))
  for (const reason of Object.keys(rejectionReasons)) expect(named).toContain(reason)
})

it('README example verifies requests to ask-sdk on Express', async () => {
  const { app } = await import('./readme/express.js')
  await expectToVerify(`${(await serve(app)).origin}/alexa`)
})

it.each(['express', 'express4'])(
  'README example responds with status 500 on %s if the skill throws',
  async (version) => {
    vi.resetModules()
    vi.doMock('express', () => vi.importActual(version))
    onTestFinished(() => void vi.doUnmock('express'))
    const { app } = await import('./readme/express.js')
    const unknown = envelopeOf({ timestamp: new Date().toISOString(), type: 'Unknown' })
    expect((await post(`${(await serve(app)).origin}/alexa`, signedRequest(leaf, unknown))).status).toBe(500)
  },
)

it('README example verifies requests to ask-sdk on Fastify', async () => {
  const { app } = await import('./readme/fastify.js')
  onTestFinished(() => app.close())
  await expectToVerify(`${await app.listen({ port: 0, host: '127.0.0.1' })}/alexa`)
})

it('README example verifies requests of the web standard', async () => {
  const { POST } = await import('./readme/fetch.js')
  const send = ({ headers, rawBody }: { headers: Record<string, string>; rawBody: Buffer }) =>
    POST(new Request('https://skill.example.com/alexa', { method: 'POST', headers, body: new Uint8Array(rawBody) }))
  expect(await (await send(signed())).text()).toContain('You said LaunchRequest.')
  expect((await send(unsigned())).status).toBe(400)
})

it('README example trusts no emulator in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.resetModules()
  await expect(import('./readme/verifier.js')).rejects.toThrow('Unset ALEXA_PROFILE_ENDPOINT in production.')
})
