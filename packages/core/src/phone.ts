import { getCountryCallingCode, type MetadataJson } from 'libphonenumber-js/core'
import minMetadata from 'libphonenumber-js/metadata.min.json'
import { checkOptionNames } from './base/check-option.js'
import { withoutPrototype } from './base/own.js'
import { ProfileError } from './base/profile-error.js'
import type { MobileNumber } from './fields/mobile-number.js'
import { ambiguousNumber, type E164Result, invalidNumber, type Reading, validNumber } from './phone/e164-result.js'
import { callingCodes, exitCodeFrom, readInternational } from './phone/numbering.js'
import { withoutSeparators } from './phone/written-number.js'

export type { AmbiguousNumber, E164Result, InvalidNumber, ValidNumber } from './phone/e164-result.js'

/** Metadata of libphonenumber-js, such as the default export of `libphonenumber-js/metadata.max.json`. */
export interface PhoneMetadata {
  readonly countries: object
  readonly country_calling_codes: object
}

/** Options of `toE164`. */
export interface ToE164Options {
  /**
   * The country of a national number without `countryCode`, as ISO 3166-1 alpha-2: `'IN'`. Ignored for a number with a
   * plus or with any `countryCode`. Default: none, and such a number is `ambiguous`.
   */
  readonly defaultCountry?: string | undefined
  /**
   * The metadata that says which numbers exist. `metadata.min.json`, the smallest, knows only lengths and first digits
   * for most countries, and accepts landlines. `metadata.mobile.json` accepts only mobile numbers, so fewer numbers are
   * ambiguous. `metadata.max.json` knows the patterns of all kinds of numbers. Default:
   * `libphonenumber-js/metadata.min.json`.
   */
  readonly metadata?: PhoneMetadata | undefined
}

/**
 * Converts a mobile number from Alexa to E.164, if it can mean exactly one number.
 *
 * Amazon does not verify these numbers: `phoneNumber` may repeat the country code and may contain spaces or hyphens;
 * `countryCode` may be `+1`, `001` or `1`. Nothing is guessed:
 *
 * - With a plus, `phoneNumber` is read alone, even if it contradicts `countryCode`. If it would be a national number of
 *   its country without the plus, the result is `ambiguous`.
 * - Without a plus, it is read as a national number of `countryCode`, with or without trunk prefix (`0171…`), as a
 *   number that repeats the `countryCode` (`917799827710`), and as an international number (`00…`, or `011…` from the
 *   United States). If the readings differ, the result is `ambiguous`: `+55` with `55998023990` is a mobile number in
 *   area 55 or a short number.
 * - Without `countryCode`, `defaultCountry` takes its place. Without both, or with a `countryCode` that does not exist,
 *   only a plus identifies the number. `00` does not, because several countries use it differently.
 *
 * Digits may be full-width or Arabic. Separators may also be dots and brackets, as in `+44 (0)20 7946 0018`, and one
 * slash after an area code, as in `0151/23456789`. The result is `invalid` for letters, extensions (E.164 has none),
 * line breaks, other text, a second number after a slash, more than 64 characters, values of other types, and local
 * numbers without area code.
 *
 * @throws {ProfileError} `option-invalid`, `option-unknown`; never for any `mobileNumber`
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html (read 2026-11-22)
 *
 * @example
 * import { countryOfLocale, toE164 } from '@alexa-profile/core/phone'
 *
 * const number = toE164({ countryCode: '001', phoneNumber: '206 555-0100' })
 * if (number.status === 'valid') await sendText(number.e164)
 */
export function toE164(mobileNumber: MobileNumber, options: ToE164Options = {}): E164Result {
  const settings = resolveOptions(options)
  const { phoneNumber, countryCode }: { phoneNumber?: unknown; countryCode?: unknown } = mobileNumber ?? {}
  const [first, second, ...more] = withoutSeparators(phoneNumber)?.split('/') ?? []
  if (first === undefined || more.length > 0) return invalidNumber
  if (second === undefined) return resultFor(first, countryCode, settings)
  // An area code is not a number by itself; in `206 555-0100/0101`, the part before the slash is.
  const isAreaCode = resultFor(first, countryCode, settings) === invalidNumber
  return isAreaCode ? resultFor(first + second, countryCode, settings) : invalidNumber
}

function resultFor(written: string, countryCode: unknown, { metadata, defaultCallingCode }: Settings): E164Result {
  if (!/^\+?\d+$/.test(written)) return invalidNumber

  const callingCode = isAbsent(countryCode) ? undefined : callingCodeIn(countryCode, metadata)
  const readingsOf = (international: string) => readInternational(international, metadata)

  if (written.startsWith('+')) {
    const asWritten = readingsOf(written)
    const agrees = callingCode === undefined || written.startsWith(`+${callingCode}`)
    if (agrees || asWritten.length === 0) return conclude(asWritten)
    return conclude([...asWritten, ...readingsOf(`+${callingCode}${written.slice(1)}`)])
  }
  const home = isAbsent(countryCode) ? defaultCallingCode : callingCode
  if (home === undefined) {
    const candidates = [written, ...afterPrefix(written, '00')].flatMap((digits) => readingsOf(`+${digits}`))
    const isNational = () => callingCodes(metadata).some((code) => readingsOf(`+${code}${written}`).length > 0)
    return candidates.length > 0 || isNational() ? ambiguousNumber(candidates) : invalidNumber
  }
  const international = [
    ...(written.startsWith(home) ? [written] : []),
    ...afterPrefix(written, '00'),
    ...afterPrefix(written, exitCodeFrom(home, metadata)),
  ]
  return conclude([`${home}${written}`, ...international].flatMap((digits) => readingsOf(`+${digits}`)))
}

/**
 * Returns the country in an Alexa locale, for `defaultCountry`: `IN` for `en-IN`. Alexa does not say which country a
 * number belongs to. Taking the country of the device's language is your decision: it is a fair guess for `ja-JP`, and
 * a poor one for `en-US` and `es-US`, which people use all over the world.
 *
 * @returns `undefined` for a locale without country
 */
export function countryOfLocale(locale: string | undefined): string | undefined {
  return /^[a-z]{2,3}-([A-Z]{2})$/.exec(locale ?? '')?.[1]
}

interface Settings {
  readonly metadata: MetadataJson
  readonly defaultCallingCode: string | undefined
}

/** Checks the options of `toE164`. @throws {ProfileError} `option-invalid`, `option-unknown` */
function resolveOptions(options: ToE164Options): Settings {
  checkOptionNames(options, ['defaultCountry', 'metadata'])
  const { metadata: given = minMetadata, defaultCountry: country } = withoutPrototype(options)
  const metadata = given as MetadataJson
  if (typeof metadata.countries !== 'object' || typeof metadata.country_calling_codes !== 'object') {
    throw new ProfileError('option-invalid', 'metadata must be the export of libphonenumber-js/metadata.max.json.')
  }
  if (country === undefined) return { metadata, defaultCallingCode: undefined }
  if (!isCountry(country, metadata)) {
    throw new ProfileError('option-invalid', 'defaultCountry must be two capital letters, such as US.')
  }
  return { metadata, defaultCallingCode: getCountryCallingCode(country, metadata) }
}

function isCountry(country: string, metadata: MetadataJson): country is Parameters<typeof getCountryCallingCode>[0] {
  return Object.hasOwn(metadata.countries, country)
}

function isAbsent(countryCode: unknown): boolean {
  return countryCode === undefined || countryCode === null || withoutSeparators(countryCode) === ''
}

/** Returns the `1` in `+1`, `001` and `1`, or nothing if no country has this code. */
function callingCodeIn(countryCode: unknown, metadata: MetadataJson): string | undefined {
  const code = /^\+?(?:00)?([1-9]\d{0,2})$/.exec(withoutSeparators(countryCode) ?? '')?.[1]
  return code !== undefined && Object.hasOwn(metadata.country_calling_codes, code) ? code : undefined
}

function afterPrefix(digits: string, pattern: string): string[] {
  const prefix = new RegExp(`^(?:${pattern})`).exec(digits)?.[0]
  return prefix === undefined ? [] : [digits.slice(prefix.length)]
}

function conclude(readings: readonly Reading[]): E164Result {
  const [first] = readings
  if (first === undefined) return invalidNumber
  return readings.every(({ e164 }) => e164 === first.e164) ? validNumber(first) : ambiguousNumber(readings)
}
