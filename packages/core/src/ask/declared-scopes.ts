import { isObject, own } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'

/** The part of a `skill.json` that says which permissions the skill may ask for. */
export interface DeclaringManifest {
  readonly manifest: { readonly permissions?: readonly { readonly name: string }[] | undefined }
}

/** Scopes, or the skill's manifest as parsed from `skill.json`. */
export type DeclaredScopes = readonly string[] | DeclaringManifest

/** @throws {ProfileError} `option-invalid` */
export function scopesOf(declared: DeclaredScopes): readonly string[] {
  const scopes: unknown = Array.isArray(declared) ? declared : declaredIn(own(declared, 'manifest'))
  if (Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string')) return scopes
  throw new ProfileError('option-invalid', 'declaredScopes takes a list of scopes, or the whole of skill.json, parsed.')
}

function declaredIn(manifest: unknown): unknown {
  const permissions = own(manifest, 'permissions') ?? (isObject(manifest) ? [] : undefined)
  return Array.isArray(permissions) ? permissions.map((permission) => own(permission, 'name')) : undefined
}
