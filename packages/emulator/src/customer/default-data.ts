import type { SpeakerData } from './customer.js'
import type { CustomerData } from './profile-record.js'

export const defaultCustomer: CustomerData = {
  name: 'Ann Example',
  givenName: 'Ann',
  email: 'ann@example.com',
  mobileNumber: { countryCode: '+1', phoneNumber: '2065550100' },
}

export const defaultSpeaker: SpeakerData = {
  name: 'Ben Example',
  givenName: 'Ben',
  mobileNumber: { countryCode: '+1', phoneNumber: '2065550101' },
}
