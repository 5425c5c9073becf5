import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'
import { lambdaOfV3 } from '../support/lambda-v3.js'
import { welcomed } from './customers.js'

it('asks, books and follows events on Jovo 3', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { app } = await import('./app-v3.js')
  const skill = lambdaOfV3(app) as never
  const device = emulator.device(skill)
  emulator.subscribe(skill)

  expect((await device.say('BookTableIntent')).card?.permissions).toHaveLength(2)
  emulator.customer.cards[0]?.grant()
  expect((await device.say('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')
  await emulator.eventsDelivered()
  expect([...welcomed.values()]).toEqual(['ann@example.com'])

  emulator.customer.disableSkill()
  await emulator.eventsDelivered()
  expect([...welcomed]).toEqual([])
  await emulator.close()
})
