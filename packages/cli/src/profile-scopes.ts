import { scopeOf } from '@alexa-profile/core'

/** The scopes of the four profile fields. */
export const profileScopes: ReadonlySet<string> = new Set(Object.values(scopeOf))
