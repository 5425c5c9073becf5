import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { handler } from './apology.js'
import { lines } from './log.js'

it('apologizes, and logs what to do', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const turn = await emulator.device(handler).open() // from an origin that is not allowed

  expect(turn.speech).toBe('Sorry, something went wrong. Please try again.')
  expect(lines).toEqual([expect.stringMatching(/^endpoint-not-allowed: .*allowedEndpoints/)])
})

it('lets an event fail, so that Alexa delivers it again', async () => {
  const emulator = await startEmulator({ eventRetryDelayMs: 1 })
  onTestFinished(() => emulator.close())
  emulator.subscribe(handler)
  emulator.customer.grant('givenName')
  await emulator.eventsDelivered()
  expect(emulator.events).toMatchObject([{ acknowledged: false, attempts: 3 }])
})
