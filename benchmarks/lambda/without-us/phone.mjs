/** Replaces `@alexa-profile/core/phone` with the library that a skill would use itself. */
import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** @param {{ phoneNumber: string }} number */
export const toE164 = ({ phoneNumber }) => parsePhoneNumberFromString(phoneNumber)
