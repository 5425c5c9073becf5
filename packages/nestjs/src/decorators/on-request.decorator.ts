import { ProfileError } from '@alexa-profile/core'
import { Post } from '@nestjs/common'
import { consentAnswerKey, fallbackKey, intentKey } from '../routing/request-key.js'
import { routePathOf } from '../routing/route-path.js'
import { ensureSkillEndpoint } from '../routing/skill-endpoint.js'

/** Makes a method a route for each of the keys, and adds the one route to the controller that reaches them. */
function taking(names: readonly string[], keyOf = (name: string) => name): MethodDecorator {
  if (names.length === 0 || names.some((name) => typeof name !== 'string' || name === '')) {
    throw new ProfileError('option-invalid', 'Pass the name of at least one intent or request type.')
  }
  return (controller, method, descriptor) => {
    ensureSkillEndpoint(controller)
    Post(names.map((name) => routePathOf(keyOf(name))))(controller, method, descriptor)
  }
}

/**
 * Handles requests of these types, such as `AudioPlayer.PlaybackStarted`, that are posted to the controller's path.
 * Like a method with `@Post()`, the method may have its own guards, interceptors, pipes, filters and parameter
 * decorators.
 *
 * @throws {ProfileError} `option-invalid` without a type
 */
export function OnRequest(...types: readonly string[]): MethodDecorator {
  return taking(types)
}

/** Handles the launch of the skill, without an intent. */
export function OnLaunch(): MethodDecorator {
  return OnRequest('LaunchRequest')
}

/**
 * Handles these intents.
 *
 * @throws {ProfileError} `option-invalid` without a name
 *
 * @example
 * @OnIntent('AMAZON.StopIntent', 'AMAZON.CancelIntent')
 */
export function OnIntent(...names: readonly string[]): MethodDecorator {
  return taking(names, intentKey)
}

/**
 * Handles the consent answer after your own `voiceConsent`; see `@AlexaConsentAnswer()`. Consent answers for
 * `@RequireProfile()` or `respondTo` go to the method that asked.
 */
export function OnConsentAnswer(): MethodDecorator {
  return taking([consentAnswerKey])
}

/**
 * Handles changes of the customer's permissions; see `@AlexaEvent()`. Events may be late, delivered twice and out of
 * order. The event's token can read fields. If the method throws, Alexa delivers the event again.
 */
export function OnPermissionEvent(): MethodDecorator {
  return OnRequest('AlexaSkillEvent.SkillPermissionAccepted', 'AlexaSkillEvent.SkillPermissionChanged')
}

/** Handles the event of a customer enabling the skill, under a new `userId`; see `@AlexaEvent()`. */
export function OnSkillEnabled(): MethodDecorator {
  return OnRequest('AlexaSkillEvent.SkillEnabled')
}

/**
 * Handles the event of a customer disabling the skill; see `@AlexaEvent()`. Delete their data, unless the event's
 * `keepsData`.
 */
export function OnSkillDisabled(): MethodDecorator {
  return OnRequest('AlexaSkillEvent.SkillDisabled')
}

/** Handles the end of a session, by the customer or an error. The customer does not hear the response. */
export function OnSessionEnded(): MethodDecorator {
  return OnRequest('SessionEndedRequest')
}

/**
 * Handles everything that no other method of the controller handles, including `AMAZON.FallbackIntent`. Without it,
 * such requests end in a `NotFoundException`. Events and ends of sessions are acknowledged without it.
 */
export function OnFallback(): MethodDecorator {
  return taking([fallbackKey])
}
