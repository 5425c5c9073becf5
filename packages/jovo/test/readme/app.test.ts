import { startEmulator } from '@alexa-profile/emulator'
import { ExpressJs, Webhook } from '@jovotech/server-express'
import { expect, it } from 'vitest'

it('asks for consent, then books by name', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { app } = await import('./app.js')
  await app.initialize()
  Webhook.post('/webhook', (request, response) => app.handle(new ExpressJs(request, response)))
  const server = Webhook.listen(3456)
  const device = emulator.device('http://127.0.0.1:3456/webhook')

  const refused = await device.intent('BookTableIntent')
  expect(refused.card?.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])

  emulator.customer.cards[0]?.grant()
  expect((await device.intent('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')

  server.close()
  await emulator.close()
})
