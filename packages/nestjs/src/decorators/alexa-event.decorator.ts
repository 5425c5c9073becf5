import { readEnablementEvent, readPermissionEvent } from '@alexa-profile/core'
import { turnParameter } from './turn-parameter.js'

const eventParameter = turnParameter<undefined>(({ sent }) => readPermissionEvent(sent) ?? readEnablementEvent(sent))

/**
 * What happened: a `PermissionEvent` with `@OnPermissionEvent()`, an `EnablementEvent` with `@OnSkillEnabled()` and
 * `@OnSkillDisabled()`, `undefined` for other requests.
 */
export function AlexaEvent(): ParameterDecorator {
  return eventParameter(undefined)
}
