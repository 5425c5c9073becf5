import { withoutPrototype } from '../base/own.js'
import type { ProfileField } from '../fields/fields.js'
import { type CardScope, type Scope, spellingsOf } from '../fields/scopes.js'
import { assertDeclared, type DeclaredScopes } from './declared-scopes.js'
import { scopeOf } from './scope-of.js'

/**
 * A card that asks the customer for permissions in the Alexa app.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html (read 2026-11-22)
 */
export interface ConsentCard {
  type: 'AskForPermissionsConsent'
  permissions: CardScope[]
}

/** Options of `consentCard`. */
export interface ConsentCardOptions {
  /**
   * The scopes in the skill's manifest: the parsed `skill.json`, or an array of scopes. A card that asks for any other
   * scope is then an error, because Alexa would reject the whole response. Default: the client's `declaredScopes`;
   * without them, nothing is checked.
   */
  readonly declaredScopes?: DeclaredScopes | undefined
}

/**
 * Builds a consent card for fields and scopes, in the given order and without duplicates. Accepts the manifest's and
 * the card's spelling of a scope.
 *
 * @throws {ProfileError} `scope-unknown` for an empty array, a misspelled scope or a field that needs no permission;
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
