import { describe, expect, it } from 'vitest'
import { createProfileClient, decide, respondTo } from '../src/index.js'
import { askToFillIn, available, noDevice, permissionMissing } from '../src/testing.js'
import { after, notGranted, silence, status, value } from './support/answers.js'
import { envelopeFor, person } from './support/envelope.js'
import { type Answer, useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

const address = { addressLine1: '410 Terry Ave N', city: 'Seattle', countryCode: 'US', postalCode: '98109' }

function device(deviceId: unknown) {
  return { device: { deviceId, supportedInterfaces: {} } }
}

describe('an address', () => {
  it.each([
    ['null members', { ...address, addressLine2: null, districtOrCounty: null }],
    ['empty members', { ...address, addressLine2: '', stateOrRegion: '' }],
    ['undocumented members', { ...address, plusCode: '849V', nested: {} }],
  ])('drops %s', async (_, body) => {
    server.answer(value(body))
    const result = (await server.reader().read(['address'])).address
    expect(result).toMatchObject({ status: 'available', level: 'device' })
    expect(result.status === 'available' && result.value).toEqual(address)
    expect(result.status === 'available' && Object.isFrozen(result.value)).toBe(true)
    expect(JSON.stringify(result)).not.toContain('Terry')
  })

  it.each([{}, { addressLine1: null, city: null }, { postalCode: '' }, { plusCode: '849V' }])(
    'is not set if Alexa sends %j',
    async (body) => {
      server.answer(value(body))
      expect((await server.reader().read(['address'])).address.status).toBe('not-set')
    },
  )

  it.each([[[address]], 'Seattle', { city: 42 }, { ...address, postalCode: { code: '98109' } }])(
    'is invalid if Alexa sends %j',
    async (body) => {
      server.answer(value(body))
      expect((await server.reader().read(['address'])).address).toMatchObject({ failure: 'invalid-response' })
    },
  )

  it('takes nothing from a polluted prototype', async () => {
    server.answer(status(200, '{"__proto__":{"city":"Nowhere"},"postalCode":"98109"}'))
    const result = (await server.reader().read(['address'])).address
    expect(result.status === 'available' && result.value).toEqual({ postalCode: '98109' })
  })
})

describe('settings', () => {
  it.each([
    ['timeZone', ['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'], ['Mars/Phobos', '+01:00', 'Berlin now']],
    ['distanceUnits', ['METRIC', 'IMPERIAL'], ['metric', 'KILOMETERS', 'toString']],
    ['temperatureUnit', ['CELSIUS', 'FAHRENHEIT'], ['KELVIN', 'celsius', '__proto__']],
  ] as const)('accepts documented values of %s and rejects others', async (field, right, wrong) => {
    for (const text of right) {
      server.answer(value(text))
      expect((await server.reader().read([field]))[field]).toMatchObject({ status: 'available' })
    }
    for (const text of wrong) {
      server.answer(value(text))
      expect((await server.reader().read([field]))[field]).toMatchObject({ failure: 'invalid-response' })
    }
  })
})

const all = ['address', 'countryAndPostalCode', 'timeZone', 'distanceUnits', 'temperatureUnit'] as const

describe.each(all)('%s in a hostile response body', (field) => {
  const read = async (answer: Answer) => {
    server.answer(answer)
    return (await server.reader({ maxRetries: 0 }).read([field]))[field]
  }
  const isObject = field === 'address' || field === 'countryAndPostalCode'
  const invalid = { status: 'failed', failure: 'invalid-response', httpStatus: 200, attempts: 1 }

  it.each([
    ['true', 'true'],
    ['a number', '42'],
    ['an array', '[]'],
    ['an array of values', '[{"countryCode":"US","postalCode":"98109"},"UTC","METRIC","CELSIUS"]'],
    ['an object in place of a string', isObject ? '"Seattle"' : '{"value":"UTC"}'],
    ['members of other types', isObject ? '{"countryCode":1,"postalCode":["98109"]}' : '["UTC"]'],
    ['members that are objects', isObject ? '{"postalCode":{"toString":"98109"}}' : '{"0":"M"}'],
    ['truncated JSON', isObject ? '{"postalCode":"981' : '"America/Los_'],
    ['two values', '"UTC""UTC"'],
    ['nesting of 10,000 levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a string of 60,000 characters', `"${'A'.repeat(60_000)}"`],
    ['more than 64 KiB', isObject ? `{"postalCode":"${'9'.repeat(65_536)}"}` : `"${'A'.repeat(65_536)}"`],
  ])('rejects %s as a value', async (_, body) => {
    const result = await read(status(200, body))
    expect(result).toMatchObject(invalid)
    expect(JSON.stringify(result)).not.toContain('98109')
  })

  it.each(['null', '""'])('reads %s as not set', async (body) => {
    expect(await read(status(200, body))).toMatchObject({ status: 'not-set', level: 'device' })
  })

  it('reads status 204 as not set', async () => {
    expect(await read(status(204))).toMatchObject({ status: 'not-set', level: 'device' })
  })
})

describe('device id', () => {
  it.each([
    ['amzn1.ask.device.A/../../v2/accounts', 'amzn1.ask.device.A%2F..%2F..%2Fv2%2Faccounts'],
    ['a?b=c#d', 'a%3Fb%3Dc%23d'],
    ['%2e%2e', '%252e%252e'],
    ['{deviceId}', '%7BdeviceId%7D'],
    ['$&', '%24%26'],
    ['Gerät 1', 'Ger%C3%A4t%201'],
  ])('encodes %s as one segment of the path', async (deviceId, segment) => {
    server.answer(value('Europe/Berlin'))
    await server.reader({}, device(deviceId)).read(['timeZone'])
    expect(server.requests.at(-1)?.path).toBe(`/v2/devices/${segment}/settings/System.timeZone`)
  })

  it('fails with status 431 if it is longer than the server accepts', async () => {
    server.answer(value('ann@example.com'))
    const deviceId = 'A'.repeat(100_000)
    const { email, timeZone } = await server.reader({ maxRetries: 0 }, device(deviceId)).read(['email', 'timeZone'])
    expect([email.status, timeZone]).toMatchObject(['available', { failure: 'unexpected-status', httpStatus: 431 }])
  })

  it.each(['', '.', '..', '\ud800', 42, true, {}, ['amzn1.ask.device.A']])(
    'rejects %j without sending a request, even for other fields',
    async (deviceId) => {
      const reading = server.reader({}, device(deviceId)).read(['email', 'timeZone'])
      await expect(reading).rejects.toThrow(expect.objectContaining({ code: 'envelope-invalid' }))
      expect(server.requests).toHaveLength(0)
    },
  )

  it.each([{ device: undefined }, { device: null }, { device: {} }, device(undefined), device(null)])(
    'is missing in %j: the device fields are no-device and other fields are read',
    async (system) => {
      server.answer(value('ann@example.com'))
      const { email, address, timeZone } = await server.reader({}, system).read(['email', 'address', 'timeZone'])
      expect(email.status).toBe('available')
      expect(address).toEqual({ status: 'no-device', field: 'address', level: 'device', attempts: 0, durationMs: 0 })
      expect(timeZone.status).toBe('no-device')
      expect(server.requests).toHaveLength(1)
    },
  )
})

describe('customer and speaker readers', () => {
  it('share values that were read from the device', async () => {
    server.answer(after(50, value('Europe/Berlin')))
    const reader = server.reader({}, { person })
    const [first, second] = await Promise.all([reader.read(['timeZone']), reader.speaker.read(['timeZone'])])
    const later = await reader.speaker.read(['timeZone'])
    expect([second.timeZone, later.timeZone]).toEqual([first.timeZone, first.timeZone])
    expect(server.requests).toHaveLength(1)
  })

  it('read the device even if the speaker is unknown', async () => {
    server.answer(value('Europe/Berlin'))
    const { givenName, timeZone } = await server.reader().speaker.read(['givenName', 'timeZone'])
    expect([givenName.status, timeZone.status]).toEqual(['no-speaker', 'available'])
  })

  it('apply the deadline and the abort signal to fields of the device', async () => {
    server.answer(silence)
    const late = await server.reader().read(['email', 'timeZone'], { deadlineMs: 200 })
    expect([late.email, late.timeZone]).toMatchObject([{ failure: 'timeout' }, { failure: 'timeout', level: 'device' }])
    const aborted = await server.reader().read(['timeZone'], { signal: AbortSignal.abort() })
    expect(aborted.timeZone).toMatchObject({ failure: 'aborted', level: 'device', attempts: 0 })
  })
})

describe('one decision on fields of several levels', () => {
  const envelope = envelopeFor('https://api.amazonalexa.com')

  it('asks for all missing permissions with one card', async () => {
    server.answer(notGranted)
    const decision = await server.reader().require({ required: ['email', 'address'], optional: ['timeZone'] })
    expect(decision).toMatchObject({
      action: 'ask-for-consent',
      fields: ['email', 'address'],
      scopes: ['alexa::profile:email:read', 'alexa::devices:all:address:full:read'],
    })
    expect(decision).not.toHaveProperty('level')
    if (decision.action === 'proceed') return
    const { card } = respondTo(decision, { envelope, consent: 'voice' })
    expect(card?.permissions).toEqual(['alexa::profile:email:read', 'read::alexa:device:all:address'])
  })

  it('asks by voice at the level of each field', () => {
    const results = {
      givenName: permissionMissing('givenName', { level: 'speaker' }),
      countryAndPostalCode: permissionMissing('countryAndPostalCode'),
    }
    const decision = decide(results, { required: ['givenName', 'countryAndPostalCode'] })
    if (decision.action === 'proceed') expect.fail('it proceeded')
    const [directive] = respondTo(decision, { envelope, consent: 'voice' }).directives ?? []
    expect(directive?.input.permissionScopes).toEqual([
      { permissionScope: 'alexa::profile:given_name:read', consentLevel: 'PERSON' },
      { permissionScope: 'alexa:devices:all:address:country_and_postal_code:read', consentLevel: 'ACCOUNT' },
    ])
  })

  it('is device-unknown without a device, and responds with speech but no card', () => {
    const decision = decide({ address: noDevice('address') }, { required: ['address'] })
    expect(decision).toMatchObject({ action: 'device-unknown', fields: ['address'] })
    if (decision.action === 'proceed') return
    const response = respondTo(decision, { envelope, purpose: 'deliver your order' })
    expect(response.outputSpeech?.ssml).toBe("<speak>Sorry, without your address I can't deliver your order.</speak>")
    expect(response).not.toHaveProperty('card')
  })

  it('says where the customer can fill in each field', () => {
    const speech = (...fields: Parameters<typeof askToFillIn>[0]) =>
      respondTo(askToFillIn(fields), { envelope }).outputSpeech?.ssml
    expect(speech('email')).toContain('in the Alexa app, in your profile, and')
    expect(speech('address')).toContain("in the Alexa app, in this device's settings, and")
    expect(speech('email', 'address')).toContain("in the Alexa app, in your profile and in this device's settings, and")
  })

  it('proceeds with values of the account and of the device', () => {
    const results = { email: available('email', 'ann@example.com'), address: available('address', address) }
    const decision = decide(results, { required: ['email', 'address'] })
    expect(decision.action === 'proceed' && decision.profile).toEqual({ email: 'ann@example.com', address })
  })
})

it('does not send the token to another path or host if the device id is hostile', async () => {
  const client = createProfileClient()
  const system = { ...device('//evil.test/'), apiEndpoint: 'https://evil.test' }
  const envelope = envelopeFor('https://evil.test', system)
  await expect(client.forRequest(envelope).read(['address'])).rejects.toThrow(
    expect.objectContaining({ code: 'endpoint-not-allowed' }),
  )
  client.close()
})
