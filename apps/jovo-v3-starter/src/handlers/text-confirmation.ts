import { toE164 } from '@alexa-profile/core/phone'
import type { Handler } from 'jovo-framework'
import { answers } from '../answers.js'
import type { Bookings } from '../bookings.js'
import { confirmationText } from '../confirmation.js'
import { detailsOf, type Log } from '../log.js'
import type { SendText, Text } from '../send-text.js'
import { userIdOf } from './user-id.js'

export interface TextConfirmationParts {
  readonly bookings: Pick<Bookings, 'latestOf'>
  readonly sendText: SendText
  readonly log: Log
}

/**
 * Texts what the customer booked last. Whoever asks for a text has the phone in their hand, so a card in the Alexa app
 * asks for the number. Nobody is asked before there is something to text.
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
      const booking = await bookings.latestOf(userIdOf(this))
      if (booking === undefined) {
        this.ask(answers.nothingBooked, answers.whatNow)
        return
      }
      const decision = await this.$profile.require({ required: ['mobileNumber'] })
      if (decision.action !== 'proceed') {
        await this.$profile.respondTo(decision, { purpose: 'text you the confirmation' })
        return
      }
      const number = toE164(decision.profile.mobileNumber)
      if (number.status !== 'valid') {
        this.tell(answers.notTexted(number.status, booking))
        return
      }
      const wasTexted = await texted({ to: number.e164, text: confirmationText(booking) })
      this.tell(wasTexted ? answers.texted : answers.notTexted('failed', booking))
    },
  }
}
