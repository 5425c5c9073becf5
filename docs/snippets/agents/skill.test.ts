import { type Emulator, startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { booked } from './book.js'

let emulator: Emulator
let device: ReturnType<Emulator['device']>
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./skill.js')
  emulator.subscribe(handler)
  device = emulator.device(handler)
})
afterAll(() => emulator.close())

/** What the skill says to the intent; Alexa must accept it. */
async function saying(intent: string) {
  const { speech, violations } = await device.intent(intent)
  expect(violations).toEqual([])
  return speech
}

it('opens, helps and ends', async () => {
  expect(await device.open()).toMatchObject({ speech: expect.stringContaining('Welcome'), violations: [] })
  expect(await saying('AMAZON.HelpIntent')).toContain('book a table')
  expect(await device.silence()).toMatchObject({ violations: [] })
  expect(await saying('AMAZON.StopIntent')).toBe('Goodbye.')
})

it('asks by voice, and handles no and yes', async () => {
  await device.intent('BookTableIntent')
  expect((await device.answerConsent('deny')).speech).toContain('please call the restaurant')
  await device.intent('BookTableIntent')
  expect((await device.answerConsent('accept')).speech).toBe('Thank you, Ann, your table is booked.')
  expect(booked).toEqual(['ann@example.com'])
  await emulator.eventsDelivered()
  expect(emulator.events.every(({ acknowledged }) => acknowledged)).toBe(true)
})

it.each(['throttled', 'token-invalid', 'unavailable', 'malformed'] as const)(
  'says to try later if %s',
  async (name) => {
    emulator.situation(name)
    expect(await saying('BookTableIntent')).toContain('Please try again in a few minutes.')
    emulator.clearSituations()
  },
)

it('says what to add, and apologizes for a wrong manifest', async () => {
  emulator.customer.clear('email')
  expect(await saying('BookTableIntent')).toContain('Please add')
  emulator.declare([])
  expect(await saying('BookTableIntent')).toContain('a problem with Table Talk')
})
