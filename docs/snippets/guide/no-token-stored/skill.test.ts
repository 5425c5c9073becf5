import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'
import { consents, handler, mayMail } from './skill.js'

it('stores the newest event of a customer, no token, and nothing after SkillDisabled', async () => {
  const emulator = await startEmulator()
  emulator.subscribe(handler)
  const { customer } = emulator

  emulator.situation('events-twice')
  emulator.situation('events-reordered')
  customer.grant('email')
  customer.revoke('email')
  await emulator.eventsDelivered()
  expect(mayMail(customer.userId)).toBe(false)

  emulator.clearSituations()
  customer.grant('email')
  await emulator.eventsDelivered()
  expect(mayMail(customer.userId)).toBe(true)
  const kept = JSON.stringify([...consents])
  expect(kept).toContain(customer.userId)
  for (const { envelope } of emulator.events) expect(kept).not.toContain(envelope.context.System.apiAccessToken)

  const { userId } = customer
  customer.disableSkill()
  await emulator.eventsDelivered()
  expect([...consents]).toEqual([])
  expect(mayMail(userId)).toBe(false)

  await emulator.close()
})
