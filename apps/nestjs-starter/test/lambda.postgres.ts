import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@alexa-profile/emulator'
import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { expect, it, onTestFinished, vi } from 'vitest'
import { tableForFour } from './table-talk.js'

const folder = fileURLToPath(new URL('..', import.meta.url))

/** A request as a function URL passes it on. */
function eventOf(body: string, headers: object) {
  const http = { method: 'POST', path: '/alexa', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' }
  const requestContext = { http, stage: '$default', domainName: 'example.lambda-url.us-east-1.on.aws' }
  return {
    version: '2.0',
    rawPath: '/alexa',
    rawQueryString: '',
    headers,
    requestContext,
    body,
    isBase64Encoded: false,
  }
}

it('runs on Lambda as one file, verifies requests, and respects the time that is left', {
  timeout: 180_000,
}, async () => {
  execFileSync(process.execPath, ['esbuild.lambda.mjs'], { cwd: folder })
  const [emulator, mailbox] = await Promise.all([
    startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) }),
    startMailbox(),
  ])
  onTestFinished(async () => void (await Promise.all([emulator.close(), mailbox.close()])))
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubEnv('DATABASE_URL', process.env.TEST_DATABASE_URL)
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  vi.stubEnv('SMTP_URL', mailbox.url)
  const bundle = new URL('../lambda/dist/skill/index.mjs', import.meta.url).href
  const { handler } = await import(bundle)
  // On Node 24, Lambda rejects a handler with a third parameter, which would be a callback.
  expect(handler.length).toBeLessThan(3)

  let leftMs = 8000
  const { headersFor } = await emulator.signer()
  const device = emulator.device(async (envelope: object) => {
    const body = JSON.stringify(envelope)
    const headers = { 'content-type': 'application/json', ...headersFor(body) }
    const endsAt = performance.now() + leftMs
    const answer = await handler(eventOf(body, headers), {
      getRemainingTimeInMillis: () => endsAt - performance.now(),
    })
    return JSON.parse(answer.body)
  })
  emulator.customer.grant('givenName', 'email')
  expect((await device.intent('BookTableIntent', tableForFour)).speech).toContain('Thank you, Ann.')
  expect((await mailbox.next()).deliveredTo).toEqual(['ann@example.com'])

  emulator.situation('silent')
  leftMs = 1500
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.speech).toContain('try again')
  expect(turn.durationMs).toBeLessThan(2900) // Without Lambda's limit it would take 3 s.

  const unsigned = await handler(eventOf('{}', { 'content-type': 'application/json' }), {})
  expect(unsigned.statusCode).toBe(400)
})
