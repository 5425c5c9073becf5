import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'

it('says its own prompts, and the default prompts otherwise', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./own-words.js')
  const device = emulator.device(handler)

  expect((await device.open()).speech).toContain('your permission to use your first name')
  emulator.customer.grant('givenName')
  expect((await device.open()).speech).toBe('Hello, Ann.')
  emulator.situation('token-invalid', { requests: 1 })
  expect((await device.open()).speech).toBe('Alexa is not telling me your name today. Ask me again in a minute.')
  emulator.customer.clear('givenName')
  expect((await device.open()).speech).toBe('Hello.')

  await emulator.close()
})
