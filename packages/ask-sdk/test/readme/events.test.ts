import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'
import { welcomed } from './customers.js'

it('welcomes a customer who grants a permission and deletes the data of a customer who disables the skill', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./events.js')
  emulator.subscribe(handler)

  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect([...welcomed.values()]).toEqual(['ann@example.com'])

  emulator.customer.disableSkill()
  await emulator.eventsDelivered()
  expect([...welcomed]).toEqual([])

  await emulator.close()
})
