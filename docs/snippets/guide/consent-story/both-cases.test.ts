import { startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, expect, it } from 'vitest'

let emulator: Awaited<ReturnType<typeof startEmulator>>
let handler: typeof import('./skill.js').handler
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  handler = (await import('./skill.js')).handler
})
afterAll(() => emulator.close())

it('emails a customer who says yes', async () => {
  const device = emulator.device(handler, { customer: emulator.addCustomer({ email: 'bo@example.com' }) })
  await device.intent('BookTableIntent')
  expect(await device.answerConsent('accept')).toMatchObject({
    speech: 'Your table is booked, and the confirmation is in your mail.',
    violations: [],
  })
})

it('books without email for a customer who says no', async () => {
  const device = emulator.device(handler, { customer: emulator.addCustomer({ email: 'cy@example.com' }) })
  await device.intent('BookTableIntent')
  expect((await device.answerConsent('deny')).speech).toBe('All right, no mail. Your table is booked all the same.')
})
