import { type AlexaProfile, newest, type PermissionEvent } from '@alexa-profile/ask-sdk'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Bookings } from '../bookings.js'
import type { Customers } from '../customers.js'
import type { SendMail } from '../mailer.js'
import { welcomeMail } from '../welcome-mail.js'

export interface SkillEventsParts {
  readonly alexaProfile: Pick<AlexaProfile, 'consentHandlers' | 'profileFor'>
  readonly bookings: Pick<Bookings, 'forget'>
  readonly customers: Customers
  readonly sendMail: SendMail
}

/** Handles skill events. Alexa sends them without a conversation, and delivers an event again if its handler throws. */
export function skillEvents({ alexaProfile, bookings, customers, sendMail }: SkillEventsParts): RequestHandler[] {
  const { consentHandlers, profileFor } = alexaProfile

  /** Sends a welcome email if the email address can be read. Resolves to whether it was sent. */
  async function welcomed(input: HandlerInput, { accepted }: PermissionEvent): Promise<boolean> {
    if (!accepted.includes('alexa::profile:email:read')) return false
    const decision = await profileFor(input).require({ required: ['email'] })
    if (decision.action === 'try-later') throw new Error('The email address could not be read.')
    if (decision.action !== 'proceed') return false
    await sendMail(welcomeMail(decision.profile.email))
    return true
  }

  return consentHandlers({
    async onPermissionsChanged(input, event) {
      const known = await customers.find(event.userId)
      // An event may come late or twice. Only the newest counts.
      if (known !== undefined && newest(known.consent, event) !== event) return
      const wasWelcomed = known?.wasWelcomed === true || (await welcomed(input, event))
      await customers.keep(event.userId, { consent: event, wasWelcomed })
    },
    async onSkillDisabled(_, { userId, keepsData }) {
      if (keepsData) return
      await Promise.all([customers.forget(userId), bookings.forget(userId)])
    },
  })
}
