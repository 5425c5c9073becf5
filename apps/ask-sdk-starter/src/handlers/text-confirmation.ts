import type { AlexaProfile } from '@alexa-profile/ask-sdk'
import { toE164 } from '@alexa-profile/core/phone'
import { getUserId, type RequestHandler } from 'ask-sdk-core'
import { answers } from '../answers.js'
import type { Bookings } from '../bookings.js'
import { confirmationText } from '../confirmation.js'
import { detailsOf, type Log } from '../log.js'
import type { SendText, Text } from '../send-text.js'
import { isIntent } from './is-intent.js'

export interface TextConfirmationParts {
  readonly alexaProfile: Pick<AlexaProfile, 'profileFor' | 'respondTo'>
  readonly bookings: Pick<Bookings, 'latestOf'>
  readonly sendText: SendText
  readonly log: Log
}

/**
 * Texts what the customer booked last. Whoever asks for a text has the phone in their hand, so a card in the Alexa app
 * asks for the number. Nobody is asked before there is something to text.
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
      const booking = await bookings.latestOf(getUserId(requestEnvelope))
      if (booking === undefined) {
        return responseBuilder.speak(answers.nothingBooked).reprompt(answers.whatNow).getResponse()
      }
      const decision = await profileFor(input).require({ required: ['mobileNumber'] })
      if (decision.action !== 'proceed') return respondTo(input, decision, { purpose: 'text you the confirmation' })

      const say = (speech: string) => responseBuilder.speak(speech).withShouldEndSession(true).getResponse()
      const number = toE164(decision.profile.mobileNumber)
      if (number.status !== 'valid') return say(answers.notTexted(number.status, booking))
      const wasTexted = await texted({ to: number.e164, text: confirmationText(booking) })
      return say(wasTexted ? answers.texted : answers.notTexted('failed', booking))
    },
  }
}
