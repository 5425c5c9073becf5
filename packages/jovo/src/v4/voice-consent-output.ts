import type { VoiceConsentRequest } from '@alexa-profile/core'
import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { invocationOf } from './invocation.js'
import { toOutputTemplate } from './output-template.js'

/**
 * Options of `VoiceConsentOutput`, in addition to Jovo's. Say in `message` why you ask. `this.$profile.consentAnswer`
 * returns the `token`. Speakers have no email address.
 */
export type VoiceConsentOutputOptions = OutputOptions & VoiceConsentRequest

/**
 * Makes Alexa ask for consent by voice, for your own flow. `ProfileHandles.onConsentAnswer` receives the consent
 * answer. To resume the original request automatically, send `ProfileDecisionOutput` with `consent: 'voice'` instead.
 * Rejects permissions that the plugin's `declaredScopes` lacks.
 *
 * @throws {ProfileError} `field-unknown` (also for a speaker's email), `scope-unknown` without a permission,
 *   `scope-not-declared`, `option-invalid` for a token that is too long
 */
@Output()
export class VoiceConsentOutput extends BaseOutput<VoiceConsentOutputOptions> {
  override getDefaultOptions(): VoiceConsentOutputOptions {
    return { fields: [] }
  }

  override build(): OutputTemplate {
    return toOutputTemplate({ directives: [invocationOf(this).client.voiceConsent(this.options)] })
  }
}
