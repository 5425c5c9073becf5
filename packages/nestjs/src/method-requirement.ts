import type { MethodNames, ProfileField, RequestEnvelope, Requirement } from '@alexa-profile/core'

/** What a method with `@RequireProfile()` requires, and the methods that its options name. */
export interface MethodRequirement extends MethodNames<string, string> {
  readonly requirement: Requirement<RequestEnvelope, ProfileField, ProfileField>
}

/** Where `@RequireProfile()` keeps it; the same in all copies of this package. */
export const requirementKey = Symbol.for('@alexa-profile/nestjs/require-profile')
