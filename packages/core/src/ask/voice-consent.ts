import { withoutPrototype } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import { checkFields } from '../fields/check-fields.js'
import type { FieldLevel } from '../fields/field.js'
import { fields, levelOf, type ProfileField, type SpeakerField } from '../fields/fields.js'
import { type ProfileScope, type Scope, spellingsOf, type VoiceScope } from '../fields/scopes.js'
import type { ConsentCardOptions } from './consent-card.js'
import { writeConsentToken } from './consent-token.js'
import { assertDeclared } from './declared-scopes.js'
import { scopeOf } from './scope-of.js'

/**
 * A directive that makes Alexa ask for consent by voice, in its own words. The consent answer arrives in a
 * `SessionResumedRequest`.
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

/** What to ask for by voice. Speakers have no email address, so it requires the level `customer`. */
export type VoiceConsentRequest = ConsentCardOptions & {
  /**
   * Other permissions to ask for in the same question: reminders, timers, the device's location. They always belong to
   * the account. Default: none.
   */
  readonly scopes?: readonly Exclude<VoiceScope, ProfileScope>[] | undefined
  /** Your own token, which `readConsentAnswer` returns. At most 1,900 bytes. Default: none. */
  readonly token?: string | undefined
} & (
    | { readonly level?: 'customer' | undefined; readonly fields?: readonly ProfileField[] | undefined }
    | { readonly level: 'speaker'; readonly fields?: readonly SpeakerField[] | undefined }
  )

/**
 * Builds the directive that makes Alexa ask by voice. Send it with speech that says why you ask, without
 * `shouldEndSession`, and without audio or video directives.
 *
 * @throws {ProfileError} `field-unknown` (also for a speaker's email); `scope-unknown` if nothing is asked for, or if
 *   Alexa cannot ask for a field or scope by voice; `scope-not-declared`; `option-invalid`, also for a token that is
 *   too long
 */
export function voiceConsent(request: VoiceConsentRequest): VoiceConsentDirective {
  const {
    fields: wanted = [],
    level = 'customer',
    scopes: others = [],
    token,
    declaredScopes,
  } = withoutPrototype(request)
  const asked = checkFields<ProfileField>(wanted, level)
  if (!Array.isArray(others)) throw new ProfileError('option-invalid', 'scopes must be an array.')
  const scopes = [...new Set<VoiceScope>(others)]
  const permissions = [
    ...asked.map((field) => voicePermission(field, levelOf(field, level))),
    ...scopes.map((scope) => voicePermission(scope, 'customer')),
  ]
  const isText = token === undefined || typeof token === 'string'
  const consentToken = isText ? writeConsentToken({ fields: asked, scopes, token }) : undefined
  if (consentToken === undefined) {
    throw new ProfileError('option-invalid', 'token must be a string of at most 1,900 bytes.')
  }
  return voiceConsentDirective(permissions, consentToken, declaredScopes)
}

/** Whether Alexa can ask for all of these fields by voice. */
export function canAskByVoice(asked: readonly ProfileField[]): boolean {
  return asked.every((field) => fields[field].scope?.voice !== undefined)
}

/**
 * Returns the permission to ask for by voice.
 *
 * @throws {ProfileError} `scope-unknown`, also for a permission that Alexa cannot ask for by voice
 */
export function voicePermission(fieldOrScope: ProfileField | Scope, level: FieldLevel): VoicePermission {
  const permissionScope = spellingsOf(scopeOf(fieldOrScope)).voice
  if (permissionScope === undefined) {
    throw new ProfileError('scope-unknown', `Alexa cannot ask for ${fieldOrScope} by voice. Use a consent card.`)
  }
  return { permissionScope, consentLevel: level === 'speaker' ? 'PERSON' : 'ACCOUNT' }
}

/**
 * Builds the directive.
 *
 * @throws {ProfileError} `scope-unknown` without a permission, `scope-not-declared`, `option-invalid`
 */
export function voiceConsentDirective(
  permissionScopes: VoicePermission[],
  token: string,
  declaredScopes: ConsentCardOptions['declaredScopes'],
): VoiceConsentDirective {
  assertDeclared(
    permissionScopes.map(({ permissionScope }) => permissionScope),
    declaredScopes,
  )
  return {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: { '@type': 'AskForPermissionsConsentRequest', '@version': '2', permissionScopes },
    token,
  }
}
