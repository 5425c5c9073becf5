import { consentHandlers } from '@alexa-profile/ask-sdk'
import { startEmulator } from '@alexa-profile/emulator'
import { SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { expect, it, onTestFinished } from 'vitest'

const mayMail = new Set<string>()
const skill = SkillBuilders.custom()
  .addRequestHandlers(
    ...consentHandlers({
      onPermissionsChanged(_, { userId, accepted }) {
        if (accepted.includes('alexa::profile:email:read')) mayMail.add(userId)
        else mayMail.delete(userId)
      },
    }),
  )
  .create()

// #region events
it('handles granted and revoked consent, even if events arrive twice', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  emulator.subscribe((event: RequestEnvelope) => skill.invoke(event))
  emulator.situation('events-twice')

  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(mayMail).toContain(emulator.customer.userId)

  emulator.customer.revoke('email')
  await emulator.eventsDelivered()
  expect(mayMail).not.toContain(emulator.customer.userId)
  expect(emulator.events.every(({ acknowledged }) => acknowledged)).toBe(true)
})
// #endregion events
