import type { ProfileField } from './fields.js'

/** The permission that a customer grants for one field; the same string serves both levels. */
export type ProfileScope =
  | 'alexa::profile:name:read'
  | 'alexa::profile:given_name:read'
  | 'alexa::profile:email:read'
  | 'alexa::profile:mobile_number:read'

/** The scope that opens each field, as the skill's manifest declares it and a consent card asks for it. */
export const scopeOf: Readonly<Record<ProfileField, ProfileScope>> = Object.freeze({
  name: 'alexa::profile:name:read',
  givenName: 'alexa::profile:given_name:read',
  email: 'alexa::profile:email:read',
  mobileNumber: 'alexa::profile:mobile_number:read',
})

/**
 * Other permissions that one consent card may ask for in the same breath. The two address scopes are spelt as cards
 * want them, which differs from the manifest.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/configure-permissions-for-customer-information-in-your-skill.html (read 2026-11-22)
 */
const otherScopes = [
  'read::alexa:device:all:address',
  'read::alexa:device:all:address:country_and_postal_code',
  'alexa::devices:all:geolocation:read',
  'alexa::alerts:reminders:skill:readwrite',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::household:lists:read',
  'alexa::household:lists:write',
  'alexa::devices:all:notifications:write',
] as const

/** A permission that a consent card can ask for. */
export type Scope = ProfileScope | (typeof otherScopes)[number]

const knownScopes: ReadonlySet<unknown> = new Set([...Object.values(scopeOf), ...otherScopes])

export function isScope(value: unknown): value is Scope {
  return knownScopes.has(value)
}
