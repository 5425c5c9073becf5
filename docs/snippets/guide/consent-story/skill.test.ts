import { startEmulator } from '@alexa-profile/emulator'
import { expect, it } from 'vitest'
import { mailed, mayMail } from './customers.js'

it('follows a customer from SkillEnabled to SkillDisabled', async () => {
  const emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
  const { handler } = await import('./skill.js')
  const device = emulator.device(handler)
  emulator.subscribe(handler)
  const { customer } = emulator

  const asked = await device.intent('BookTableIntent')
  expect(asked.speech).toBe('To mail you the confirmation, Table Talk needs your email address.')
  expect(asked.consentRequest?.permissions).toEqual([
    { permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' },
  ])
  expect((await device.answerConsent('deny')).speech).toBe('All right, no mail. Your table is booked all the same.')

  await device.intent('BookTableIntent')
  const agreed = await device.answerConsent('accept')
  expect(agreed).toMatchObject({
    speech: 'Your table is booked, and the confirmation is in your mail.',
    violations: [],
  })
  expect(mailed).toEqual(['ann@example.com'])
  await emulator.eventsDelivered()
  expect(mayMail.get(customer.userId)).toBe(true)

  customer.grant('name')
  customer.revoke('name', 'email')
  await emulator.eventsDelivered()
  expect(mayMail.get(customer.userId)).toBe(false)
  expect((await device.intent('BookTableIntent')).consentRequest?.permissions).toHaveLength(1)

  const before = customer.userId
  customer.disableSkill()
  await emulator.eventsDelivered()
  expect([...mayMail]).toEqual([])
  customer.enableSkill()
  expect(customer.userId).not.toBe(before)
  expect(emulator.events.map(({ envelope }) => envelope.request.type)).toContain('AlexaSkillEvent.SkillDisabled')
  expect(emulator.events.every(({ acknowledged }) => acknowledged)).toBe(true)

  await emulator.close()
})
