import { startEmulator } from '@alexa-profile/emulator'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expect, it, onTestFinished, vi } from 'vitest'

/** The event that a function URL passes to Lambda. */
function eventOf(body: string, headers: object) {
  const http = { method: 'POST', path: '/alexa', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' }
  const event = { version: '2.0', rawPath: '/alexa', rawQueryString: '', requestContext: { http }, body }
  return { ...event, headers, isBase64Encoded: false } as unknown as APIGatewayProxyEventV2
}

it('responds to a verified request from a function URL before the timeout', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const { root, certificateChain, headersFor } = await emulator.signer()
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  vi.stubEnv('EMULATOR_ROOT', root)
  vi.stubEnv('EMULATOR_CHAIN', certificateChain)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { handler } = await import('./nest.js')
  expect(handler.length).toBeLessThan(3)

  const context = { getRemainingTimeInMillis: () => 1200 } as Context
  const device = emulator.device(async (envelope: object) => {
    const body = JSON.stringify(envelope)
    const answer = await handler(eventOf(body, { 'content-type': 'application/json', ...headersFor(body) }), context)
    return JSON.parse(answer.body ?? '')
  })
  emulator.customer.grantAll()
  expect((await device.intent('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')

  emulator.situation('silent')
  const turn = await device.intent('BookTableIntent')
  expect(turn.speech).toContain('try again')
  expect(turn.durationMs).toBeLessThan(2500) // without the remaining time, the read takes 3 s

  expect(await handler(eventOf('{}', { 'content-type': 'application/json' }), context)).toMatchObject({
    statusCode: 400,
  })
})
