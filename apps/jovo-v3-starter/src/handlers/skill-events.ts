import { newest, type PermissionEvent } from '@alexa-profile/jovo/v3'
import type { Handler, Jovo } from 'jovo-framework'
import type { Bookings } from '../bookings.js'
import type { Customers } from '../customers.js'
import type { SendMail } from '../mailer.js'
import { welcomeMail } from '../welcome-mail.js'

export interface SkillEventsParts {
  readonly bookings: Pick<Bookings, 'forget'>
  readonly customers: Customers
  readonly sendMail: SendMail
}

/** Handles skill events. Alexa sends them without a conversation, and delivers an event again if its handler throws. */
export function skillEvents({ bookings, customers, sendMail }: SkillEventsParts): Handler {
  /** Sends a welcome email if the email address can be read. Resolves to whether it was sent. */
  async function welcomed({ $profile }: Jovo, { accepted }: PermissionEvent): Promise<boolean> {
    if (!accepted.includes('alexa::profile:email:read')) return false
    const decision = await $profile.require({ required: ['email'] })
    if (decision.action === 'try-later') throw new Error('The email address could not be read.')
    if (decision.action !== 'proceed') return false
    await sendMail(welcomeMail(decision.profile.email))
    return true
  }

  async function permissionsChanged(this: Jovo): Promise<void> {
    const event = this.$profile.permissionEvent
    if (event === undefined) return
    const known = await customers.find(event.userId)
    // An event may come late or twice. Only the newest counts.
    if (known !== undefined && newest(known.consent, event) !== event) return
    const wasWelcomed = known?.wasWelcomed === true || (await welcomed(this, event))
    await customers.keep(event.userId, { consent: event, wasWelcomed })
  }

  return {
    ON_EVENT: {
      'AlexaSkillEvent.SkillPermissionAccepted': permissionsChanged,
      'AlexaSkillEvent.SkillPermissionChanged': permissionsChanged,
      async 'AlexaSkillEvent.SkillDisabled'() {
        const event = this.$profile.enablementEvent
        if (event === undefined || event.keepsData) return
        await Promise.all([customers.forget(event.userId), bookings.forget(event.userId)])
      },
    },
  }
}
