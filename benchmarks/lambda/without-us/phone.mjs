/** In the place of `@alexa-profile/core/phone`, with the library that the skill would use by itself. */
import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** @param {{ phoneNumber: string }} number */
export const toE164 = ({ phoneNumber }) => parsePhoneNumberFromString(phoneNumber)
