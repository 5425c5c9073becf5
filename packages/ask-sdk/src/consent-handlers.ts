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

/** What to do when a customer gives a consent answer or changes their mind outside of a `requireProfile` handler. */
export interface ConsentHandlersOptions {
  /**
   * Responds to the consent answer after a `voiceConsent` of your own. Register these handlers after those made by
   * `requireProfile`, which take their own consent answers. Without it, the skill's other handlers get these requests.
   */
  readonly onConsentAnswer?: ((input: HandlerInput, answer: ConsentAnswer) => Response | Promise<Response>) | undefined
  /**
   * Called with what the customer grants now. It may come late, twice and out of order. `profileFor(input)` reads with
   * the event's own token. If it throws, Alexa delivers the event again, unless an error handler of the skill responds.
   */
  readonly onPermissionsChanged?: ((input: HandlerInput, event: PermissionEvent) => void | Promise<void>) | undefined
  /** Called when the customer has left: delete their data, unless `event.keepsData`. */
  readonly onSkillDisabled?: ((input: HandlerInput, event: EnablementEvent) => void | Promise<void>) | undefined
  /** Called when the customer has come, or has come back under a new `userId`. */
  readonly onSkillEnabled?: ((input: HandlerInput, event: EnablementEvent) => void | Promise<void>) | undefined
}

/**
 * Request handlers for consent answers and consent events. They acknowledge these events, also those without a function.
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

/** Handles what `read` recognizes. */
function handlerOf<Read>(
  read: (envelope: unknown) => Read | undefined,
  handle: (input: HandlerInput, read: Read) => Response | Promise<Response>,
): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => read(requestEnvelope) !== undefined,
    handle(input) {
      const found = read(input.requestEnvelope)
      if (found === undefined) throw new Error('ask-sdk called a handler that cannot handle this request.')
      return handle(input, found)
    },
  }
}
