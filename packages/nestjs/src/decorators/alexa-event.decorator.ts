import { readEnablementEvent, readPermissionEvent } from '@alexa-profile/core'
import { type Pipes, turnParameter } from './turn-parameter.js'

const eventParameter = turnParameter(({ sent }) => readPermissionEvent(sent) ?? readEnablementEvent(sent))

/**
 * Injects the event: a `PermissionEvent` with `@OnPermissionEvent()`, an `EnablementEvent` with `@OnSkillEnabled()` and
 * `@OnSkillDisabled()`, `undefined` for other requests.
 */
export function AlexaEvent(...pipes: Pipes): ParameterDecorator {
  return eventParameter(undefined, pipes)
}
