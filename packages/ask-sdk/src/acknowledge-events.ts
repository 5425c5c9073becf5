import { acknowledge, isEvent } from '@alexa-profile/core'
import type { RequestHandler } from 'ask-sdk-core'

/**
 * Returns a request handler that acknowledges every event without another handler: `AlexaSkillEvent.*`,
 * `AlexaHouseholdListEvent.*`, `Reminders.*`, `Messaging.*` … Register it last. Without it, ask-sdk fails with "Unable
 * to find a suitable request handler", and Alexa delivers the event again.
 */
export function acknowledgeEvents(): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => isEvent(requestEnvelope),
    handle: () => acknowledge(),
  }
}
