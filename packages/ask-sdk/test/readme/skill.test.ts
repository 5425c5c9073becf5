import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'

it('asks for consent, then books by name', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./skill.js')
  const device = emulator.device(handler)

  const refused = await device.intent('BookTableIntent')
  expect(refused.card?.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])

  emulator.customer.cards[0]?.grant()
  expect((await device.intent('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')

  await emulator.close()
})
