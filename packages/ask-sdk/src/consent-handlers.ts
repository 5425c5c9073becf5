import {
  acknowledge,
  type ConsentAnswer,
  type EnablementEvent,
  functionsOf,
  type PermissionEvent,
  readConsentAnswer,
  readEnablementEvent,
  readPermissionEvent,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'

/** Functions for consent answers and consent changes that no `requireProfile` handler receives. */
export interface ConsentHandlersOptions {
  /**
   * Responds to the consent answer after your own `voiceConsent`. Register these handlers after those made by
   * `requireProfile`, which receive their own consent answers. Default: the skill's other handlers get these requests.
   */
  readonly onConsentAnswer?: ((input: HandlerInput, answer: ConsentAnswer) => Response | Promise<Response>) | undefined
  /**
   * Called with the permissions that the customer grants now. Events may be late, delivered twice and out of order.
   * `profileFor(input)` reads with the event's token. If the function throws, Alexa delivers the event again, unless
   * one of the skill's error handlers responds.
   */
  readonly onPermissionsChanged?: ((input: HandlerInput, event: PermissionEvent) => void | Promise<void>) | undefined
  /** Called after the customer has disabled the skill. Delete their data, unless `event.keepsData`. */
  readonly onSkillDisabled?: ((input: HandlerInput, event: EnablementEvent) => void | Promise<void>) | undefined
  /** Called after the customer has enabled the skill. Enabling it again creates a new `userId`. */
  readonly onSkillEnabled?: ((input: HandlerInput, event: EnablementEvent) => void | Promise<void>) | undefined
}

/**
 * Returns request handlers for consent answers and consent events. Events without a function are acknowledged, too.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function consentHandlers(options: ConsentHandlersOptions = {}): RequestHandler[] {
  const { onConsentAnswer, onPermissionsChanged, onSkillDisabled, onSkillEnabled } = functionsOf(
    options,
    [],
    ['onConsentAnswer', 'onPermissionsChanged', 'onSkillDisabled', 'onSkillEnabled'],
  )
  return [
    ...(onConsentAnswer ? [handlerOf(readConsentAnswer, onConsentAnswer)] : []),
    handlerOf(readPermissionEvent, async (input, event) => {
      await onPermissionsChanged?.(input, event)
      return acknowledge()
    }),
    handlerOf(readEnablementEvent, async (input, event) => {
      await (event.type === 'AlexaSkillEvent.SkillDisabled' ? onSkillDisabled : onSkillEnabled)?.(input, event)
      return acknowledge()
    }),
  ]
}

/** Returns a handler for the requests that `read` recognizes. */
function handlerOf<Read>(
  read: (envelope: unknown) => Read | undefined,
  handle: (input: HandlerInput, read: Read) => Response | Promise<Response>,
): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => read(requestEnvelope) !== undefined,
    handle(input) {
      const found = read(input.requestEnvelope)
      if (found === undefined) throw new Error('This handler cannot handle the request. Call canHandle first.')
      return handle(input, found)
    },
  }
}
