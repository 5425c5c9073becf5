import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'

it('continues after a yes, ends after a no, and sends a card if Alexa could not ask', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('../../../packages/core/test/readme/by-voice.js')
  const device = emulator.device(handler)

  await device.intent('BookTableIntent')
  expect(await device.answerConsent('deny')).toMatchObject({ speech: expect.any(String), violations: [] })

  await device.open()
  expect((await device.answerConsent('failure')).card?.permissions).toHaveLength(2)

  await device.open()
  expect((await device.answerConsent('accept')).speech).toBe('Thank you, Ann, your table is booked.')
})
