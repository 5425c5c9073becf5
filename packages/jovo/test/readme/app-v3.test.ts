import { startEmulator } from '@alexa-profile/emulator'
import { ExpressJS, Webhook } from 'jovo-framework'
import { expect, it } from 'vitest'
import '../support/lambda-v3.js' // which keeps Jovo 3 from writing colours
import { welcomed } from './customers.js'

it('README example asks for consent, books a table and handles events on Jovo 3', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { app } = await import('./app-v3.js')
  Webhook.post('/webhook', (request: object, response: object) => app.handle(new ExpressJS(request, response)))
  const server = Webhook.listen(3458)
  const skill = 'http://127.0.0.1:3458/webhook'
  const device = emulator.device(skill)
  emulator.subscribe(skill)

  expect((await device.intent('BookTableIntent')).card?.permissions).toHaveLength(2)
  emulator.customer.cards[0]?.grant()
  expect((await device.intent('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')
  await emulator.eventsDelivered()
  expect([...welcomed.values()]).toEqual(['ann@example.com'])

  emulator.customer.revoke('email')
  await emulator.eventsDelivered()
  expect([...welcomed]).toEqual([])

  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(welcomed.size).toBe(1)
  emulator.customer.disableSkill()
  await emulator.eventsDelivered()
  expect([...welcomed]).toEqual([])

  server.close()
  await emulator.close()
})
