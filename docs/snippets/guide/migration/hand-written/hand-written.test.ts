import { type Emulator, type Skill, startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { booked, texted } from './booking.js'

let emulator: Emulator
const skills = { before: () => import('./before.js'), after: () => import('./after.js') }
const skill = async (name: keyof typeof skills): Promise<Skill> => (await skills[name]()).handler as Skill
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
})
beforeEach(() => {
  booked.length = 0
  texted.length = 0
})
afterAll(() => emulator.close())

it.each(['before', 'after'] as const)('%s: asks with a card, then books', async (name) => {
  const customer = emulator.addCustomer({ email: 'ann@example.com', mobileNumber: { phoneNumber: '2065550100' } })
  const device = emulator.device(await skill(name), { customer })
  expect((await device.open()).card?.permissions).toContain('alexa::profile:email:read')
  customer.grant('email', 'mobileNumber')
  expect(await device.open()).toMatchObject({ speech: 'Your table is booked.', violations: [] })
  expect(booked).toEqual(['ann@example.com'])
})

it('after: sends the text to the right number', async () => {
  const mobileNumber = { countryCode: '+1', phoneNumber: '206 555-0100' }
  const customer = emulator.addCustomer({ email: 'ann@example.com', mobileNumber })
  customer.grant('email', 'mobileNumber')
  await emulator.device(await skill('before'), { customer }).open()
  await emulator.device(await skill('after'), { customer }).open()
  expect(texted).toEqual(['++1206 555-0100', '+12065550100'])
})

it('after: books without a phone number', async () => {
  const customer = emulator.addCustomer({ email: 'ann@example.com' })
  customer.grant('email')
  expect((await emulator.device(await skill('before'), { customer }).open()).card?.permissions).toHaveLength(2)
  expect((await emulator.device(await skill('after'), { customer }).open()).speech).toBe('Your table is booked.')
})

it('after: says where to enter a missing email address', async () => {
  const customer = emulator.addCustomer({})
  customer.grant('email', 'mobileNumber')
  const broken = await emulator.device(await skill('before'), { customer }).open()
  expect(broken.violations).toMatchObject([{ rule: 'skill-error' }])
  const turn = await emulator.device(await skill('after'), { customer }).open()
  expect(turn.speech).toMatch(/add what's missing in the Alexa app/)
})
