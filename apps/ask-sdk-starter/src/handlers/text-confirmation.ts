import type { AlexaProfile } from '@alexa-profile/ask-sdk'
import { toE164 } from '@alexa-profile/core/phone'
import { getUserId, type RequestHandler } from 'ask-sdk-core'
import type { Bookings } from '../bookings.js'
import { confirmationText } from '../confirmation.js'
import { detailsOf, type Log } from '../log.js'
import { responses } from '../responses.js'
import type { SendText, Text } from '../send-text.js'
import { isIntent } from './is-intent.js'
import { languageIn } from './language-in.js'

export interface TextConfirmationParts {
  readonly alexaProfile: Pick<AlexaProfile, 'profileFor' | 'respondTo'>
  readonly bookings: Pick<Bookings, 'latestOf'>
  readonly sendText: SendText
  readonly log: Log
}

const purpose = { en: 'text you the confirmation', de: 'dir die Bestätigung als SMS zu schicken' }

/**
 * Texts the confirmation of the latest booking. A customer who asks for a text message has a phone at hand, so a card in the Alexa
 * app asks for the number. The skill asks only if there is a booking.
 */
export function textConfirmation({ alexaProfile, bookings, sendText, log }: TextConfirmationParts): RequestHandler {
  const { profileFor, respondTo } = alexaProfile

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
    canHandle: isIntent('TextConfirmationIntent'),
    async handle(input) {
      const { requestEnvelope, responseBuilder } = input
      const language = languageIn(input)
      const words = responses[language]
      const booking = await bookings.latestOf(getUserId(requestEnvelope))
      if (booking === undefined) {
        return responseBuilder.speak(words.nothingBooked).reprompt(words.whatNow).getResponse()
      }
      const decision = await profileFor(input).require({ required: ['mobileNumber'] })
      if (decision.action !== 'proceed') return respondTo(input, decision, { purpose })

      const say = (speech: string) => responseBuilder.speak(speech).withShouldEndSession(true).getResponse()
      const number = toE164(decision.profile.mobileNumber)
      if (number.status !== 'valid') return say(words.notTexted(number.status, booking.reference))
      const wasTexted = await texted({ to: number.e164, text: confirmationText(booking, language) })
      return say(wasTexted ? words.texted : words.notTexted('failed', booking.reference))
    },
  }
}
