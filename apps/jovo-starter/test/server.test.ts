import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { startServer } from '../dev/server.js'
import { createApp } from '../src/app.js'
import { tableForFour } from './table-talk.js'

it("responds on Jovo's Express server, and fails an event so that Alexa sends it again", async () => {
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  const logged: string[] = []
  const profile = { allowedEndpoints: [emulator.url] }
  const server = await startServer(createApp({ profile, log: (event) => logged.push(event) }))
  onTestFinished(async () => {
    await Promise.all([emulator.close(), server.close()])
  })
  emulator.subscribe(server.url)
  const device = emulator.device(server.url)

  const welcome = await device.open()
  expect(welcome.violations).toEqual([])
  expect(welcome.speech).toContain('Welcome to Table Talk')
  await device.intent('BookTableIntent', tableForFour)
  const booked = await device.answerConsent('accept')
  expect(booked.violations).toEqual([])
  expect(booked.speech).toContain('Thank you, Ann.')
  await emulator.eventsDelivered()
  // The welcome email fails, because there is no mail server.
  expect(emulator.events).toMatchObject([{ acknowledged: false, attempts: 3 }])
  expect(logged).toEqual(expect.arrayContaining(['mail-failed', 'request-failed']))
})
