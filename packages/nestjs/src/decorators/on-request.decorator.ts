import { ProfileError } from '@alexa-profile/core'
import { Post } from '@nestjs/common'
import { consentAnswerKey, fallbackKey, intentKey } from '../routing/request-key.js'
import { routePathOf } from '../routing/route-path.js'
import { ensureSkillEndpoint } from '../routing/skill-endpoint.js'

/** Makes a method a route for each of the keys, and gives the controller the one route that reaches them. */
function taking(names: readonly string[], keyOf = (name: string) => name): MethodDecorator {
  if (names.length === 0 || names.some((name) => typeof name !== 'string' || name === '')) {
    throw new ProfileError('option-invalid', 'Say what the method takes, at least one name.')
  }
  return (controller, method, descriptor) => {
    ensureSkillEndpoint(controller)
    Post(names.map((name) => routePathOf(keyOf(name))))(controller, method, descriptor)
  }
}

/**
 * The method responds to requests of these types, such as `AudioPlayer.PlaybackStarted`, that are posted to its controller's
 * path. Like a method with `@Post()` it may have guards, interceptors, pipes, filters and parameter decorators of its own.
 *
 * @throws {ProfileError} `option-invalid` when there is none
 */
export function OnRequest(...types: readonly string[]): MethodDecorator {
  return taking(types)
}

/** The method responds when the customer opens the skill without saying more. */
export function OnLaunch(): MethodDecorator {
  return OnRequest('LaunchRequest')
}

/**
 * The method responds to these intents.
 *
 * @throws {ProfileError} `option-invalid` when there is none
 *
 * @example
 * @OnIntent('AMAZON.StopIntent', 'AMAZON.CancelIntent')
 */
export function OnIntent(...names: readonly string[]): MethodDecorator {
  return taking(names, intentKey)
}

/**
 * The method is called with the consent answer after a `voiceConsent` of your own; see `@AlexaConsentAnswer()`. Consent answers after
 * `@RequireProfile()` or `respondTo` go to the method that asked.
 */
export function OnConsentAnswer(): MethodDecorator {
  return taking([consentAnswerKey])
}

/**
 * The method is called with what the customer grants now; see `@AlexaEvent()`. It may be called late, twice and out of order. A field reads
 * with the event's own token. Alexa delivers the event again when the method throws.
 */
export function OnPermissionEvent(): MethodDecorator {
  return OnRequest('AlexaSkillEvent.SkillPermissionAccepted', 'AlexaSkillEvent.SkillPermissionChanged')
}

/** The method is called when a customer has come, or has come back, under a new `userId`; see `@AlexaEvent()`. */
export function OnSkillEnabled(): MethodDecorator {
  return OnRequest('AlexaSkillEvent.SkillEnabled')
}

/** The method is called when a customer has left: delete what you keep, unless the event's `keepsData`; see `@AlexaEvent()`. */
export function OnSkillDisabled(): MethodDecorator {
  return OnRequest('AlexaSkillEvent.SkillDisabled')
}

/** The method is called when the session has ended, by the customer or an error. The customer hears no response. */
export function OnSessionEnded(): MethodDecorator {
  return OnRequest('SessionEndedRequest')
}

/**
 * The method responds to all that no other method of the controller does, `AMAZON.FallbackIntent` included. Without it, such
 * requests end in a `NotFoundException`. Events and ends of sessions are acknowledged without it.
 */
export function OnFallback(): MethodDecorator {
  return taking([fallbackKey])
}
