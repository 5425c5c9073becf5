import { getDialogState, getRequest, type HandlerInput, type RequestHandler } from 'ask-sdk-core'
import type { IntentRequest } from 'ask-sdk-model'
import { withTonight } from '../reservation.js'
import { responses } from '../responses.js'
import { isIntent } from './is-intent.js'
import { languageIn } from './language-in.js'
import { reservationIn } from './reservation-in.js'

const isBookTable = isIntent('BookTableIntent')

/**
 * Handles BookTableIntent until the reservation is complete. Alexa asks for missing values in the words of the interaction
 * model, and the skill asks again for invalid values. The profile is read only after that.
 */
export const completeReservation: RequestHandler = {
  canHandle: (input) => isBookTable(input) && (isDialogOpen(input) || reservationIn(input).problem !== undefined),
  handle(input) {
    const { responseBuilder } = input
    const { problem } = reservationIn(input)
    if (problem === undefined || (problem.kind === 'missing' && isDialogOpen(input))) {
      return responseBuilder.addDelegateDirective().withShouldEndSession(false).getResponse()
    }
    const { intent, timestamp } = getRequest<IntentRequest>(input.requestEnvelope)
    const { askAgain, ask } = responses[languageIn(input)]
    return responseBuilder
      .speak(askAgain(problem))
      .reprompt(ask[problem.slot])
      .addElicitSlotDirective(problem.slot, withTonight(intent, new Date(timestamp)))
      .getResponse()
  },
}

/**
 * Whether the dialog is still open. A request that did not pass Alexa's dialog management, such as a test's, has no
 * dialog state.
 */
function isDialogOpen({ requestEnvelope }: HandlerInput): boolean {
  const state: string | undefined = getDialogState(requestEnvelope)
  return state === 'STARTED' || state === 'IN_PROGRESS'
}
