import { toE164 } from '@alexa-profile/core/phone'
import { ProfileDecisionOutput } from '@alexa-profile/jovo'
import { BaseComponent, Component, Global } from '@jovotech/framework'
import { answers } from '../answers.js'
import { confirmationText } from '../confirmation.js'
import { detailsOf } from '../log.js'
import type { Text } from '../send-text.js'

/**
 * Texts what the customer booked last. Whoever asks for a text has the phone in their hand, so a card in the Alexa app
 * asks for the number. Nobody is asked before there is something to text.
 */
@Global()
@Component()
export class TextConfirmationComponent extends BaseComponent {
  async TextConfirmationIntent() {
    const booking = await this.$services.bookings.latestOf(this.$user.id ?? '')
    if (booking === undefined) {
      return this.$send({ message: answers.nothingBooked, reprompt: answers.whatNow })
    }
    const decision = await this.$profile.require({ required: ['mobileNumber'] })
    if (decision.action !== 'proceed') {
      return this.$send(ProfileDecisionOutput, { decision, purpose: 'text you the confirmation' })
    }
    const number = toE164(decision.profile.mobileNumber)
    if (number.status !== 'valid') return this.say(answers.notTexted(number.status, booking))
    const wasTexted = await this.text({ to: number.e164, text: confirmationText(booking) })
    return this.say(wasTexted ? answers.texted : answers.notTexted('failed', booking))
  }

  private say(message: string): Promise<void> {
    return this.$send({ message, listen: false })
  }

  private async text(text: Text): Promise<boolean> {
    try {
      await this.$services.sendText(text)
      return true
    } catch (error) {
      this.$services.log('text-failed', detailsOf(error))
      return false
    }
  }
}
