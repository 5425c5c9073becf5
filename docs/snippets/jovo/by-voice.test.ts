import type { AddressInfo } from 'node:net'
import { startEmulator } from '@alexa-profile/emulator'
import { ExpressJs, Webhook } from '@jovotech/server-express'
import { expect, it, onTestFinished } from 'vitest'
import { mailedTo } from './book.js'

it('continues with the profile after a yes, and without it after a no', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { app } = await import('./by-voice.js')
  await app.initialize()
  Webhook.post('/webhook', (request, response) => app.handle(new ExpressJs(request, response)))
  const server = Webhook.listen(0)
  onTestFinished(async () => {
    server.close()
    await emulator.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
  const device = emulator.device(url)
  const another = emulator.device(url)

  await device.intent('BookTableIntent')
  expect((await device.answerConsent('deny')).speech).toBe('Booked, without a mail.')
  await another.intent('BookTableIntent')
  expect((await another.answerConsent('accept')).speech).toBe('Booked, and a mail is on its way.')
  expect(mailedTo).toEqual(['ann@example.com'])
})
