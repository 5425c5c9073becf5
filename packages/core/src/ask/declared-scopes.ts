/** The part of a `skill.json` that says which permissions the skill may ask for. */
export interface DeclaringManifest {
  readonly manifest: { readonly permissions?: readonly { readonly name: string }[] | undefined }
}

/** Scopes, or the skill's manifest as parsed from `skill.json`. */
export type DeclaredScopes = readonly string[] | DeclaringManifest

export function scopesOf(declared: DeclaredScopes): readonly string[] {
  return 'manifest' in declared ? (declared.manifest.permissions ?? []).map(({ name }) => name) : declared
}
