import { fields, isProfileField, type ProfileField, profileFields } from '@alexa-profile/core'
import type { CustomerData } from '@alexa-profile/emulator'
import { CannotRun } from './cannot-run.js'
import { isObject } from './is-object.js'
import type { ManifestPath } from './manifest-path.js'
import { type ParsedJson, parseJson } from './parse-json.js'
import { readTextFile } from './text-file.js'
import { unknownName } from './unknown-name.js'

/**
 * Reads the values that Alexa has on file for the customer, from a file such as
 * `{ "givenName": "Ann", "mobileNumber": { "countryCode": "+1", "phoneNumber": "2065550100" } }`.
 *
 * @throws {CannotRun} if the file has another form. The message names the position and the key, and no value.
 */
export function readCustomerFile(file: string, folder: string): CustomerData {
  const json = parseJson(readTextFile(file, folder, "a customer's data"), file)
  const fail = (path: ManifestPath, message: string) => new CannotRun(`${placeOf(json, file, path)} ${message}`)

  function checkKeys(value: object, known: readonly string[], path: ManifestPath): void {
    const strange = Object.keys(value).find((key) => !known.includes(key))
    if (strange === undefined) return
    throw fail([...path, strange], `${unknownName('name', strange, known)} Known names: ${known.join(', ')}.`)
  }

  /** A string, or an object of strings with the members of the field's sample. */
  function checkedValue(field: ProfileField, value: unknown): unknown {
    const [sample] = Object.values(fields[field].sample)
    if (isObject(sample) && isObject(value)) {
      checkKeys(value, Object.keys(sample), [field])
      const odd = Object.keys(value).find((member) => typeof value[member] !== 'string')
      if (odd !== undefined) throw fail([field, odd], `${field}.${odd} must be a string in quotes.`)
    }
    const parsed = fields[field].parse(value)
    if (typeof parsed === 'object') return parsed.value
    const wanted = isObject(sample) ? `an object such as ${JSON.stringify(sample)}` : 'a string in quotes'
    throw fail([field], `${field} must be ${wanted}. Leave it out if Alexa has nothing on file.`)
  }

  if (!isObject(json.value))
    throw fail([], `The customer file must be an object. Its fields are ${profileFields.join(', ')}.`)
  checkKeys(json.value, profileFields, [])
  return Object.fromEntries(
    Object.entries(json.value).flatMap(([key, value]) =>
      isProfileField(key) ? [[key, checkedValue(key, value)]] : [],
    ),
  )
}

function placeOf({ locate }: ParsedJson, file: string, path: ManifestPath): string {
  const { line, column } = locate(path)
  return `${file}:${line}:${column}`
}
