import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'

const emulator = await startEmulator()
process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
const { handler } = await import('./by-voice.js')

it('continues with the original request after a yes and after a no', async () => {
  const device = emulator.device(handler)

  expect((await device.intent('BookTableIntent', { date: '2026-12-24' })).consentRequest?.permissions).toHaveLength(1)
  expect((await device.answerConsent('deny')).speech).toBe('Booked for 2026-12-24, without a name.')

  await device.intent('BookTableIntent', { date: '2026-12-25' })
  expect((await device.answerConsent('accept')).speech).toBe('Thank you, Ann. Booked for 2026-12-25.')
})

it('books without the name if the read fails', async () => {
  onTestFinished(() => emulator.close())
  emulator.situation('silent')
  const turn = await emulator.device(handler).intent('BookTableIntent', { date: '2026-12-26' })
  expect(turn.speech).toBe('Booked for 2026-12-26. I could not look up your name.')
  expect(turn.durationMs).toBeLessThan(6000)
})
