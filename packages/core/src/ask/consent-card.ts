import { withoutPrototype } from '../base/own.js'
import type { ProfileField } from '../fields/fields.js'
import { type CardScope, type Scope, spellingsOf } from '../fields/scopes.js'
import { assertDeclared, type DeclaredScopes } from './declared-scopes.js'
import { scopeOf } from './scope-of.js'

/**
 * The card that asks the customer for permissions in the Alexa app.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html (read 2026-11-22)
 */
export interface ConsentCard {
  type: 'AskForPermissionsConsent'
  permissions: CardScope[]
}

export interface ConsentCardOptions {
  /**
   * What the skill's manifest declares. Alexa throws away a whole response whose card asks for anything else, so with
   * this option such a card is an error. Pass the parsed `skill.json`, or the scopes alone. Default: the client's
   * `declaredScopes`, or no check.
   */
  readonly declaredScopes?: DeclaredScopes | undefined
}

/**
 * Builds a card for fields and scopes, in the given order and each once. Scopes may be spelled as in the manifest or as on
 * a card.
 *
 * @throws {ProfileError} `scope-unknown` for an empty list, a misspelled scope or a field that needs no permission;
 *   `scope-not-declared`, `option-invalid`
 */
export function consentCard(
  fieldsOrScopes: readonly (ProfileField | Scope)[],
  options: ConsentCardOptions = {},
): ConsentCard {
  const { declaredScopes } = withoutPrototype(options)
  const scopes = Array.isArray(fieldsOrScopes) ? fieldsOrScopes.map(scopeOf) : []
  assertDeclared(scopes, declaredScopes)
  return {
    type: 'AskForPermissionsConsent',
    permissions: [...new Set(scopes.map((scope) => spellingsOf(scope).card))],
  }
}
