import { withoutPrototype } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import { checkFields } from '../fields/check-fields.js'
import type { FieldLevel } from '../fields/field.js'
import { fields, levelOf, type ProfileField, type SpeakerField } from '../fields/fields.js'
import type { VoiceScope } from '../fields/scopes.js'
import type { ConsentCardOptions } from './consent-card.js'
import { writeConsentToken } from './consent-token.js'
import { assertDeclared } from './declared-scopes.js'

/**
 * Makes Alexa ask for consent by voice, in its own words. The customer's answer comes as a `SessionResumedRequest`.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-forward-consent-api-reference.html (read 2026-11-22)
 */
export interface VoiceConsentDirective {
  type: 'Connections.StartConnection'
  uri: 'connection://AMAZON.AskForPermissionsConsent/2'
  input: {
    '@type': 'AskForPermissionsConsentRequest'
    '@version': '2'
    permissionScopes: VoicePermission[]
  }
  token: string
}

interface VoicePermission {
  permissionScope: VoiceScope
  consentLevel: 'ACCOUNT' | 'PERSON'
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
 * Builds the directive for a response, beside speech that says why. Leave `shouldEndSession` out of that response, and add
 * no audio or video directive to it.
 *
 * @throws {ProfileError} `field-unknown` (also for a speaker's email); `scope-unknown` for an empty list or a field that
 *   Alexa cannot ask for by voice; `scope-not-declared`; `option-invalid` for a token that is too long
 */
export function voiceConsent(request: VoiceConsentRequest): VoiceConsentDirective {
  const { fields: wanted, level = 'customer', token, declaredScopes } = withoutPrototype(request)
  const asked = checkFields<ProfileField>(wanted, level)
  const isText = token === undefined || typeof token === 'string'
  const consentToken = isText ? writeConsentToken({ fields: asked, token }) : undefined
  if (consentToken === undefined) {
    throw new ProfileError('option-invalid', 'token must be a string of at most 1,900 bytes.')
  }
  const notByVoice = asked.find((field) => !canAskByVoice([field]))
  if (notByVoice !== undefined) {
    throw new ProfileError('scope-unknown', `Alexa cannot ask for ${notByVoice} by voice. Use a consent card.`)
  }
  const askedAt = asked.map((field) => ({ field, level: levelOf(field, level) }))
  return voiceConsentDirective(askedAt, consentToken, declaredScopes)
}

/** Whether Alexa can ask for all of these by voice. */
export function canAskByVoice(asked: readonly ProfileField[]): boolean {
  return asked.every((field) => fields[field].scope?.voice !== undefined)
}

/** @throws {ProfileError} `scope-unknown` when there is no field, `scope-not-declared`, `option-invalid` */
export function voiceConsentDirective(
  asked: readonly { readonly field: ProfileField; readonly level: FieldLevel }[],
  token: string,
  declaredScopes: ConsentCardOptions['declaredScopes'],
): VoiceConsentDirective {
  const scopes = asked.flatMap(({ field }) => fields[field].scope?.manifest ?? [])
  assertDeclared(scopes, declaredScopes)
  return {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: asked.flatMap(permissionOf),
    },
    token,
  }
}

function permissionOf({ field, level }: { field: ProfileField; level: FieldLevel }): VoicePermission | [] {
  const permissionScope = fields[field].scope?.voice
  if (permissionScope === undefined) return []
  return { permissionScope, consentLevel: level === 'speaker' ? 'PERSON' : 'ACCOUNT' }
}
