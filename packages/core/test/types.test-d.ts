import type { Response, RequestEnvelope as SdkEnvelope, ResponseEnvelope as SdkResponseEnvelope } from 'ask-sdk-model'
import { describe, expectTypeOf, it } from 'vitest'
import {
  type Address,
  type AlexaResponse,
  type Available,
  type ConsentAnswer,
  type CountryAndPostalCode,
  consentCard,
  createProfileClient,
  type decide,
  type MobileNumber,
  type Obstacle,
  type Proceed,
  type ProfileDecision,
  type ProfileReader,
  type ProfileResult,
  type RequestEnvelope,
  type ResponseEnvelope,
  type rememberConsentAnswer,
  type respondTo,
  type Scope,
  toResponseEnvelope,
  type voiceConsent,
} from '../src/index.js'

declare const reader: ProfileReader

describe('read', () => {
  it('returns a result for each requested field and no other', async () => {
    const results = await reader.read(['givenName', 'mobileNumber'])
    expectTypeOf(results).toEqualTypeOf<{
      readonly givenName: ProfileResult<string>
      readonly mobileNumber: ProfileResult<MobileNumber>
    }>()
    // @ts-expect-error email was not requested
    results.email
  })

  it('has a value only if the result is available', async () => {
    const { email, mobileNumber } = await reader.read(['email', 'mobileNumber'])
    if (email.status === 'available') expectTypeOf(email).toEqualTypeOf<Available<string>>()
    if (mobileNumber.status === 'available') expectTypeOf(mobileNumber.value).toEqualTypeOf<MobileNumber>()
    // @ts-expect-error a failed result has no value
    if (email.status === 'failed') email.value
    // @ts-expect-error some results have no value
    email.value
  })

  it('rejects fields that do not exist', () => {
    // @ts-expect-error this field does not exist
    reader.read(['phone'])
    // @ts-expect-error the fields must be an array
    reader.read('email')
  })

  it('gives device values their own types at each reader', async () => {
    const results = await reader.read(['email', 'timeZone', 'address', 'countryAndPostalCode', 'temperatureUnit'])
    expectTypeOf(results).toEqualTypeOf<{
      readonly email: ProfileResult<string>
      readonly timeZone: ProfileResult<string>
      readonly address: ProfileResult<Address>
      readonly countryAndPostalCode: ProfileResult<CountryAndPostalCode>
      readonly temperatureUnit: ProfileResult<'CELSIUS' | 'FAHRENHEIT'>
    }>()
    expectTypeOf(reader.speaker.read(['givenName', 'timeZone'])).resolves.toEqualTypeOf<{
      readonly givenName: ProfileResult<string>
      readonly timeZone: ProfileResult<string>
    }>()
    const decision = await reader.speaker.require({ required: ['givenName', 'address'], optional: ['timeZone'] })
    if (decision.action !== 'proceed') return
    expectTypeOf(decision.profile.address.city).toEqualTypeOf<string | undefined>()
    expectTypeOf(decision.profile.timeZone).toEqualTypeOf<string | undefined>()
    // @ts-expect-error an address has no such part
    decision.profile.address.street
  })

  it('rejects the email address of a speaker', () => {
    expectTypeOf(reader.speaker.read(['name'])).resolves.toEqualTypeOf<{ readonly name: ProfileResult<string> }>()
    // @ts-expect-error speakers have no email address
    reader.speaker.read(['name', 'email'])
    // @ts-expect-error speakers have no email address
    reader.speaker.require({ required: ['email'] })
    // @ts-expect-error speakers have no email address
    reader.speaker.require({ optional: ['email'] })
  })
})

describe('require', () => {
  it('infers required values, and optional values that may be undefined', async () => {
    const decision = await reader.require({ required: ['givenName', 'email'], optional: ['mobileNumber'] })
    expectTypeOf(decision).toEqualTypeOf<ProfileDecision<'givenName' | 'email', 'mobileNumber'>>()
    if (decision.action !== 'proceed') {
      expectTypeOf(decision).toExtend<Obstacle>()
      // @ts-expect-error the decision has no profile yet
      decision.profile
      return
    }
    expectTypeOf(decision).toEqualTypeOf<Proceed<'givenName' | 'email', 'mobileNumber'>>()
    expectTypeOf(decision.profile.givenName).toEqualTypeOf<string>()
    expectTypeOf(decision.profile.email).toEqualTypeOf<string>()
    expectTypeOf(decision.profile.mobileNumber).toEqualTypeOf<MobileNumber | undefined>()
    expectTypeOf(decision.missing[0]?.field).toEqualTypeOf<'mobileNumber' | undefined>()
    // @ts-expect-error name was not requested
    decision.profile.name
    // @ts-expect-error values are read-only
    decision.profile.email = 'eve@example.com'
  })

  it('treats a field as required if it is both required and optional', async () => {
    const decision = await reader.require({ required: ['email'], optional: ['email', 'name'] })
    if (decision.action !== 'proceed') return
    expectTypeOf(decision.profile.email).toEqualTypeOf<string>()
    expectTypeOf(decision.profile.name).toEqualTypeOf<string | undefined>()
  })

  it('infers no required value if all fields are optional', async () => {
    const decision = await reader.require({ optional: ['name'] })
    if (decision.action === 'proceed') expectTypeOf(decision.profile.name).toEqualTypeOf<string | undefined>()
  })

  it('narrows the decision by its action', async () => {
    const decision = await reader.require({ required: ['email'] })
    switch (decision.action) {
      case 'proceed':
        return
      case 'try-later':
        expectTypeOf(decision.retryAfterMs).toEqualTypeOf<number | undefined>()
        return
      case 'ask-for-consent':
        expectTypeOf(decision.scopes[0]).toExtend<string | undefined>()
        return
      case 'fix-skill':
        expectTypeOf(decision.problems[0]?.message).toEqualTypeOf<string | undefined>()
        return
      case 'ask-to-fill-in':
      case 'speaker-unknown':
      case 'device-unknown':
        return
      default:
        expectTypeOf(decision).toBeNever()
    }
  })
})

describe('decide and respondTo', () => {
  it('decide requires a result for each field', () => {
    const decideFor = (() => {}) as unknown as typeof decide
    const email = {} as ProfileResult<string>
    expectTypeOf(decideFor({ email }, { required: ['email'] })).toEqualTypeOf<ProfileDecision<'email', never>>()
    const withMore = decideFor({ email, name: email }, { required: ['email'] })
    // @ts-expect-error the field was read but not required
    if (withMore.action === 'proceed') withMore.profile.name
    // @ts-expect-error the result of name is missing
    decideFor({ email }, { required: ['email'], optional: ['name'] })
  })

  it('respondTo accepts every decision except proceed', () => {
    expectTypeOf<typeof respondTo>().parameter(0).toEqualTypeOf<Obstacle>()
    expectTypeOf<Proceed<'email'>>().not.toExtend<Obstacle>()
  })

  it('voiceConsent accepts fields, and scopes that belong to no field', () => {
    const ask = (() => {}) as unknown as typeof voiceConsent
    ask({ level: 'speaker', fields: ['givenName', 'countryAndPostalCode'] })
    ask({ scopes: ['alexa::alerts:reminders:skill:readwrite', 'alexa::devices:all:geolocation:read'] })
    expectTypeOf<ConsentAnswer['scopes'][number]>().toEqualTypeOf<Scope>()
    // @ts-expect-error speakers have no email address
    ask({ level: 'speaker', fields: ['email'] })
    // @ts-expect-error Alexa cannot ask for it by voice
    ask({ scopes: ['alexa::household:lists:read'] })
  })

  it('consentCard accepts only fields and known scopes', () => {
    consentCard(['email', 'alexa::profile:name:read'])
    // @ts-expect-error a colon is missing
    consentCard(['alexa:profile:email:read'])
  })
})

describe('with ask-sdk-model', () => {
  it('accepts its request envelope without a cast', () => {
    expectTypeOf<SdkEnvelope>().toExtend<RequestEnvelope>()
    const client = {} as ReturnType<typeof createProfileClient>
    expectTypeOf(client.forRequest).toBeCallableWith({} as SdkEnvelope)
    expectTypeOf(client.forInvocation).toBeCallableWith({}, {} as SdkEnvelope)
  })

  it('has typed session attributes and allows others', () => {
    const withoutAttributes = { new: true, sessionId: 'amzn1.echo-api.session.1' }
    expectTypeOf(withoutAttributes).toExtend<RequestEnvelope['session']>()
    const { session } = {} as RequestEnvelope
    expectTypeOf<typeof rememberConsentAnswer>().toBeCallableWith(session?.attributes ?? {}, {} as ConsentAnswer)
  })

  it('toResponseEnvelope accepts every response that a skill may return', () => {
    const envelope = toResponseEnvelope({ outputSpeech: { type: 'PlainText', text: 'Hi.' }, shouldEndSession: true })
    expectTypeOf(envelope).toExtend<SdkResponseEnvelope>()
    toResponseEnvelope({
      outputSpeech: { type: 'SSML', ssml: '<speak>Hi.</speak>', playBehavior: 'REPLACE_ENQUEUED' },
      reprompt: { outputSpeech: { type: 'PlainText', text: 'Hello?' } },
      card: { type: 'Standard', title: 'Hi', text: 'There', image: { smallImageUrl: 'https://example.com/a.png' } },
      directives: [{ type: 'Alexa.Presentation.APL.RenderDocument', document: {} }],
    })
    toResponseEnvelope({ card: { type: 'Simple', title: 'Hi', content: 'There' } })
    toResponseEnvelope({ card: { type: 'LinkAccount' } })
    toResponseEnvelope({}, { step: 1 })
    expectTypeOf(toResponseEnvelope({} as Response)).toExtend<SdkResponseEnvelope>()
    expectTypeOf(toResponseEnvelope({} as AlexaResponse)).toExtend<SdkResponseEnvelope>()
    // @ts-expect-error this card does not exist
    toResponseEnvelope({ card: { type: 'simple', title: 'Hi' } })
    // @ts-expect-error SSML belongs in ssml
    toResponseEnvelope({ outputSpeech: { type: 'SSML', text: 'Hi.' } })
  })

  it('returns responses that ask-sdk-model accepts without a cast', () => {
    expectTypeOf<AlexaResponse>().toExtend<Response>()
    expectTypeOf<ResponseEnvelope>().toExtend<SdkResponseEnvelope>()
  })
})

describe('createProfileClient', () => {
  it('rejects options that do not exist or have another type', () => {
    // @ts-expect-error the option is misspelled
    createProfileClient({ deadlineMS: 5 })
    // @ts-expect-error milliseconds must be a number
    createProfileClient({ deadlineMs: '5' })
  })
})
