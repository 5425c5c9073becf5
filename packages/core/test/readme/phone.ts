import { toE164 } from '@alexa-profile/core/phone'
import { sendText } from './send-text.js'

export async function confirm(mobileNumber: { countryCode?: string; phoneNumber: string }) {
  const number = toE164(mobileNumber) // { countryCode: '001', phoneNumber: '206 555-0100' }
  if (number.status === 'valid') await sendText(number.e164) // '+12065550100'
  return number.status
}
