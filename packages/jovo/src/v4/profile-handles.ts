import type { ConsentAnswer } from '@alexa-profile/core'
import type { HandleOptions, Jovo } from '@jovotech/framework'

/** The consent answers that a handler receives. */
export interface ConsentAnswerCondition {
  /** Matches only consent answers after a `VoiceConsentOutput` with this token. Default: any token. */
  readonly token?: string | undefined
  /** Matches only this consent answer, such as `accepted` or `declined`. Default: any. */
  readonly answer?: ConsentAnswer['answer'] | undefined
}

/**
 * Conditions for Jovo's `@Handle`, like `AlexaHandles`. The handlers read `this.$profile.consentAnswer`,
 * `.permissionEvent` and `.enablementEvent`.
 *
 * @example
 * @Handle(ProfileHandles.onPermissionsChanged())
 * async permissionsChanged() {
 *   const { email } = await this.$profile.read(['email'])
 * }
 */
export const ProfileHandles = {
  /**
   * The consent answer after a `VoiceConsentOutput`. Consent answers for `@RequireProfile` and `ProfileDecisionOutput`
   * go to the handler that asked.
   */
  onConsentAnswer({ token, answer }: ConsentAnswerCondition = {}): HandleOptions {
    const isMeant = ({ $profile: { consentAnswer } }: Jovo) =>
      consentAnswer !== undefined &&
      (token === undefined || token === consentAnswer.token) &&
      (answer === undefined || answer === consentAnswer.answer)
    return { global: true, platforms: ['alexa'], types: ['SessionResumedRequest'], if: isMeant }
  },
  /** The customer granted or revoked a permission. If the handler throws, Alexa delivers the event again. */
  onPermissionsChanged: (): HandleOptions =>
    onEvents('AlexaSkillEvent.SkillPermissionAccepted', 'AlexaSkillEvent.SkillPermissionChanged'),
  /** The customer disabled the skill. Delete their data, unless `this.$profile.enablementEvent.keepsData`. */
  onSkillDisabled: (): HandleOptions => onEvents('AlexaSkillEvent.SkillDisabled'),
  /** The customer enabled the skill. Enabling it again creates a new `userId`. */
  onSkillEnabled: (): HandleOptions => onEvents('AlexaSkillEvent.SkillEnabled'),
} as const

function onEvents(...types: string[]): HandleOptions {
  return { global: true, platforms: ['alexa'], types }
}
