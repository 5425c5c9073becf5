import { type Emulator, startEmulator } from '@alexa-profile/emulator'
import { Log } from 'jovo-core'
import { Lambda } from 'jovo-framework'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { booked } from './booking.js'

const apps = { before: () => import('./before.js'), after: () => import('./after.js') }
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
})
beforeEach(() => {
  booked.length = 0
})
afterAll(() => emulator.close())

// Jovo 3 writes colour codes for lines that it does not print.
for (const appender of Object.values(Log.config.appenders)) appender.ignoreFormatting = true

/** Jovo 3's Lambda is callback-style. */
async function skill(name: keyof typeof apps) {
  const { app } = await apps[name]()
  return async (event: object, context: unknown) => {
    const answer = await new Promise((resolve, reject) => {
      const callback = (error: Error | null, response: unknown) => (error ? reject(error) : resolve(response))
      app.handle(new Lambda(event as never, context as never, callback as never)).catch(reject)
    })
    return JSON.parse(JSON.stringify(answer))
  }
}

it.each(['before', 'after'] as const)('%s: asks with a card, then books', async (name) => {
  const customer = emulator.addCustomer({ email: 'ann@example.com' })
  const device = emulator.device(await skill(name), { customer })
  expect((await device.intent('BookTableIntent')).card?.permissions).toEqual(['alexa::profile:email:read'])
  customer.cards[0]?.grant()
  expect(await device.intent('BookTableIntent')).toMatchObject({ speech: 'Your table is booked.', violations: [] })
  expect(booked).toEqual(['ann@example.com'])
})

it('after: does not book with the error of a throttled API', async () => {
  const customer = emulator.addCustomer({ email: 'ann@example.com' })
  customer.grant('email')
  emulator.situation('throttled')
  onTestFinished(() => emulator.clearSituations())
  await emulator.device(await skill('before'), { customer }).intent('BookTableIntent')
  expect(booked).toEqual([expect.objectContaining({ message: expect.any(String) })])
  const turn = await emulator.device(await skill('after'), { customer }).intent('BookTableIntent')
  expect(turn.speech).toMatch(/^Sorry, I can't get your email address from Alexa right now/)
  expect(booked).toHaveLength(1)
})
