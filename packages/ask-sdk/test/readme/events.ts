import { acknowledgeEvents, consentHandlers, createAlexaProfile } from '@alexa-profile/ask-sdk'
import { SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { forget, welcome } from './customers.js'

const { profileFor } = createAlexaProfile()

const skill = SkillBuilders.custom()
  .addRequestHandlers(
    ...consentHandlers({
      async onPermissionsChanged(input, { userId, accepted }) {
        if (!accepted.includes('alexa::profile:email:read')) return forget(userId)
        const { email } = await profileFor(input).read(['email'])
        if (email.status === 'available') await welcome(userId, email.value)
      },
      onSkillDisabled: (_, { userId, keepsData }) => (keepsData ? undefined : forget(userId)),
    }),
    acknowledgeEvents(), // last
  )
  .create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
