import { type Emulator, type SituationName, startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, expect, it } from 'vitest'

let emulator: Emulator
let whatToDo: typeof import('./what-to-do.js').whatToDo
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  whatToDo = (await import('./what-to-do.js')).whatToDo
})
afterAll(() => emulator.close())

it('handles each status of a field', async () => {
  const { customer } = emulator
  expect(await whatToDo(emulator.envelope())).toBe('ask for consent')
  customer.grant('email')
  expect(await whatToDo(emulator.envelope())).toBe('mail ann@example.com')
  customer.clear('email')
  expect(await whatToDo(emulator.envelope())).toBe('say where to fill it in')
  emulator.declare(['alexa::profile:name:read'])
  expect(await whatToDo(emulator.envelope())).toBe('apologize, and fix the manifest')
})

it.each<SituationName>(['token-invalid', 'throttled', 'unavailable', 'resetting', 'malformed', 'blocked'])(
  'treats %s as temporary',
  async (situation) => {
    emulator.situation(situation)
    expect(await whatToDo(emulator.envelope())).toBe('go on without, or say to try again later')
    emulator.clearSituations()
  },
)
