import { spellingsOf } from '@alexa-profile/core'

/** How the manifest spells a scope. Consent is kept in this spelling: cards spell two scopes differently. */
export function manifestSpelling(scope: string): string {
  return spellingsOf(scope)?.manifest ?? scope
}
