import { toE164 } from '@alexa-profile/core/phone'
import type { Handler } from 'jovo-framework'
import type { Bookings } from '../bookings.js'
import { confirmationText } from '../confirmation.js'
import { detailsOf, type Log } from '../log.js'
import { responses } from '../responses.js'
import type { SendText, Text } from '../send-text.js'
import { languageIn } from './language-in.js'
import { userIdOf } from './user-id.js'

export interface TextConfirmationParts {
  readonly bookings: Pick<Bookings, 'latestOf'>
  readonly sendText: SendText
  readonly log: Log
}

const purpose = { en: 'text you the confirmation', de: 'dir die Bestätigung als SMS zu schicken' }

/**
 * Texts the confirmation of the latest booking. A customer who asks for a text message has a phone at hand, so a card in the Alexa
 * app asks for the number. The skill asks only if there is a booking.
 */
export function textConfirmation({ bookings, sendText, log }: TextConfirmationParts): Handler {
  async function texted(text: Text): Promise<boolean> {
    try {
      await sendText(text)
      return true
    } catch (error) {
      log('text-failed', detailsOf(error))
      return false
    }
  }

  return {
    async TextConfirmationIntent() {
      const language = languageIn(this)
      const words = responses[language]
      const booking = await bookings.latestOf(userIdOf(this))
      if (booking === undefined) {
        this.ask(words.nothingBooked, words.whatNow)
        return
      }
      const decision = await this.$profile.require({ required: ['mobileNumber'] })
      if (decision.action !== 'proceed') {
        await this.$profile.respondTo(decision, { purpose })
        return
      }
      const number = toE164(decision.profile.mobileNumber)
      if (number.status !== 'valid') {
        this.tell(words.notTexted(number.status, booking.reference))
        return
      }
      const wasTexted = await texted({ to: number.e164, text: confirmationText(booking, language) })
      this.tell(wasTexted ? words.texted : words.notTexted('failed', booking.reference))
    },
  }
}
