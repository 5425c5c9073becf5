import { address } from './address.js'
import { countryAndPostalCode } from './country-and-postal-code.js'
import { distanceUnits } from './distance-units.js'
import { email } from './email.js'
import type { FieldLevel, ParsedValue } from './field.js'
import { givenName } from './given-name.js'
import { mobileNumber } from './mobile-number.js'
import { name } from './name.js'
import { temperatureUnit } from './temperature-unit.js'
import { timeZone } from './time-zone.js'

/**
 * Every field that a skill can read, with its paths, permission and shape.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/person-profile-api-reference.html (read 2026-11-22)
 */
export const fields = Object.freeze({
  name,
  givenName,
  email,
  mobileNumber,
  address,
  countryAndPostalCode,
  timeZone,
  distanceUnits,
  temperatureUnit,
})

/** The name of a field. */
export type ProfileField = keyof typeof fields

/** The type of each field's value. */
export type ProfileValues = { [F in ProfileField]: ValueOf<(typeof fields)[F]> }

/** The names of the fields at a level. */
export type FieldAt<Level extends FieldLevel> = {
  [F in ProfileField]: Level extends keyof (typeof fields)[F]['path'] ? F : never
}[ProfileField]

/** The fields that can be read for a recognized speaker, including the device's: all except the email address. */
export type SpeakerField = FieldAt<'speaker'> | FieldAt<'device'>

/** The profile that a reader reads: the account's, or that of the speaker whose voice Alexa recognized. */
export type ProfileLevel = 'customer' | 'speaker'

type ValueOf<Record> = Record extends { parse(json: unknown): ParsedValue<infer Value> } ? Value : never

/** The names of all fields. */
export const profileFields: readonly ProfileField[] = Object.freeze(Object.keys(fields) as ProfileField[])

/** Returns the names of the fields at a level. */
export function fieldsAt<Level extends FieldLevel>(level: Level): readonly FieldAt<Level>[] {
  return profileFields.filter((name): name is FieldAt<Level> => Object.hasOwn(fields[name].path, level))
}

/** The names of the fields that can be read for a speaker. */
export const speakerFields: readonly SpeakerField[] = Object.freeze(
  profileFields.filter((name): name is SpeakerField => isReadableBy('speaker', name)),
)

/** Whether a value is the name of a field. */
export function isProfileField(value: unknown): value is ProfileField {
  return typeof value === 'string' && Object.hasOwn(fields, value)
}

/** Returns the level at which a reader reads a field. Both readers read the device's fields at the device's level. */
export function levelOf(name: ProfileField, reader: ProfileLevel): FieldLevel {
  return Object.hasOwn(fields[name].path, 'device') ? 'device' : reader
}

/** Whether a reader can read the field. Speakers have no email address. */
export function isReadableBy(reader: ProfileLevel, name: ProfileField): boolean {
  return Object.hasOwn(fields[name].path, levelOf(name, reader))
}
