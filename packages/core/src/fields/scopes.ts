import type { ScopeSpellings } from './field.js'
import { fields, type ProfileField } from './fields.js'

/** A permission that Alexa can also ask for by voice. */
function byVoice<const Scope extends string>(scope: Scope) {
  return { manifest: scope, card: scope, voice: scope } as const
}

function byCard<const Scope extends string>(scope: Scope) {
  return { manifest: scope, card: scope, voice: undefined } as const
}

/**
 * Permissions without a field in this library. One consent card may ask for them together with fields.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/configure-permissions-for-customer-information-in-your-skill.html (read 2026-11-22)
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-voice-forward-consent.html (read 2026-11-22)
 */
const otherScopes = [
  byVoice('alexa::devices:all:geolocation:read'),
  byVoice('alexa::alerts:reminders:skill:readwrite'),
  byVoice('alexa::alerts:timers:skill:readwrite'),
  byCard('alexa::devices:all:notifications:write'),
  byCard('payments:autopay_consent'),
  // Deprecated: List Management ended on 2024-06-27. The cards of Amazon's samples for lists have these spellings:
  // https://github.com/alexa/alexa-cookbook/tree/master/feature-demos/list-api (read 2026-11-29)
  { manifest: 'alexa::household:lists:read', card: 'read::alexa:household:list', voice: undefined },
  { manifest: 'alexa::household:lists:write', card: 'write::alexa:household:list', voice: undefined },
] as const satisfies readonly ScopeSpellings[]

type FieldScope = Exclude<(typeof fields)[ProfileField]['scope'], undefined>
type KnownScope = FieldScope | (typeof otherScopes)[number]

/** A permission for a field, as the manifest spells it. */
export type ProfileScope = FieldScope['manifest']

/** A permission as a consent card spells it. */
export type CardScope = KnownScope['card']

/** A permission that Alexa can ask for by voice, as the directive spells it. */
export type VoiceScope = Exclude<KnownScope['voice'], undefined>

/** A permission that a skill can ask for, as the manifest or a consent card spells it. */
export type Scope = KnownScope['manifest'] | CardScope

const scopes: readonly KnownScope[] = [...Object.values(fields).flatMap(({ scope }) => scope ?? []), ...otherScopes]

const bySpelling: ReadonlyMap<Scope, KnownScope> = new Map(
  scopes.flatMap((scope) => [scope.manifest, scope.card].map((spelling) => [spelling, scope])),
)

/** Every permission that a skill can ask for, in every spelling. */
export const knownScopes: readonly Scope[] = Object.freeze([...bySpelling.keys()])

/** Whether a value is a known permission, in any spelling. */
export function isScope(value: unknown): value is Scope {
  return bySpelling.has(value as Scope)
}

/** Returns all spellings of a permission, found by any of them. Returns `undefined` for an unknown one. */
export function spellingsOf(scope: Scope): KnownScope
export function spellingsOf(scope: string): KnownScope | undefined
export function spellingsOf(scope: string): KnownScope | undefined {
  return bySpelling.get(scope as Scope)
}
