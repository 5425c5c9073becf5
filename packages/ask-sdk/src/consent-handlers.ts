import {
  acknowledge,
  type ConsentAnswer,
  type EnablementEvent,
  type PermissionEvent,
  readConsentAnswer,
  readEnablementEvent,
  readPermissionEvent,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'

/** What to do when a customer answers or changes their mind outside of a handler made by `requireProfile`. */
export interface ConsentHandlersOptions {
  /**
   * The answer to a `voiceConsent` of your own; register these handlers after those made by `requireProfile`, which
   * take their own answers. Without it such answers are left to the skill's other handlers.
   */
  readonly onAnswer?: ((input: HandlerInput, answer: ConsentAnswer) => Response | Promise<Response>) | undefined
  /**
   * What the customer grants now. It may come late, twice and out of order. `profileFor(input)` reads with the event's
   * own token. Alexa delivers the event again when this throws and no error handler of the skill's answers for it.
   */
  readonly onPermissionsChanged?: ((input: HandlerInput, event: PermissionEvent) => void | Promise<void>) | undefined
  /** The customer left: delete what you keep, unless `event.keepsData`. */
  readonly onSkillDisabled?: ((input: HandlerInput, event: EnablementEvent) => void | Promise<void>) | undefined
  /** The customer came, or came back, under a new `userId`. */
  readonly onSkillEnabled?: ((input: HandlerInput, event: EnablementEvent) => void | Promise<void>) | undefined
}

/** Request handlers for answers and events. Events are acknowledged, also those that no function was given for. */
export function consentHandlers(options: ConsentHandlersOptions = {}): RequestHandler[] {
  const { onAnswer, onPermissionsChanged, onSkillDisabled, onSkillEnabled } = options
  const handlers = [
    eventHandler(readPermissionEvent, onPermissionsChanged),
    eventHandler(readEnablementEvent, (input, event) =>
      event.type === 'AlexaSkillEvent.SkillDisabled' ? onSkillDisabled?.(input, event) : onSkillEnabled?.(input, event),
    ),
  ]
  return onAnswer === undefined ? handlers : [handlerOf(readConsentAnswer, onAnswer), ...handlers]
}

function eventHandler<Event>(
  read: (envelope: unknown) => Event | undefined,
  onEvent: ((input: HandlerInput, event: Event) => void | Promise<void>) | undefined,
): RequestHandler {
  return handlerOf(read, async (input, event) => {
    await onEvent?.(input, event)
    return acknowledge()
  })
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
