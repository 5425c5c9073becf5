import maxMetadata from 'libphonenumber-js/metadata.max.json'
import { expectTypeOf, it } from 'vitest'
import type { MobileNumber } from '../src/index.js'
import { countryOfLocale, type E164Result, toE164 } from '../src/phone.js'

declare const mobileNumber: MobileNumber
declare const envelope: { request: { locale?: string } }

it('accepts the value of a read and a country that may be undefined', () => {
  expectTypeOf(toE164(mobileNumber)).toEqualTypeOf<E164Result>()
  toE164(mobileNumber, { defaultCountry: countryOfLocale(envelope.request.locale) })
  toE164(mobileNumber, { metadata: maxMetadata })
})

it('has a number only if the status is valid', () => {
  const result = toE164(mobileNumber)
  // @ts-expect-error the status must be checked first
  result.e164
  if (result.status === 'valid') expectTypeOf(result.e164).toEqualTypeOf<string>()
  if (result.status === 'ambiguous') expectTypeOf(result.candidates).toEqualTypeOf<readonly string[]>()
})
