import { isObject, own } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import { type Scope, spellingsOf } from '../fields/scopes.js'

/** The part of `skill.json` that lists the permissions the skill may ask for. */
export interface DeclaringManifest {
  readonly manifest: { readonly permissions?: readonly { readonly name: string }[] | undefined }
}

/** Scopes in the manifest's spelling, or the parsed `skill.json`. */
export type DeclaredScopes = readonly string[] | DeclaringManifest

/** Returns the declared scopes as a list. @throws {ProfileError} `option-invalid` */
export function scopesOf(declared: DeclaredScopes): readonly string[] {
  const scopes: unknown = Array.isArray(declared) ? declared : declaredIn(own(declared, 'manifest'))
  if (Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string')) return scopes
  throw new ProfileError('option-invalid', 'declaredScopes must be an array of scopes, or the parsed skill.json.')
}

/**
 * Checks that the manifest declares these scopes.
 *
 * @throws {ProfileError} `scope-unknown` for an empty array, `scope-not-declared`, `option-invalid`
 */
export function assertDeclared(scopes: readonly Scope[], declaredScopes: DeclaredScopes | undefined): void {
  if (scopes.length === 0) {
    throw new ProfileError('scope-unknown', "Pass an array of at least one field or scope, such as ['email'].")
  }
  if (declaredScopes === undefined) return
  // The scopes may have been copied from a card.
  const declared = new Set(scopesOf(declaredScopes).map((scope) => spellingsOf(scope)?.manifest ?? scope))
  const undeclared = scopes.map((scope) => spellingsOf(scope).manifest).filter((scope) => !declared.has(scope))
  if (undeclared.length === 0) return
  throw new ProfileError(
    'scope-not-declared',
    `The skill's manifest does not declare ${undeclared.join(' and ')}. Add ${undeclared.length > 1 ? 'them' : 'it'} to "permissions" in skill.json and deploy the skill.`,
  )
}

function declaredIn(manifest: unknown): unknown {
  const permissions = own(manifest, 'permissions') ?? (isObject(manifest) ? [] : undefined)
  return Array.isArray(permissions) ? permissions.map((permission) => own(permission, 'name')) : undefined
}
