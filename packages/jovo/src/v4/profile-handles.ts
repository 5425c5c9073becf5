import type { ConsentAnswer } from '@alexa-profile/core'
import type { HandleOptions, Jovo } from '@jovotech/framework'

export interface ConsentAnswerCondition {
  /** Only consent answers after a `VoiceConsentOutput` with this token. Default: any token. */
  readonly token?: string | undefined
  /** Only this consent answer: `accepted`, `declined` … Default: any. */
  readonly answer?: ConsentAnswer['answer'] | undefined
}

/**
 * For Jovo's `@Handle`, as `AlexaHandles` is. The handlers read `this.$profile.consentAnswer`, `.permissionEvent` and
 * `.enablementEvent`.
 *
 * @example
 * @Handle(ProfileHandles.onPermissionsChanged())
 * async permissionsChanged() {
 *   const { email } = await this.$profile.read(['email'])
 * }
 */
export const ProfileHandles = {
  /**
   * The consent answer after a `VoiceConsentOutput`. What `@RequireProfile` and `ProfileDecisionOutput` ask comes back
   * to the handler that asked, not here.
   */
  onConsentAnswer({ token, answer }: ConsentAnswerCondition = {}): HandleOptions {
    const isMeant = ({ $profile: { consentAnswer } }: Jovo) =>
      consentAnswer !== undefined &&
      (token === undefined || token === consentAnswer.token) &&
      (answer === undefined || answer === consentAnswer.answer)
    return { global: true, platforms: ['alexa'], types: ['SessionResumedRequest'], if: isMeant }
  },
  /** The customer granted or revoked something. If the handler throws, Alexa delivers the event again. */
  onPermissionsChanged: (): HandleOptions =>
    onEvents('AlexaSkillEvent.SkillPermissionAccepted', 'AlexaSkillEvent.SkillPermissionChanged'),
  /** The customer left: delete what you keep, unless `this.$profile.enablementEvent.keepsData`. */
  onSkillDisabled: (): HandleOptions => onEvents('AlexaSkillEvent.SkillDisabled'),
  /** The customer came, or came back, under a new `userId`. */
  onSkillEnabled: (): HandleOptions => onEvents('AlexaSkillEvent.SkillEnabled'),
} as const

function onEvents(...types: string[]): HandleOptions {
  return { global: true, platforms: ['alexa'], types }
}
