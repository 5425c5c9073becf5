import { type MobileNumber, profileFields } from '@alexa-profile/core'
import type { CustomerData } from '@alexa-profile/emulator'
import { CannotRun } from './cannot-run.js'
import { isObject } from './is-object.js'
import type { ManifestPath } from './manifest-path.js'
import { nearestName } from './nearest-name.js'
import { type ParsedJson, parseJson } from './parse-json.js'
import { quote } from './quote.js'
import { readTextFile } from './text-file.js'

const numberParts = ['countryCode', 'phoneNumber']

/**
 * What Alexa has on file for the customer, from a file such as
 * `{ "givenName": "Ann", "mobileNumber": { "countryCode": "+1", "phoneNumber": "2065550100" } }`.
 *
 * @throws {CannotRun} when it is anything else, with the place and the key, and nothing of the values
 */
export function readCustomerFile(file: string, folder: string): CustomerData {
  const json = parseJson(readTextFile(file, folder, "a customer's data"), file)
  const fail = (path: ManifestPath, message: string) => new CannotRun(`${placeOf(json, file, path)} ${message}`)

  function checkKeys(value: object, known: readonly string[], path: ManifestPath): void {
    const strange = Object.keys(value).find((key) => !known.includes(key))
    if (strange === undefined) return
    const nearest = nearestName(strange, known)
    const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`
    throw fail([...path, strange], `${quote(strange)} is none of ${known.join(', ')}.${hint}`)
  }

  function text(value: unknown, path: ManifestPath): string {
    if (typeof value === 'string') return value
    throw fail(path, `${path.join('.')} must be a text in quotes. Leave it out where Alexa has nothing on file.`)
  }

  function mobileNumber(value: unknown): MobileNumber {
    if (!isObject(value)) {
      throw fail(['mobileNumber'], 'mobileNumber must be { "countryCode": "+1", "phoneNumber": "2065550100" }.')
    }
    checkKeys(value, numberParts, ['mobileNumber'])
    const phoneNumber = text(value.phoneNumber, ['mobileNumber', 'phoneNumber'])
    if (value.countryCode === undefined) return { phoneNumber }
    return { countryCode: text(value.countryCode, ['mobileNumber', 'countryCode']), phoneNumber }
  }

  if (!isObject(json.value)) throw fail([], `This must be an object with ${profileFields.join(', ')}.`)
  checkKeys(json.value, profileFields, [])
  return Object.fromEntries(
    Object.entries(json.value).map(([key, value]) => [
      key,
      key === 'mobileNumber' ? mobileNumber(value) : text(value, [key]),
    ]),
  )
}

function placeOf({ locate }: ParsedJson, file: string, path: ManifestPath): string {
  const { line, column } = locate(path)
  return `${file}:${line}:${column}`
}
