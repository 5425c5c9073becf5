import {
  type Address,
  createProfileClient,
  type RequestEnvelope,
  readConsentAnswer,
  toResponseEnvelope,
  voiceConsent,
} from '@alexa-profile/core'
import { available, noDevice, proceed } from '@alexa-profile/core/testing'

const client = createProfileClient({ skillName: 'Table Talk' })

export async function read(envelope: RequestEnvelope): Promise<string | undefined> {
  const profile = client.forRequest(envelope)
  const results = await profile.read(['email', 'timeZone', 'address'])
  const { email, timeZone, address } = results
  // @ts-expect-error the field was not read
  results.name
  if (email.status !== 'available' || timeZone.status !== 'available') return undefined
  const level: 'customer' | 'speaker' | 'device' = timeZone.level
  const text: string = `${email.value.trim()} ${timeZone.value.trim()} ${level}`
  if (address.status !== 'available') {
    // @ts-expect-error the result may have no value
    address.value
    return text
  }
  const value: Address = address.value
  // @ts-expect-error every part of an address may be missing
  value.city.trim()
  // @ts-expect-error an address has no such part
  value.street
  return value.city
}

export async function readSpeaker(envelope: RequestEnvelope): Promise<void> {
  const { speaker } = client.forRequest(envelope)
  const { givenName, timeZone } = await speaker.read(['givenName', 'timeZone'])
  if (givenName.status === 'available' && timeZone.status === 'available') givenName.value.concat(timeZone.value)
  // @ts-expect-error speakers have no email address
  await speaker.read(['email'])
  // @ts-expect-error speakers have no email address
  await speaker.read(['givenName', 'email', 'timeZone'])
  // @ts-expect-error speakers have no email address
  await speaker.require({ required: ['email'] })
  // @ts-expect-error this field does not exist
  await speaker.read(['timezone'])
}

export async function deliver(envelope: RequestEnvelope): Promise<object> {
  const decision = await client.forRequest(envelope).require({
    required: ['email', 'address'],
    optional: ['countryAndPostalCode', 'distanceUnits', 'temperatureUnit'],
  })
  if (decision.action !== 'proceed') return toResponseEnvelope(client.respondTo(decision, { envelope }))
  const { email, address, countryAndPostalCode, distanceUnits, temperatureUnit } = decision.profile
  const units: 'METRIC' | 'IMPERIAL' | undefined = distanceUnits
  const temperature: 'CELSIUS' | 'FAHRENHEIT' | undefined = temperatureUnit
  // @ts-expect-error the value may be missing
  countryAndPostalCode.postalCode
  // @ts-expect-error the time zone was not required
  decision.profile.timeZone
  return { email: email.trim(), city: address.city, postalCode: countryAndPostalCode?.postalCode, units, temperature }
}

export function remind(envelope: RequestEnvelope): boolean {
  voiceConsent({ fields: ['countryAndPostalCode'], scopes: ['alexa::alerts:reminders:skill:readwrite'] })
  // @ts-expect-error Alexa cannot ask for it by voice
  voiceConsent({ scopes: ['alexa::household:lists:read'] })
  return readConsentAnswer(envelope)?.scopes.includes('alexa::alerts:reminders:skill:readwrite') ?? false
}

export const built = [available('address', { city: 'Seattle' }), noDevice('timeZone'), proceed({ timeZone: 'UTC' })]
// @ts-expect-error an address is not a string
available('address', 'Seattle')
// @ts-expect-error the email address does not belong to the device
noDevice('email')
