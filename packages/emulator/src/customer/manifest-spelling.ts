import { spellingsOf } from '@alexa-profile/core'

/** Returns how the manifest spells a scope. Consent is stored in this spelling, because cards spell two scopes differently. */
export function manifestSpelling(scope: string): string {
  return spellingsOf(scope)?.manifest ?? scope
}
