import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'

it('greets the speaker by name with and without consent', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./skill.js')
  const device = emulator.device(handler)

  emulator.customer.grant('givenName')
  expect((await device.open()).speech).toBe('Welcome to Table Talk.')

  device.speaker = emulator.customer.addSpeaker({ givenName: 'Bo' })
  const unasked = await device.open()
  expect(JSON.stringify(unasked.response)).toContain('<alexa:name type=\\"first\\" personId=')
  expect(unasked.violations).toEqual([])

  device.speaker.grant('givenName')
  expect((await device.open()).speech).toBe('Welcome back, Bo.')

  await emulator.close()
})
