import { ProfileError } from '../base/profile-error.js'
import { checkFields } from '../fields/check-fields.js'
import type { ProfileField, ProfileLevel, SpeakerField } from '../fields/fields.js'
import { type ProfileScope, scopeOf } from '../fields/scopes.js'
import { assertAskable, type ConsentCardOptions } from './consent-card.js'
import { writeConsentToken } from './consent-token.js'

/**
 * Has Alexa ask for consent by voice, in words of her own; the answer comes as a `SessionResumedRequest`.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-forward-consent-api-reference.html (read 2026-11-22)
 */
export interface VoiceConsentDirective {
  type: 'Connections.StartConnection'
  uri: 'connection://AMAZON.AskForPermissionsConsent/2'
  input: {
    '@type': 'AskForPermissionsConsentRequest'
    '@version': '2'
    permissionScopes: { permissionScope: ProfileScope; consentLevel: 'ACCOUNT' | 'PERSON' }[]
  }
  token: string
}

/** Speakers have no email address, so it can be asked for at customer level only. */
export type VoiceConsentRequest = ConsentCardOptions & {
  /** Comes back in `readConsentAnswer`, to tell what was waiting. At most 1,900 bytes. Default: none. */
  readonly token?: string | undefined
} & (
    | { readonly level?: 'customer' | undefined; readonly fields: readonly ProfileField[] }
    | { readonly level: 'speaker'; readonly fields: readonly SpeakerField[] }
  )

/**
 * The directive to put into a response, beside speech that says why. Leave `shouldEndSession` out of that response, and
 * put no audio or video directive beside it.
 *
 * @throws {ProfileError} `field-unknown` (also for a speaker's email), `scope-unknown` when there is none,
 *   `scope-not-declared`, `option-invalid` for a token that is too long
 */
export function voiceConsent({
  fields,
  level = 'customer',
  token,
  declaredScopes,
}: VoiceConsentRequest): VoiceConsentDirective {
  const asked = checkFields<ProfileField>(fields, level)
  const isText = token === undefined || typeof token === 'string'
  const consentToken = isText ? writeConsentToken({ fields: asked, token }) : undefined
  if (consentToken === undefined) throw new ProfileError('option-invalid', 'token takes a text of at most 1900 bytes.')
  return voiceConsentDirective(asked, level, consentToken, declaredScopes)
}

/** @throws {ProfileError} `scope-unknown` when there is no field, `scope-not-declared` */
export function voiceConsentDirective(
  fields: readonly ProfileField[],
  level: ProfileLevel,
  token: string,
  declaredScopes: ConsentCardOptions['declaredScopes'],
): VoiceConsentDirective {
  const scopes = fields.map((field) => scopeOf[field])
  assertAskable(scopes, declaredScopes)
  const consentLevel = level === 'speaker' ? 'PERSON' : 'ACCOUNT'
  return {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: scopes.map((permissionScope) => ({ permissionScope, consentLevel })),
    },
    token,
  }
}
