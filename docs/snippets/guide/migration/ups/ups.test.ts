import { type Emulator, startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { booked } from './booking.js'

let emulator: Emulator
const skills = {
  before: () => import('./before.js'),
  'first-step': () => import('./first-step.js'),
  after: () => import('./after.js'),
}
const skill = async (name: keyof typeof skills) => (await skills[name]()).handler
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
})
beforeEach(() => {
  emulator.clearSituations()
  booked.length = 0
})
afterAll(() => emulator.close())

it.each(['before', 'after'] as const)('%s: asks with a card, then books', async (name) => {
  const customer = emulator.addCustomer({ givenName: 'Ann', email: 'ann@example.com' })
  const device = emulator.device(await skill(name), { customer })
  expect((await device.intent('BookTableIntent')).card?.permissions).toEqual([
    'alexa::profile:given_name:read',
    'alexa::profile:email:read',
  ])
  customer.cards[0]?.grant()
  expect((await device.intent('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')
  expect(booked).toEqual(['ann@example.com'])
})

it('after: does not book with undefined if no address is stored', async () => {
  const customer = emulator.addCustomer({ givenName: 'Ann' })
  customer.grant('givenName', 'email')
  await emulator.device(await skill('before'), { customer }).intent('BookTableIntent')
  expect(booked).toEqual([undefined])
  const turn = await emulator.device(await skill('after'), { customer }).intent('BookTableIntent')
  expect(turn.speech).toMatch(/add what's missing in the Alexa app/)
  expect(booked).toHaveLength(1)
})

it('after: does not fail on a throttled API', async () => {
  const customer = emulator.addCustomer({ givenName: 'Ann', email: 'ann@example.com' })
  customer.grant('givenName', 'email')
  emulator.situation('throttled', { requests: 1 })
  const failed = await emulator.device(await skill('before'), { customer }).intent('BookTableIntent')
  expect(failed.violations).toMatchObject([{ rule: 'skill-error' }])
  emulator.situation('throttled', { requests: 1 })
  const turn = await emulator.device(await skill('after'), { customer }).intent('BookTableIntent')
  expect(turn.speech).toBe('Thank you, Ann, your table is booked.')
})

it('needs only one changed line for the first step', async () => {
  const customer = emulator.addCustomer({ email: 'ann@example.com' })
  customer.grant('email')
  const turn = await emulator.device(await skill('first-step'), { customer }).intent('BookTableIntent')
  expect(turn.speech).toBe('Booked.')
})
