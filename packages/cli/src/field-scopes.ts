import { fields, type ProfileField } from '@alexa-profile/core'

/** The permission that a field needs, as the manifest spells it. `undefined` if the field needs none. */
export function manifestScopeOf(field: ProfileField): string | undefined {
  return fields[field].scope?.manifest
}

/** The permissions that fields need, as the manifest spells them. */
export const fieldScopes: ReadonlySet<string> = new Set(
  Object.values(fields).flatMap(({ scope }) => scope?.manifest ?? []),
)
