import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createProfileClient } from '@alexa-profile/core'
import { SpanStatusCode, trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { expect, it, onTestFinished } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

it('README shows tested code', () => {
  const blocks = [...read('../README.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code)
  expect(blocks).toEqual([read('./readme/handler.ts')])
})

async function serve(listener: RequestListener): Promise<string> {
  const alexa = createServer(listener)
  await new Promise<void>((resolve) => alexa.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    alexa.close()
    alexa.closeAllConnections()
  })
  return `http://127.0.0.1:${(alexa.address() as AddressInfo).port}`
}

function envelopeFor(apiEndpoint: string) {
  return {
    session: {},
    context: { System: { apiEndpoint, apiAccessToken: 'token' } },
    request: { type: 'IntentRequest', locale: 'en-US' },
  }
}

it('README example books a table after the customer agrees', async () => {
  let granted = false
  const apiEndpoint = await serve((request, response) => {
    if (!granted) response.writeHead(403).end()
    else if (request.url?.endsWith('mobileNumber')) response.writeHead(204).end()
    else response.end(request.url?.endsWith('email') ? '"ann@example.com"' : '"Ann"')
  })
  process.env.ALEXA_PROFILE_ENDPOINT = apiEndpoint
  const { handler } = await import('./readme/handler.js')
  const envelope = envelopeFor(apiEndpoint)

  expect((await handler(envelope)).response).toMatchObject({
    card: {
      type: 'AskForPermissionsConsent',
      permissions: ['alexa::profile:given_name:read', 'alexa::profile:email:read'],
    },
  })
  granted = true
  expect((await handler(envelope)).response.outputSpeech).toEqual({
    type: 'SSML',
    ssml: '<speak>Thank you, Ann, your table is booked.</speak>',
  })
  expect((await import('./readme/book.js')).booked).toEqual([['ann@example.com', 'no number']])
})

it('example in the guide to errors traces reads with OpenTelemetry', async () => {
  const exporter = new InMemorySpanExporter()
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }))
  await import('./readme/tracing.js')
  const apiEndpoint = await serve((request, response) => {
    response.setHeader('X-Amzn-RequestId', 'request-1')
    if (request.url?.endsWith('email')) response.end('"ann@example.com"')
    else response.writeHead(404).end()
  })
  const client = createProfileClient({ allowedEndpoints: [apiEndpoint] })
  onTestFinished(() => client.close())

  await client.forRequest(envelopeFor(apiEndpoint)).read(['email', 'name'])

  const spans = exporter.getFinishedSpans().sort((a, b) => a.name.localeCompare(b.name))
  const common = { 'alexa.level': 'customer', 'alexa.attempts': 1, 'alexa.request_id': 'request-1' }
  expect(spans.map(({ name, attributes, status }) => [name, attributes, status.code])).toEqual([
    ['read email', { ...common, 'alexa.status': 'available' }, SpanStatusCode.UNSET],
    ['read name', { ...common, 'alexa.status': 'failed' }, SpanStatusCode.ERROR],
  ])
})

it('example in the guide to phone numbers sends a text message only to a number that is not ambiguous', async () => {
  const { confirm } = await import('./readme/phone.js')
  const { sentTo } = await import('./readme/send-text.js')

  expect(await confirm({ countryCode: '001', phoneNumber: '206 555-0100' })).toBe('valid')
  expect(await confirm({ phoneNumber: '206 555-0100' })).toBe('ambiguous')
  expect(sentTo).toEqual(['+12065550100'])
})
