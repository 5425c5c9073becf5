import { startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeEach, expect, it } from 'vitest'

// #region set-up
const emulator = await startEmulator()
process.env.ALEXA_PROFILE_ENDPOINT = emulator.url // before the skill is loaded
const { handler } = await import('./skill.js')

afterAll(() => emulator.close())
beforeEach(() => {
  emulator.customer.revokeAll()
  emulator.clearSituations()
  emulator.clearRequests()
})
// #endregion set-up

// #region asks
it('asks for consent, and books after it is granted', async () => {
  const device = emulator.device(handler)

  const asked = await device.intent('BookTableIntent')
  expect(asked.card?.permissions).toEqual(['alexa::profile:given_name:read', 'alexa::profile:email:read'])
  expect(asked.violations).toEqual([])

  emulator.customer.cards.at(-1)?.grant()
  expect((await device.intent('BookTableIntent')).speech).toBe('Thank you, Ann, your table is booked.')
})
// #endregion asks

// #region not-set
it('says where to enter a missing value', async () => {
  const bob = emulator.addCustomer({ givenName: 'Bob' }) // no email address in this account
  bob.grantAll()
  const turn = await emulator.device(handler, { customer: bob }).intent('BookTableIntent')

  expect(turn.speech).toContain("add what's missing")
  expect(turn.card).toBeUndefined()
})
// #endregion not-set

// #region bad-day
it('handles a failing API', async () => {
  emulator.customer.grantAll()
  const device = emulator.device(handler)

  emulator.situation('unavailable', { requests: 1, fields: ['email'] })
  expect((await device.intent('BookTableIntent')).speech).toContain('Thank you, Ann')
  expect(emulator.requests.filter(({ field }) => field === 'email')).toHaveLength(2) // one retry

  emulator.situation('silent')
  const turn = await device.intent('BookTableIntent')
  expect(turn.speech).toContain('try again')
  expect(turn.durationMs).toBeLessThan(6000)
})
// #endregion bad-day

// #region manifest
it('does not ask for an undeclared permission', async () => {
  emulator.declare(['alexa::profile:given_name:read'])
  const turn = await emulator.device(handler).intent('BookTableIntent')
  emulator.declare(['alexa::profile:given_name:read', 'alexa::profile:email:read', 'alexa::profile:mobile_number:read'])

  expect(turn.card).toBeUndefined() // Alexa discards a response with such a card
  expect(turn.violations).toEqual([])
})
// #endregion manifest
