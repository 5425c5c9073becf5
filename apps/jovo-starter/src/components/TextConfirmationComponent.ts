import { toE164 } from '@alexa-profile/core/phone'
import { ProfileDecisionOutput } from '@alexa-profile/jovo'
import { BaseComponent, Component, Global } from '@jovotech/framework'
import { confirmationText } from '../confirmation.js'
import { languageIn } from '../language-in.js'
import { detailsOf } from '../log.js'
import { responses } from '../responses.js'
import type { Text } from '../send-text.js'

const purpose = { en: 'text you the confirmation', de: 'dir die Bestätigung als SMS zu schicken' }

/**
 * Texts the confirmation of the latest booking. A customer who asks for a text message has a phone at hand, so a card in the Alexa
 * app asks for the number. The skill asks only if there is a booking.
 */
@Global()
@Component()
export class TextConfirmationComponent extends BaseComponent {
  async TextConfirmationIntent() {
    const language = languageIn(this)
    const words = responses[language]
    const booking = await this.$services.bookings.latestOf(this.$user.id ?? '')
    if (booking === undefined) {
      return this.$send({ message: words.nothingBooked, reprompt: words.whatNow })
    }
    const decision = await this.$profile.require({ required: ['mobileNumber'] })
    if (decision.action !== 'proceed') {
      return this.$send(ProfileDecisionOutput, { decision, purpose })
    }
    const number = toE164(decision.profile.mobileNumber)
    if (number.status !== 'valid') return this.say(words.notTexted(number.status, booking.reference))
    const wasTexted = await this.text({ to: number.e164, text: confirmationText(booking, language) })
    return this.say(wasTexted ? words.texted : words.notTexted('failed', booking.reference))
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
