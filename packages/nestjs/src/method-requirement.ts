import type { MethodNames, ProfileField, RequestEnvelope, Requirement } from '@alexa-profile/core'

/** The requirement of a method with `@RequireProfile()`, and the methods that its options name. */
export interface MethodRequirement extends MethodNames<string, string> {
  readonly requirement: Requirement<RequestEnvelope, ProfileField, ProfileField>
}

/** The metadata key under which `@RequireProfile()` stores the requirement. The same in all copies of this package. */
export const requirementKey = Symbol.for('@alexa-profile/nestjs/require-profile')
