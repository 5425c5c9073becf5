import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'

it('greets by name with consent, and without the name otherwise', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./reading.js')
  const device = emulator.device(handler)

  expect((await device.open()).speech).toBe('Welcome back. For which day may I book?')
  emulator.customer.grant('givenName')
  expect((await device.open()).speech).toBe('Welcome back, Ann. For which day may I book?')
})
