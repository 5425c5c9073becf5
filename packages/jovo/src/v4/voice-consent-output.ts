import type { VoiceConsentRequest } from '@alexa-profile/core'
import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { invocationOf } from './invocation.js'
import { toOutputTemplate } from './output-template.js'

/**
 * Beside Jovo's own options for outputs: say in `message` what for, before Alexa asks. `token` comes back in
 * `this.$profile.consentAnswer`. Speakers have no email address.
 */
export type VoiceConsentOutputOptions = OutputOptions & VoiceConsentRequest

/**
 * Makes Alexa ask for consent by voice, for a flow of your own; `ProfileHandles.onConsentAnswer` takes the consent answer. If
 * the original request should go on by itself, send `ProfileDecisionOutput` with `consent: 'voice'` instead. Rejected for what
 * the plugin's `declaredScopes` lacks.
 *
 * @throws {ProfileError} `field-unknown` (also for a speaker's email), `scope-unknown` when there is none,
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
