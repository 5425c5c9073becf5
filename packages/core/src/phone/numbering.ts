import { Metadata, type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core'
import type { Reading } from './e164-result.js'

/** The limit of E.164. Numbering plans also hold longer numbers, which cannot be called from abroad. */
const maxDigits = 15

/** All calling codes: `1`, `44`, `91` … */
export function callingCodes(metadata: MetadataJson): string[] {
  return Object.keys(metadata.country_calling_codes)
}

/** The prefix of international calls, as a pattern: `011`, `810`, `00[14-9]`. */
export function exitCodeFrom(callingCode: string, metadata: MetadataJson): string {
  const [country] = metadata.country_calling_codes[callingCode] ?? []
  const plans = new Metadata(metadata)
  if (country !== undefined) plans.selectNumberingPlan(country)
  return plans.numberingPlan?.IDDPrefix() ?? '00'
}

/**
 * Reads a number that consists of a plus and digits. The calling code may be followed by a trunk prefix. There are two
 * readings if the number is valid both with and without its first digits, as in Brazil and Belarus.
 */
export function readInternational(international: string, metadata: MetadataJson): Reading[] {
  const number = parsePhoneNumberFromString(international, { extract: false }, metadata)
  if (!number?.isValid()) return []
  const readings = [{ e164: number.number, country: number.country }]
  number.nationalNumber = international.slice(1 + number.countryCallingCode.length)
  if (number.isValid()) readings.unshift({ e164: international, country: number.country })
  return readings.filter(({ e164 }) => e164.length <= 1 + maxDigits)
}
