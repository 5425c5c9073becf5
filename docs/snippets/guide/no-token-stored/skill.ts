import { consentHandlers, newest, type PermissionEvent } from '@alexa-profile/ask-sdk'
import { SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

// #region store
/** A stand-in for a database table with userId as the key. It contains no token and nothing that Alexa can return again. */
export const consents = new Map<string, PermissionEvent>()

const eventHandlers = consentHandlers({
  async onPermissionsChanged(_, event) {
    const known = consents.get(event.userId)
    consents.set(event.userId, known ? newest(known, event) : event)
  },
  async onSkillDisabled(_, { userId, keepsData }) {
    if (!keepsData) consents.delete(userId)
  },
})

export function mayMail(userId: string): boolean {
  return consents.get(userId)?.accepted.includes('alexa::profile:email:read') ?? false
}
// #endregion store

const skill = SkillBuilders.custom()
  .addRequestHandlers(...eventHandlers)
  .create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
