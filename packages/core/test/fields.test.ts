import { describe, expect, it } from 'vitest'
import {
  consentCard,
  createProfileClient,
  fields,
  type ProfileField,
  profileFields,
  voiceConsent,
} from '../src/index.js'
import { forbidden, notGranted, status, value } from './support/answers.js'
import { envelopeFor, person } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

/** The paths of a field in the account, for the speaker and for the device with the id `amzn1.ask.device.1`. */
interface Facts {
  readonly customer?: string
  readonly speaker?: string
  readonly device?: string
  /** The spelling in the manifest, on a card and in a voice consent request. */
  readonly scope?: readonly [manifest: string, card: string, voice?: string]
  readonly source: string
}

const customerProfile =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)'

const deviceAddress =
  'https://www.npmjs.com/package/ask-sdk-model/v/1.86.0, DeviceAddressServiceClient (read 2026-11-28)'

const deviceSettings = 'https://www.npmjs.com/package/ask-sdk-model/v/1.86.0, UpsServiceClient (read 2026-11-28)'

/** Written by hand from the sources, so that a typo in the field's own file fails the test. */
const facts: Readonly<Record<ProfileField, Facts>> = {
  name: {
    customer: '/v2/accounts/~current/settings/Profile.name',
    speaker: '/v2/persons/~current/profile/name',
    scope: ['alexa::profile:name:read', 'alexa::profile:name:read', 'alexa::profile:name:read'],
    source: customerProfile,
  },
  givenName: {
    customer: '/v2/accounts/~current/settings/Profile.givenName',
    speaker: '/v2/persons/~current/profile/givenName',
    scope: ['alexa::profile:given_name:read', 'alexa::profile:given_name:read', 'alexa::profile:given_name:read'],
    source: customerProfile,
  },
  email: {
    customer: '/v2/accounts/~current/settings/Profile.email',
    scope: ['alexa::profile:email:read', 'alexa::profile:email:read', 'alexa::profile:email:read'],
    source: customerProfile,
  },
  mobileNumber: {
    customer: '/v2/accounts/~current/settings/Profile.mobileNumber',
    speaker: '/v2/persons/~current/profile/mobileNumber',
    scope: [
      'alexa::profile:mobile_number:read',
      'alexa::profile:mobile_number:read',
      'alexa::profile:mobile_number:read',
    ],
    source: customerProfile,
  },
  address: {
    device: '/v1/devices/amzn1.ask.device.1/settings/address',
    scope: ['alexa::devices:all:address:full:read', 'read::alexa:device:all:address'],
    source: deviceAddress,
  },
  countryAndPostalCode: {
    device: '/v1/devices/amzn1.ask.device.1/settings/address/countryAndPostalCode',
    scope: [
      'alexa:devices:all:address:country_and_postal_code:read',
      'read::alexa:device:all:address:country_and_postal_code',
      'alexa:devices:all:address:country_and_postal_code:read',
    ],
    source: deviceAddress,
  },
  timeZone: {
    device: '/v2/devices/amzn1.ask.device.1/settings/System.timeZone',
    source: deviceSettings,
  },
  distanceUnits: {
    device: '/v2/devices/amzn1.ask.device.1/settings/System.distanceUnits',
    source: deviceSettings,
  },
  temperatureUnit: {
    device: '/v2/devices/amzn1.ask.device.1/settings/System.temperatureUnit',
    source: deviceSettings,
  },
}

const server = useTlsServer()

/** Reads a field from the account or its device. */
async function readFor(field: ProfileField) {
  return (await server.reader({ maxRetries: 0 }).read([field]))[field]
}

describe.each(profileFields)('%s', (field) => {
  const { customer, speaker, device, scope, source } = facts[field]

  it('requests the documented path at each level that has the field', async () => {
    expect(source).toMatch(/^https:.*\(read \d{4}-\d\d-\d\d\)$/)
    for (const [level, path] of Object.entries({ customer, speaker, device })) {
      if (path === undefined) continue
      const sample = Object.entries(fields[field].sample).find(([name]) => name === level)?.[1]
      server.answerAt(path, value(sample))
      const reader = server.reader({ maxRetries: 0 }, { person })
      const results = level === 'speaker' ? await reader.speaker.read([field as 'name']) : await reader.read([field])
      const result = Object.values(results)[0]
      expect(result).toMatchObject({ status: 'available', field, level })
      expect(result?.status === 'available' && result.value).toEqual(sample)
      expect(server.requests.at(-1)?.path).toBe(path)
    }
    expect(Object.keys(fields[field].path)).toEqual(
      Object.keys({ ...(customer && { customer }), ...(speaker && { speaker }), ...(device && { device }) }),
    )
  })

  it('asks for the documented permission', () => {
    const spellings = Object.values(fields[field].scope ?? {}).filter((spelling) => spelling !== undefined)
    expect(spellings).toEqual(scope ?? [])
    if (scope === undefined) {
      expect(() => consentCard([field])).toThrow(`${field} needs no permission`)
      return
    }
    const [manifest, card, voice] = scope
    const declaredScopes = [manifest]
    expect(consentCard([field], { declaredScopes }).permissions).toEqual([card])
    if (voice === undefined) {
      expect(() => voiceConsent({ fields: [field] })).toThrow(`Alexa cannot ask for ${field} by voice`)
      return
    }
    const [asked] = voiceConsent({ fields: [field], declaredScopes }).input.permissionScopes
    expect(asked).toEqual({ permissionScope: voice, consentLevel: 'ACCOUNT' })
  })

  it('distinguishes a missing permission, an empty value and an invalid token', async () => {
    server.answer(notGranted)
    expect(await readFor(field)).toMatchObject(
      scope === undefined
        ? { status: 'failed', failure: 'unexpected-status', httpStatus: 403 }
        : { status: 'permission-missing', scope: scope[0], reason: 'not-granted' },
    )
    server.answer(forbidden('The authentication token is not valid.'))
    expect(await readFor(field)).toMatchObject({ status: 'token-invalid' })
    for (const answer of [status(204), value(null), value('')]) {
      server.answer(answer)
      expect(await readFor(field)).toMatchObject({ status: 'not-set' })
    }
    for (const answer of [value(42), value(true), value([42]), status(200, '{')]) {
      server.answer(answer)
      expect(await readFor(field)).toMatchObject({ status: 'failed', failure: 'invalid-response' })
    }
  })
})

it('suggests the field that was probably meant', async () => {
  const client = createProfileClient()
  const reader = client.forRequest(envelopeFor('https://api.amazonalexa.com'))
  await expect(reader.read(['givenname' as 'givenName'])).rejects.toThrow(
    'Unknown field "givenname". Did you mean "givenName"? Known fields: name, givenName, email',
  )
  await expect(reader.read([42 as never])).rejects.toThrow('A field must be a string, not number. Known fields: name, ')
  await expect(reader.speaker.read(['email' as 'name'])).rejects.toThrow('Speakers have no email.')
  client.close()
})
