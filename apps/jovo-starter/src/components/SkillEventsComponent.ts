import { newest, type PermissionEvent, ProfileHandles } from '@alexa-profile/jovo'
import { BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { welcomeMail } from '../welcome-mail.js'

/** Handles skill events. Alexa sends them without a conversation, and delivers an event again if its handler throws. */
@Global()
@Component()
export class SkillEventsComponent extends BaseComponent {
  @Handle(ProfileHandles.onPermissionsChanged())
  async permissionsChanged() {
    const { customers } = this.$services
    const event = this.$profile.permissionEvent
    if (event === undefined) return
    const known = await customers.find(event.userId)
    // An event may come late or twice. Only the newest counts.
    if (known !== undefined && newest(known.consent, event) !== event) return
    const wasWelcomed = known?.wasWelcomed === true || (await this.welcomed(event))
    await customers.keep(event.userId, { consent: event, wasWelcomed })
  }

  @Handle(ProfileHandles.onSkillDisabled())
  async skillDisabled() {
    const { bookings, customers } = this.$services
    const event = this.$profile.enablementEvent
    if (event === undefined || event.keepsData) return
    await Promise.all([customers.forget(event.userId), bookings.forget(event.userId)])
  }

  /** Sends a welcome email if the email address can be read. Resolves to whether it was sent. */
  private async welcomed({ accepted }: PermissionEvent): Promise<boolean> {
    if (!accepted.includes('alexa::profile:email:read')) return false
    const decision = await this.$profile.require({ required: ['email'] })
    if (decision.action === 'try-later') throw new Error('The email address could not be read.')
    if (decision.action !== 'proceed') return false
    await this.$services.sendMail(welcomeMail(decision.profile.email))
    return true
  }
}
