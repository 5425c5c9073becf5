import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmulator } from '../src/index.js'

/** Stands for your skill: any function (event, context) => response, or the URL on which it listens. */
async function skill(event: { context: { System: { apiEndpoint: string; apiAccessToken: string } } }) {
  const { apiEndpoint, apiAccessToken } = event.context.System
  const response = await fetch(`${apiEndpoint}/v2/accounts/~current/settings/Profile.givenName`, {
    headers: { authorization: `Bearer ${apiAccessToken}` },
  })
  if (response.status === 200) return say(`Hello, ${await response.json()}.`)
  if (response.status !== 403) return say('Welcome back.')
  const card = { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:given_name:read'] }
  return say('Please look at your Alexa app.', { card })
}

function say(text: string, more: object = {}) {
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, ...more } }
}

let emulator: Awaited<ReturnType<typeof startEmulator>>
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

it('asks for consent, and greets the customer by name after a yes', async () => {
  const device = emulator.device(skill)
  expect((await device.open()).speech).toBe('Please look at your Alexa app.')
  emulator.customer.cards[0]?.grant()
  expect(await device.open()).toMatchObject({ speech: 'Hello, Ann.', violations: [] })
})

it("greets without the name if Alexa's API is unavailable", async () => {
  emulator.situation('unavailable', { requests: 1 })
  expect((await emulator.device(skill).open()).speech).toBe('Welcome back.')
})
