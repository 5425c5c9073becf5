import { fields, fieldsAt, profileFields } from '@alexa-profile/core'

/** Scopes that no speaker can grant, as the manifest spells them. Speakers do not have their fields. */
export const customerScopes: ReadonlySet<string> = new Set(
  profileFields
    .filter((field) => !Object.hasOwn(fields[field].path, 'speaker'))
    .flatMap((field) => fields[field].scope?.manifest ?? []),
)

/** Scopes that a speaker can grant, as the manifest spells them. */
export const speakerScopes: ReadonlySet<string> = new Set(
  fieldsAt('speaker').flatMap((field) => fields[field].scope?.manifest ?? []),
)
