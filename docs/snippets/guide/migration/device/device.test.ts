import { type Emulator, startEmulator, type Turn } from '@alexa-profile/emulator'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

let emulator: Emulator
const skills = { before: () => import('./before.js'), after: () => import('./after.js') }
const deviceOf = async (name: keyof typeof skills) => emulator.device((await skills[name]()).handler)
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
})
beforeEach(() => {
  emulator.clearSituations()
  emulator.customer.revokeAll()
  emulator.customer.set({ address: { city: 'Seattle' }, timeZone: 'Europe/Berlin' })
})
afterAll(() => emulator.close())

it.each(['before', 'after'] as const)('%s: asks with a card, then delivers', async (name) => {
  const device = await deviceOf(name)
  const asked = await device.intent('DeliverIntent')
  expect(asked.card?.permissions).toEqual(['read::alexa:device:all:address'])
  emulator.customer.cards.at(-1)?.grant()
  const time = ({ request }: Turn) =>
    new Date(request?.request.timestamp ?? '').toLocaleTimeString('en-US', { timeZone: 'Europe/Berlin' })
  const turn = await device.intent('DeliverIntent')
  expect(turn.speech).toBe(`It is ${time(turn)}. We deliver to Seattle within an hour.`)
})

it('after: does not ask for granted consent again when the token has expired', async () => {
  emulator.customer.grant('address')
  emulator.situation('token-invalid', { fields: ['address'] })
  expect((await (await deviceOf('before')).intent('DeliverIntent')).card).toBeDefined()
  const turn = await (await deviceOf('after')).intent('DeliverIntent')
  expect([turn.card, turn.speech]).toEqual([undefined, expect.stringContaining('Please try again')])
})

it('after: does not say "undefined" for an empty address', async () => {
  emulator.customer.grant('address')
  emulator.customer.clear('address')
  const before = await (await deviceOf('before')).intent('DeliverIntent')
  expect(before.violations).toMatchObject([{ rule: 'skill-error' }])
  expect((await (await deviceOf('after')).intent('DeliverIntent')).speech).toContain("in this device's settings")
})
