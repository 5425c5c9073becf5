import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

it('shows tested code in the README', () => {
  const blocks = [...read('../README.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code)
  expect(blocks).toContain(read('./readme/handler.ts'))
})

it('books once the customer has agreed, as the README has it', async () => {
  let granted = false
  const alexa = createServer((request, response) => {
    if (!granted) response.writeHead(403).end()
    else if (request.url?.endsWith('mobileNumber')) response.writeHead(204).end()
    else response.end(request.url?.endsWith('email') ? '"ann@example.com"' : '"Ann"')
  })
  await new Promise<void>((resolve) => alexa.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    alexa.close()
    alexa.closeAllConnections()
  })
  const apiEndpoint = `http://127.0.0.1:${(alexa.address() as AddressInfo).port}`
  process.env.ALEXA_PROFILE_ENDPOINT = apiEndpoint
  const { handler } = await import('./readme/handler.js')
  const envelope = {
    session: {},
    context: { System: { apiEndpoint, apiAccessToken: 'token' } },
    request: { type: 'IntentRequest', locale: 'en-US' },
  }

  expect((await handler(envelope)).response.card).toEqual({
    type: 'AskForPermissionsConsent',
    permissions: ['alexa::profile:given_name:read', 'alexa::profile:email:read'],
  })
  granted = true
  expect((await handler(envelope)).response.outputSpeech?.ssml).toBe(
    '<speak>Booked for Ann, ann@example.com, no number.</speak>',
  )
})
