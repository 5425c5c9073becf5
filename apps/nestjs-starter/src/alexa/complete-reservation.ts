import { ask } from '@alexa-profile/nestjs'
import type { RequestEnvelope } from 'ask-sdk-model'
import { languageOf } from '../bookings/language.js'
import { withTonight } from '../bookings/reservation.js'
import { reservationIn } from './reservation-in.js'
import { responses } from './responses.js'
import { ssml } from './ssml.js'

/**
 * The response to a BookTableIntent until the reservation is complete. Alexa asks for missing values in the words of the
 * interaction model, and the skill asks again for invalid values.
 *
 * @returns `undefined` if the reservation can be booked
 */
export function completeReservation(envelope: RequestEnvelope): object | undefined {
  const { request } = envelope
  if (request.type !== 'IntentRequest') return undefined
  const { problem } = reservationIn(envelope)
  // A request that did not pass Alexa's dialog management, such as a test's, has no dialog state.
  const isDialogOpen = request.dialogState === 'STARTED' || request.dialogState === 'IN_PROGRESS'
  if (problem === undefined && !isDialogOpen) return undefined
  if (problem === undefined || (problem.kind === 'missing' && isDialogOpen)) {
    return { directives: [{ type: 'Dialog.Delegate' }], shouldEndSession: false }
  }
  const { slot } = problem
  const updatedIntent = withTonight(request.intent, new Date(request.timestamp))
  const words = responses[languageOf(request.locale)]
  return {
    ...ask(ssml(words.askAgain(problem)), ssml(words.ask[slot])),
    directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: slot, updatedIntent }],
  }
}
