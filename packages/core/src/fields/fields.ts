/**
 * A mobile number as the customer stored it in the Alexa app. Amazon does not verify it: `phoneNumber` may or may not
 * repeat the country code and may hold spaces or hyphens; `countryCode` may read `+1`, `001` or `1`.
 */
export interface MobileNumber {
  readonly countryCode?: string
  readonly phoneNumber: string
}

/** What can be read, and the type of its value. */
export interface ProfileValues {
  /** Full name. */
  name: string
  /** Given (first) name. */
  givenName: string
  /** The email address of the Amazon account. At `customer` level only. */
  email: string
  mobileNumber: MobileNumber
}

export type ProfileField = keyof ProfileValues

/** Whose data: the account that the device is registered to, or the person whose voice Alexa recognized. */
export type ProfileLevel = 'customer' | 'speaker'

/** The fields that Alexa has for a recognized speaker: all but the email address. */
export type SpeakerField = Exclude<ProfileField, 'email'>

/**
 * Where each field is read. Paths are literal, `~current` included.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/person-profile-api-reference.html (read 2026-11-22)
 */
export const fieldPaths: {
  readonly customer: Readonly<Record<ProfileField, string>>
  readonly speaker: Readonly<Record<SpeakerField, string>>
} = {
  customer: {
    name: '/v2/accounts/~current/settings/Profile.name',
    givenName: '/v2/accounts/~current/settings/Profile.givenName',
    email: '/v2/accounts/~current/settings/Profile.email',
    mobileNumber: '/v2/accounts/~current/settings/Profile.mobileNumber',
  },
  speaker: {
    name: '/v2/persons/~current/profile/name',
    givenName: '/v2/persons/~current/profile/givenName',
    mobileNumber: '/v2/persons/~current/profile/mobileNumber',
  },
}

export const profileFields: readonly ProfileField[] = Object.freeze(Object.keys(fieldPaths.customer) as ProfileField[])

export function isProfileField(value: unknown): value is ProfileField {
  return typeof value === 'string' && (profileFields as readonly string[]).includes(value)
}
