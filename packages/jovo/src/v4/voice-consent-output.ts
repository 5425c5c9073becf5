import type { ProfileField, ProfileLevel, SpeakerField } from '@alexa-profile/core'
import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { invocationOf } from './invocation.js'
import { toOutputTemplate } from './output-template.js'

/** Beside Jovo's own options for outputs: say in `message` what for, before Alexa asks. */
export interface VoiceConsentOutputOptions extends OutputOptions {
  fields: ProfileField[]
  /** Whose consent. Default: `customer`. Speakers have no email address. */
  level?: ProfileLevel
  /** Comes back in `this.$profile.consentAnswer`, to tell what was waiting. At most 1,900 bytes. Default: empty. */
  token?: string
}

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
    const { fields, level, token } = this.options
    const { client } = invocationOf(this)
    const directive =
      level === 'speaker'
        ? client.voiceConsent({ level, fields: fields as SpeakerField[], token })
        : client.voiceConsent({ level, fields, token })
    return toOutputTemplate({ directives: [directive] })
  }
}
