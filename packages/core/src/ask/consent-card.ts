import { ProfileError } from '../base/profile-error.js'
import { isProfileField, type ProfileField } from '../fields/fields.js'
import { isScope, type Scope, scopeOf } from '../fields/scopes.js'
import { type DeclaredScopes, scopesOf } from './declared-scopes.js'

/**
 * The card that asks the customer for permissions in the Alexa app.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html (read 2026-11-22)
 */
export interface ConsentCard {
  type: 'AskForPermissionsConsent'
  permissions: Scope[]
}

export interface ConsentCardOptions {
  /**
   * What the skill's manifest declares. Alexa throws away a whole response whose card asks for anything else, so with
   * this option such a card is refused here instead. Takes the parsed `skill.json` or the scopes alone. Default: the
   * client's `declaredScopes`, or no check.
   */
  readonly declaredScopes?: DeclaredScopes | undefined
}

/**
 * A card for fields or scopes, in the order given and each once.
 *
 * @throws {ProfileError} `scope-unknown` for none or a misspelt one, `scope-not-declared`
 */
export function consentCard(
  fieldsOrScopes: readonly (ProfileField | Scope)[],
  { declaredScopes }: ConsentCardOptions = {},
): ConsentCard {
  const permissions = [...new Set(Array.isArray(fieldsOrScopes) ? fieldsOrScopes.map(toScope) : [])]
  assertAskable(permissions, declaredScopes)
  return { type: 'AskForPermissionsConsent', permissions }
}

/** @throws {ProfileError} `scope-unknown` when there is none, `scope-not-declared` */
export function assertAskable(permissions: readonly Scope[], declaredScopes: DeclaredScopes | undefined): void {
  if (permissions.length === 0) {
    throw new ProfileError('scope-unknown', "Ask for an array of at least one field or scope, such as ['email'].")
  }
  const declared = declaredScopes && scopesOf(declaredScopes)
  const undeclared = permissions.filter((scope) => declared !== undefined && !declared.includes(scope))
  if (undeclared.length > 0) {
    throw new ProfileError('scope-not-declared', `Add ${undeclared.join(' and ')} to "permissions" in skill.json.`)
  }
}

function toScope(fieldOrScope: unknown): Scope {
  if (isProfileField(fieldOrScope)) return scopeOf[fieldOrScope]
  if (isScope(fieldOrScope)) return fieldOrScope
  throw new ProfileError('scope-unknown', `Pass a field such as 'email' or a scope such as '${scopeOf.email}'.`)
}
